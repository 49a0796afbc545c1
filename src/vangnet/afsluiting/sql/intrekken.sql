-- SPDX-License-Identifier: EUPL-1.2
-- In the place of the one in overdracht.sql: the house may take back what was accepted too, when nobody goes
-- on after all. It says so by another word than of a question that waits: else a page that was opened before
-- the receiver said yes would take that yes away unseen. Not when a proposal to close that waits names it, nor
-- when a casus was closed on it: that decision stays as it was taken.
CREATE OR REPLACE FUNCTION afsluiting.beantwoord_overdracht(
    p_overdracht uuid, p_antwoord text, p_reden text, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                       'ketenpartner']);
    v_terug boolean := p_antwoord = 'teruggenomen';
    v_antwoord text := CASE WHEN p_antwoord = 'teruggenomen' THEN 'ingetrokken' ELSE p_antwoord END;
    o public.afsluiting_overdracht;
BEGIN
    -- The casus first, as every other act locks it; then what was asked, read anew.
    PERFORM FROM public.casus_casus c
      JOIN public.afsluiting_overdracht x ON x.casus_id = c.id
     WHERE x.id = p_overdracht FOR UPDATE OF c;
    SELECT * INTO o FROM public.afsluiting_overdracht WHERE id = p_overdracht FOR UPDATE;
    IF NOT FOUND
       OR coalesce(v_antwoord, '') NOT IN ('aanvaard', 'geweigerd', 'ingetrokken')
       OR (p_antwoord = 'geweigerd' AND coalesce(p_reden, '') !~ '\S')
       OR o.antwoord IS DISTINCT FROM (CASE WHEN v_terug THEN 'aanvaard' END)
       OR EXISTS (SELECT FROM public.afsluiting_besluit b
                   WHERE b.overdracht_id = p_overdracht AND b.akkoord IS NOT FALSE) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF v_antwoord <> 'ingetrokken' AND o.gebruiker_id = v_wie THEN
        IF NOT EXISTS (SELECT FROM casus.partnerrollen_van(v_wie) r
                        WHERE r.casus_id = o.casus_id AND r.organisatie_id = o.organisatie_id) THEN
            PERFORM gebruikers.weiger();
        END IF;
    ELSIF v_antwoord = 'ingetrokken' OR o.gebruiker_id IS NULL THEN
        PERFORM afsluiting.eis_huiswerk(v_wie, o.casus_id);
    ELSE
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.afsluiting_overdracht
       SET antwoord = v_antwoord, reden = nullif(p_reden, ''), beantwoord_op = casus.dag(),
           beantwoord_door_id = v_wie
     WHERE id = p_overdracht;
    PERFORM casus.noteer('overdracht.' || v_antwoord, 'overdracht', p_overdracht, o.casus_id, p_spoor,
        ARRAY['antwoord', 'reden'], o.gebruiker_id);
    RETURN o.casus_id;
END $$;
