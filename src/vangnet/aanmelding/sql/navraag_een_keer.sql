-- SPDX-License-Identifier: EUPL-1.2
-- A question to the aanmelder under the id of its form, in the place of that in navraag.sql.

DROP FUNCTION aanmelding.vraag_na(uuid, text, text);

-- Ask the aanmelder something, while the aanmelding waits for triage. Sent again under the same id by the
-- same account, it is the question that there is.
CREATE FUNCTION aanmelding.vraag_na(p_id uuid, p_aanmelding uuid, p_vraag text, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    a public.aanmelding_aanmelding;
    n public.aanmelding_navraag;
BEGIN
    -- The lock makes the second of two clicks wait for the first.
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding FOR UPDATE;
    IF NOT FOUND OR a.triage_besluit IS NOT NULL OR a.dicht OR p_id IS NULL
       OR coalesce(p_vraag, '') !~ '\S' OR length(p_vraag) > 5000 THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT * INTO n FROM public.aanmelding_navraag WHERE id = p_id;
    IF FOUND THEN
        IF n.aanmelding_id <> a.id OR n.gevraagd_door_id <> v_wie OR n.vraag <> p_vraag THEN
            PERFORM gebruikers.weiger();
        END IF;
        RETURN n.id;
    END IF;
    INSERT INTO public.aanmelding_navraag (id, aanmelding_id, vraag, gevraagd_door_id, gevraagd_op,
        eerste_verwerking)
    VALUES (p_id, a.id, p_vraag, v_wie, now(), casus.dag());
    PERFORM aanmelding.noteer('navraag.gesteld', a.id, p_spoor, ARRAY['vraag']);
    RETURN p_id;
END $$;

REVOKE ALL ON FUNCTION aanmelding.vraag_na(uuid, uuid, text, text) FROM PUBLIC;
