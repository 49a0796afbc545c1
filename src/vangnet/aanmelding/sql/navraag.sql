-- SPDX-License-Identifier: EUPL-1.2
-- What is missing in an aanmelding, asked back to the aanmelder and answered. One refusal for what may not
-- and for what isn't there.

-- Ask the aanmelder something, while the aanmelding waits for triage.
CREATE FUNCTION aanmelding.vraag_na(p_aanmelding uuid, p_vraag text, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v_id uuid := gen_random_uuid();
    a public.aanmelding_aanmelding;
BEGIN
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding FOR UPDATE;
    IF NOT FOUND OR a.triage_besluit IS NOT NULL OR a.dicht OR coalesce(p_vraag, '') !~ '\S'
       OR length(p_vraag) > 5000 THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.aanmelding_navraag (id, aanmelding_id, vraag, gevraagd_door_id, gevraagd_op,
        eerste_verwerking)
    VALUES (v_id, a.id, p_vraag, v_wie, now(), casus.dag());
    PERFORM aanmelding.noteer('navraag.gesteld', a.id, p_spoor, ARRAY['vraag']);
    RETURN v_id;
END $$;

-- Answer for the organisation that reported; the house writes down what it hears on the phone. Once.
CREATE FUNCTION aanmelding.beantwoord_navraag(p_navraag uuid, p_antwoord text, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
    n public.aanmelding_navraag;
    a public.aanmelding_aanmelding;
BEGIN
    SELECT * INTO n FROM public.aanmelding_navraag WHERE id = p_navraag FOR UPDATE;
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = n.aanmelding_id;
    IF n.id IS NULL OR n.beantwoord_op IS NOT NULL OR a.triage_besluit IS NOT NULL OR a.dicht
       OR coalesce(p_antwoord, '') !~ '\S' OR length(p_antwoord) > 5000
       OR NOT (toegang.is_huis() OR a.aanmelder_id IN (
            SELECT m FROM toegang.mijn_organisaties(ARRAY['ketenpartner']) m)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.aanmelding_navraag
       SET antwoord = p_antwoord, beantwoord_door_id = v_wie, beantwoord_op = now()
     WHERE id = n.id;
    PERFORM aanmelding.noteer('navraag.beantwoord', a.id, p_spoor, ARRAY['antwoord']);
    RETURN a.id;
END $$;

-- A question goes with its aanmelding, whatever destroys that: before the act deletes the row itself.
CREATE FUNCTION aanmelding.navraag_gaat_mee() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM public.aanmelding_navraag n WHERE n.aanmelding_id = OLD.id;
    RETURN OLD;
END $$;

CREATE TRIGGER navraag_gaat_mee BEFORE DELETE ON aanmelding_aanmelding
    FOR EACH ROW EXECUTE FUNCTION aanmelding.navraag_gaat_mee();

REVOKE ALL ON FUNCTION aanmelding.vraag_na(uuid, text, text),
    aanmelding.beantwoord_navraag(uuid, text, text), aanmelding.navraag_gaat_mee() FROM PUBLIC;
