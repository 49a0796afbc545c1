-- SPDX-License-Identifier: EUPL-1.2
-- A signature stands under one version of a plan, and a version tells what was ready already.

-- In place of the one in doelen.sql: with the day on which an afspraak was ready, so that the paper for
-- the person concerned doesn't ask for it again.
CREATE OR REPLACE FUNCTION plan.inhoud_van(p_casus uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH doelen AS (
        SELECT d.*, row_number() OVER (ORDER BY d.streefdatum, d.aangemaakt_op, d.id) AS nummer,
               coalesce((SELECT c.label FROM public.inrichting_code c
                          WHERE c.lijst = 'leefgebied' AND c.code = d.leefgebied
                          ORDER BY c.vanaf DESC NULLS LAST LIMIT 1), d.leefgebied) AS gebied
          FROM public.plan_doel d WHERE d.casus_id = p_casus AND d.resultaat IS NULL)
    SELECT jsonb_build_object(
        'doelen', coalesce((SELECT jsonb_agg(jsonb_build_object(
               'nummer', d.nummer, 'leefgebied', d.gebied, 'wat', d.omschrijving,
               'meetbaar', d.meetbaar, 'streefdatum', d.streefdatum) ORDER BY d.nummer)
               FROM doelen d), '[]'),
        'afspraken', jsonb_agg(jsonb_build_object(
               'wat', coalesce(a.omschrijving, a.interventie, ''), 'wie', o.naam,
               'uiterlijk_op', a.uiterlijk_op, 'gereed_op', a.gereed_op,
               'doel', d.nummer) ORDER BY a.uiterlijk_op, a.kenmerk))
      FROM public.plan_afspraak a JOIN public.organisaties_organisatie o ON o.id = a.organisatie_id
      LEFT JOIN doelen d ON d.id = a.doel_id
     WHERE a.casus_id = p_casus AND a.vervallen_op IS NULL HAVING count(*) > 0
$$;

DROP FUNCTION plan.onderteken(uuid, date, text, text);

-- In place of the one in handtekening.sql: also which version was signed, without one the last of that
-- day. Another day or another version is a correction and asks for a reason; to name the version under a
-- signature that had none is not.
CREATE FUNCTION plan.onderteken(p_plan uuid, p_versie uuid, p_op date, p_reden text, p_spoor text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v_reden text := nullif(trim(coalesce(p_reden, '')), '');
    v_versie uuid;
    v_anders boolean;
    p public.plan_plan;
BEGIN
    -- The casus first, as every other act locks it: whether it may close rests on this.
    PERFORM FROM public.casus_casus c JOIN public.plan_plan x ON x.casus_id = c.id
     WHERE x.id = p_plan FOR UPDATE OF c;
    SELECT * INTO p FROM public.plan_plan x WHERE x.id = p_plan FOR UPDATE;
    SELECT v.id INTO v_versie FROM public.plan_planversie v
     WHERE v.plan_id = p_plan AND v.vastgesteld_op <= p_op
       AND v.id = coalesce(p_versie, CASE WHEN p.ondertekend_op = p_op THEN p.getekende_versie_id END,
                           v.id)
     ORDER BY v.nummer DESC LIMIT 1;
    v_anders := p.ondertekend_op <> p_op OR p.getekende_versie_id <> v_versie;
    IF p.casus_id IS NULL
       OR NOT ((toegang.is_huis() AND NOT p.dicht)
               OR p.casus_id IN (SELECT h.casus_id FROM casus.huisrollen_van(v_wie) h))
       OR p_op IS NULL OR p_op < p.vastgesteld_op
       OR p_op > (now() AT TIME ZONE 'Europe/Amsterdam')::date
       OR (p_versie IS NOT NULL AND v_versie IS NULL)
       OR (v_anders AND v_reden IS NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF p.ondertekend_op = p_op AND p.getekende_versie_id IS NOT DISTINCT FROM v_versie THEN
        RETURN;
    END IF;
    UPDATE public.plan_plan SET ondertekend_op = p_op, volgen_tot = (p_op + interval '3 years')::date,
           getekende_versie_id = v_versie,
           handtekening_reden = CASE WHEN v_anders THEN v_reden ELSE p.handtekening_reden END
     WHERE id = p_plan;
    PERFORM casus.noteer(
        CASE WHEN p.ondertekend_op IS NULL THEN 'plan.ondertekend' ELSE 'plan.handtekening_verbeterd' END,
        'plan', p_plan, p.casus_id, p_spoor,
        ARRAY['ondertekend_op', 'volgen_tot', 'getekende_versie', 'handtekening_reden'], NULL);
END $$;

REVOKE ALL ON FUNCTION plan.onderteken(uuid, uuid, date, text, text) FROM PUBLIC;
