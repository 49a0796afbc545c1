-- SPDX-License-Identifier: EUPL-1.2
-- Who took the question to hand a casus over back by mistake undoes that, for ten minutes
-- (casus.net_gedaan): it waits for an answer again, or is accepted as it was; the history keeps what was
-- there before. Not when who was to answer no longer takes part.
CREATE FUNCTION afsluiting.heropen_overdracht(p_overdracht uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider']);
    o public.afsluiting_overdracht;
    h public.afsluiting_overdrachtevent;
BEGIN
    SELECT * INTO o FROM public.afsluiting_overdracht WHERE id = p_overdracht;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM afsluiting.eis_huiswerk(v_wie, o.casus_id);
    SELECT * INTO o FROM public.afsluiting_overdracht WHERE id = p_overdracht FOR UPDATE;
    SELECT * INTO h FROM public.afsluiting_overdrachtevent
     WHERE pgh_obj_id = p_overdracht ORDER BY pgh_id DESC LIMIT 1;
    IF o.antwoord IS DISTINCT FROM 'ingetrokken'
       OR NOT casus.net_gedaan('overdracht.ingetrokken', p_overdracht)
       OR (h.antwoord IS NULL AND o.gebruiker_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM casus.partnerrollen_van(o.gebruiker_id) r
             WHERE r.casus_id = o.casus_id AND r.organisatie_id = o.organisatie_id)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.afsluiting_overdracht
       SET antwoord = h.antwoord, reden = h.reden, beantwoord_op = h.beantwoord_op,
           beantwoord_door_id = h.beantwoord_door_id
     WHERE id = p_overdracht;
    PERFORM casus.noteer('overdracht.weer_gevraagd', 'overdracht', p_overdracht, o.casus_id, p_spoor,
        ARRAY['antwoord', 'reden', 'beantwoord_op', 'beantwoord_door'], o.gebruiker_id);
    RETURN o.casus_id;
END $$;

REVOKE ALL ON FUNCTION afsluiting.heropen_overdracht(uuid, text) FROM PUBLIC;
