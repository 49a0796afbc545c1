-- SPDX-License-Identifier: EUPL-1.2
-- In place of the one in puntconcept.sql: what is typed lies with the drafts of forms, whose place is a hash
-- that only the application makes. p_plekken: where colleagues would have a draft of this point; one on which
-- somebody is typing stays.
DROP FUNCTION overleg.haal_van_agenda(uuid, text);

CREATE FUNCTION overleg.haal_van_agenda(p_punt uuid, p_plekken text[], p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_huis uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v_wie uuid;
    a public.overleg_agendapunt;
    v public.overleg_verslag;
BEGIN
    SELECT * INTO a FROM public.overleg_agendapunt WHERE id = p_punt;
    v_wie := overleg.eis_huiswerk(a.casus_id);
    SELECT * INTO v FROM public.overleg_verslag WHERE agendapunt_id = p_punt FOR UPDATE;
    IF v.id IS NULL OR v.vastgesteld_op IS NOT NULL OR concat(v.tekst, v.besluit) ~ '\S'
       OR EXISTS (SELECT FROM public.gebruikers_formulierconcept c
                   WHERE c.plek = ANY(p_plekken) AND c.gebruiker <> v_wie AND c.weg_op IS NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    DELETE FROM public.overleg_genodigde WHERE agendapunt_id = p_punt;
    DELETE FROM public.overleg_verslag WHERE agendapunt_id = p_punt;
    DELETE FROM public.overleg_agendapunt WHERE id = p_punt;
    PERFORM casus.noteer('agendapunt.weggehaald', 'agendapunt', p_punt, a.casus_id, p_spoor, '{}', NULL);
    RETURN a.overleg_id;
END $$;

REVOKE ALL ON FUNCTION overleg.haal_van_agenda(uuid, text[], text) FROM PUBLIC;
