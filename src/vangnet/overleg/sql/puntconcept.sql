-- SPDX-License-Identifier: EUPL-1.2
-- In place of the one in agenda.sql: what its author was typing goes along, and a point on which somebody
-- else is typing stays.
CREATE OR REPLACE FUNCTION overleg.haal_van_agenda(p_punt uuid, p_spoor text) RETURNS uuid
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
       OR EXISTS (SELECT FROM public.overleg_puntconcept c
                   WHERE c.agendapunt_id = p_punt AND c.auteur_id <> v_wie
                     AND concat(c.tekst, c.besluit, c.afspraken) ~ '\S') THEN
        PERFORM gebruikers.weiger();
    END IF;
    DELETE FROM public.overleg_puntconcept WHERE agendapunt_id = p_punt;
    DELETE FROM public.overleg_genodigde WHERE agendapunt_id = p_punt;
    DELETE FROM public.overleg_verslag WHERE agendapunt_id = p_punt;
    DELETE FROM public.overleg_agendapunt WHERE id = p_punt;
    PERFORM casus.noteer('agendapunt.weggehaald', 'agendapunt', p_punt, a.casus_id, p_spoor, '{}', NULL);
    RETURN a.overleg_id;
END $$;
