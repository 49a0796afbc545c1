-- SPDX-License-Identifier: EUPL-1.2
-- Who took a question to a partner back by mistake undoes that, for ten minutes: it waits for an answer
-- again, with the same last day. Not when that organisation no longer takes part, nor is invited.
-- casus.eis_casus refuses a casus that was closed meanwhile.
CREATE FUNCTION beeld.heropen_vraag(p_vraag uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v public.beeld_informatievraag;
    v_persoon uuid;
BEGIN
    SELECT * INTO v FROM public.beeld_informatievraag WHERE id = p_vraag;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM casus.eis_casus(v.casus_id);
    SELECT * INTO v FROM public.beeld_informatievraag WHERE id = p_vraag FOR UPDATE;
    IF v.afhandeling IS DISTINCT FROM 'ingetrokken' OR v.afgehandeld_door_id <> v_wie
       OR v.afgehandeld_op < now() - interval '10 minutes'
       OR NOT EXISTS (SELECT FROM public.casus_casusrol r
                       WHERE r.casus_id = v.casus_id AND r.organisatie_id = v.organisatie_id
                         AND r.beeindigd_op IS NULL AND r.antwoord IS DISTINCT FROM 'geweigerd') THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.beeld_informatievraag
       SET afhandeling = NULL, afgehandeld_op = NULL, afgehandeld_door_id = NULL
     WHERE id = p_vraag;
    SELECT b.persoon_id INTO v_persoon FROM public.casus_betrokkenheid b WHERE b.id = v.betrokkenheid_id;
    PERFORM journaal.leg_vast('informatievraag.weer_open', 'informatievraag', p_vraag, v.casus_id, '',
        true, '', 'web', p_spoor, ARRAY['afhandeling', 'afgehandeld_op', 'afgehandeld_door'], '{}',
        CASE WHEN v_persoon IS NULL THEN ARRAY['casus'] ELSE ARRAY['casus', 'persoon'] END,
        CASE WHEN v_persoon IS NULL THEN ARRAY[v.casus_id] ELSE ARRAY[v.casus_id, v_persoon] END);
    RETURN v.casus_id;
END $$;

REVOKE ALL ON FUNCTION beeld.heropen_vraag(uuid, text) FROM PUBLIC;
