-- SPDX-License-Identifier: EUPL-1.2
-- Vaststellen of the plan of a casus (BGS 2.17): a version that nobody can change any more.

-- The first one makes the plan, which the figures count once; each next one is a version of it. The
-- nadruk follows from the domains of the afspraken, so no role writes it: all of them criminal law is
-- justitieel, all of them care is nazorg, anything else integraal. What has not changed since the last
-- version of today makes no other.
CREATE FUNCTION plan.stel_vast(p_casus uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v_dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
    v_dicht boolean;
    v_inhoud jsonb;
    v_nadruk text;
    v_plan uuid;
    v_id uuid := gen_random_uuid();
    v_vorige public.plan_planversie;
BEGIN
    SELECT c.dicht INTO v_dicht FROM public.casus_casus c WHERE c.id = p_casus FOR UPDATE;
    SELECT jsonb_build_object('afspraken', jsonb_agg(jsonb_build_object(
               'wat', coalesce(a.omschrijving, a.interventie, ''), 'wie', o.naam,
               'uiterlijk_op', a.uiterlijk_op) ORDER BY a.uiterlijk_op, a.kenmerk)),
           CASE WHEN bool_and(a.domein = 'strafrechtelijk') THEN 'justitieel'
                WHEN bool_and(a.domein = 'zorg') THEN 'nazorg' ELSE 'integraal' END
      INTO v_inhoud, v_nadruk
      FROM public.plan_afspraak a JOIN public.organisaties_organisatie o ON o.id = a.organisatie_id
     WHERE a.casus_id = p_casus AND a.vervallen_op IS NULL HAVING count(*) > 0;
    IF v_dicht IS NULL OR v_inhoud IS NULL
       OR NOT ((toegang.is_huis() AND NOT v_dicht)
               OR p_casus IN (SELECT h.casus_id FROM casus.huisrollen_van(v_wie) h)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT * INTO v_vorige FROM public.plan_planversie v WHERE v.casus_id = p_casus
     ORDER BY v.vastgesteld_op DESC, v.nummer DESC LIMIT 1;
    IF v_vorige.vastgesteld_op = v_dag AND v_vorige.inhoud = v_inhoud
       AND v_vorige.nadruk = v_nadruk THEN
        RETURN v_vorige.id;
    END IF;
    SELECT p.id INTO v_plan FROM public.plan_plan p WHERE p.casus_id = p_casus
     ORDER BY p.vastgesteld_op DESC, p.kenmerk DESC LIMIT 1;
    IF v_plan IS NULL THEN
        v_plan := gen_random_uuid();
        INSERT INTO public.plan_plan (id, kenmerk, casus_id, vastgesteld_op, nadruk)
        VALUES (v_plan, 'PL-' || v_plan, p_casus, v_dag, v_nadruk);
    ELSE
        UPDATE public.plan_plan SET nadruk = v_nadruk WHERE id = v_plan;
    END IF;
    INSERT INTO public.plan_planversie (id, casus_id, plan_id, nummer, vastgesteld_op, nadruk, inhoud,
           door_id)
    VALUES (v_id, p_casus, v_plan, coalesce(v_vorige.nummer, 0) + 1, v_dag, v_nadruk, v_inhoud, v_wie);
    PERFORM casus.noteer('plan.vastgesteld', 'plan', v_plan, p_casus, p_spoor,
        ARRAY['vastgesteld_op', 'nadruk', 'inhoud'], NULL);
    RETURN v_id;
END $$;

REVOKE ALL ON FUNCTION plan.stel_vast(uuid, text) FROM PUBLIC;
