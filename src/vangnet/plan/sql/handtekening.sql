-- SPDX-License-Identifier: EUPL-1.2
-- What the figures of a year that is over rest on stays as it was: the nadruk of a plan, and the
-- signature of the person concerned (page on figures, `plannen_van_aanpak` and `plannen_ondertekend`).

-- What a version of the plan of a casus says; nothing without afspraken.
CREATE FUNCTION plan.inhoud_van(p_casus uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('afspraken', jsonb_agg(jsonb_build_object(
               'wat', coalesce(a.omschrijving, a.interventie, ''), 'wie', o.naam,
               'uiterlijk_op', a.uiterlijk_op) ORDER BY a.uiterlijk_op, a.kenmerk))
      FROM public.plan_afspraak a JOIN public.organisaties_organisatie o ON o.id = a.organisatie_id
     WHERE a.casus_id = p_casus AND a.vervallen_op IS NULL HAVING count(*) > 0
$$;

-- It follows from the domains: all of them criminal law is justitieel, all of them care is nazorg,
-- anything else integraal.
CREATE FUNCTION plan.nadruk_van(p_casus uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN bool_and(a.domein = 'strafrechtelijk') THEN 'justitieel'
                WHEN bool_and(a.domein = 'zorg') THEN 'nazorg' ELSE 'integraal' END
      FROM public.plan_afspraak a WHERE a.casus_id = p_casus AND a.vervallen_op IS NULL
$$;

-- In place of the one in vaststellen.sql: the figures count the plan in the year of its first version,
-- so a version of a later year leaves the nadruk of the plan alone and has one of its own.
CREATE OR REPLACE FUNCTION plan.stel_vast(p_casus uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v_dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
    v_inhoud jsonb;
    v_nadruk text;
    v_plan uuid;
    v_id uuid := gen_random_uuid();
    v_vorige public.plan_planversie;
BEGIN
    PERFORM casus.eis_casus(p_casus);
    v_inhoud := plan.inhoud_van(p_casus);
    v_nadruk := plan.nadruk_van(p_casus);
    IF v_inhoud IS NULL THEN
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
        UPDATE public.plan_plan p SET nadruk = v_nadruk
         WHERE p.id = v_plan AND date_trunc('year', p.vastgesteld_op) = date_trunc('year', v_dag);
    END IF;
    INSERT INTO public.plan_planversie (id, casus_id, plan_id, nummer, vastgesteld_op, nadruk, inhoud,
           door_id)
    VALUES (v_id, p_casus, v_plan, coalesce(v_vorige.nummer, 0) + 1, v_dag, v_nadruk, v_inhoud, v_wie);
    PERFORM casus.noteer('plan.vastgesteld', 'plan', v_plan, p_casus, p_spoor,
        ARRAY['vastgesteld_op', 'nadruk', 'inhoud'], NULL);
    RETURN v_id;
END $$;

-- The day on which the person concerned signed: followed for three years from then (29 February becomes
-- 28 February). Once: another day is a correction and asks for a reason; the history keeps the former.
CREATE FUNCTION plan.onderteken(p_plan uuid, p_op date, p_reden text, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider']);
    v_reden text := nullif(trim(coalesce(p_reden, '')), '');
    p public.plan_plan;
BEGIN
    -- The casus first, as every other act locks it: whether it may close rests on this.
    PERFORM FROM public.casus_casus c JOIN public.plan_plan x ON x.casus_id = c.id
     WHERE x.id = p_plan FOR UPDATE OF c;
    SELECT * INTO p FROM public.plan_plan x WHERE x.id = p_plan FOR UPDATE;
    IF p.casus_id IS NULL
       OR NOT ((toegang.is_huis() AND NOT p.dicht)
               OR p.casus_id IN (SELECT h.casus_id FROM casus.huisrollen_van(v_wie) h))
       OR p_op IS NULL OR p_op < p.vastgesteld_op
       OR p_op > (now() AT TIME ZONE 'Europe/Amsterdam')::date
       OR (p.ondertekend_op <> p_op AND v_reden IS NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF p.ondertekend_op = p_op THEN
        RETURN;
    END IF;
    UPDATE public.plan_plan SET ondertekend_op = p_op, volgen_tot = (p_op + interval '3 years')::date,
           handtekening_reden = CASE WHEN p.ondertekend_op IS NOT NULL THEN v_reden END
     WHERE id = p_plan;
    PERFORM casus.noteer(
        CASE WHEN p.ondertekend_op IS NULL THEN 'plan.ondertekend' ELSE 'plan.handtekening_verbeterd' END,
        'plan', p_plan, p.casus_id, p_spoor,
        ARRAY['ondertekend_op', 'volgen_tot', 'handtekening_reden'], NULL);
END $$;

REVOKE ALL ON FUNCTION plan.inhoud_van(uuid), plan.nadruk_van(uuid),
    plan.onderteken(uuid, date, text, text) FROM PUBLIC;
