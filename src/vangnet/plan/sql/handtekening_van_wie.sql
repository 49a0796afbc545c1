-- SPDX-License-Identifier: EUPL-1.2
-- A signature is of a hoofdbetrokkene (docs/adr/0029).

-- Who can sign a plan: each hoofdbetrokkene since it was made, once, by the row that runs or ran last.
CREATE FUNCTION plan.ondertekenaars(p_plan uuid) RETURNS TABLE (betrokkenheid uuid, persoon uuid)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT DISTINCT ON (b.persoon_id) b.id, b.persoon_id
      FROM public.plan_plan p JOIN public.casus_betrokkenheid b ON b.casus_id = p.casus_id
     WHERE p.id = p_plan AND b.rol = 'hoofdbetrokkene'
       AND coalesce(b.tot, 'infinity') >= p.vastgesteld_op
     ORDER BY b.persoon_id, b.tot DESC NULLS FIRST, b.id
$$;

-- Whether a plan is signed by somebody of whom no row says who it is.
CREATE FUNCTION plan.tekenaar_onbekend(p public.plan_plan) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT p.ondertekend_op IS NOT NULL
       AND NOT EXISTS (SELECT FROM public.plan_handtekening h
                        WHERE h.plan_id = p.id AND h.ondertekend_op = p.ondertekend_op)
$$;

-- Whether a signature of this day without a name can be of somebody: of the only one who can sign, or of who
-- was hoofdbetrokkene on that day.
CREATE FUNCTION plan.kan_van(p_plan uuid, p_persoon uuid, p_dag date) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (SELECT count(*) FROM plan.ondertekenaars(p_plan)) = 1
        OR EXISTS (SELECT FROM public.plan_plan p JOIN public.casus_betrokkenheid b ON b.casus_id = p.casus_id
                    WHERE p.id = p_plan AND b.persoon_id = p_persoon AND b.rol = 'hoofdbetrokkene'
                      AND p_dag BETWEEN coalesce(b.vanaf, '-infinity') AND coalesce(b.tot, 'infinity'))
$$;

-- What the plan itself says is its first signature: the figures count it and it is followed for three years
-- from then (29 February becomes 28 February). p_los: it has one without a name beside those, which stays the
-- first when it came earlier.
CREATE FUNCTION plan.houd_eerste(p_plan uuid, p_los boolean) RETURNS void
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
    UPDATE public.plan_plan p
       SET ondertekend_op = e.ondertekend_op, getekende_versie_id = e.getekende_versie_id,
           volgen_tot = (e.ondertekend_op + interval '3 years')::date, handtekening_reden = e.reden
      FROM (SELECT h.* FROM public.plan_handtekening h WHERE h.plan_id = p_plan
             ORDER BY h.ondertekend_op, h.aangemaakt_op, h.id LIMIT 1) e
     WHERE p.id = p_plan AND NOT (p_los AND p.ondertekend_op < e.ondertekend_op)
       AND (p.ondertekend_op, p.getekende_versie_id, p.handtekening_reden)
           IS DISTINCT FROM (e.ondertekend_op, e.getekende_versie_id, e.reden)
$$;

DROP FUNCTION plan.onderteken(uuid, uuid, date, text, text);

-- In place of the one in getekende_versie.sql: also who signed (p_van, of the hoofdbetrokkenen of the casus;
-- without one it is the only one there is). Each once: another day or another version is a correction and
-- asks for a reason; to name who or which version under a signature that had none is not. Such a signature
-- without a name is that of whoever is named first and can have set it: the only one who can sign, or a
-- hoofdbetrokkene on that day. Nobody signs from before they were one.
CREATE FUNCTION plan.onderteken(
    p_plan uuid, p_van uuid, p_versie uuid, p_op date, p_reden text, p_spoor text
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v_reden text := nullif(trim(coalesce(p_reden, '')), '');
    v_velden constant text[] := ARRAY['ondertekend_op', 'volgen_tot', 'getekende_versie', 'reden'];
    v_daad text;
    v_van uuid;
    v_persoon uuid;
    v_versie uuid;
    v_anders boolean;
    v_los boolean;
    p public.plan_plan;
    h public.plan_handtekening;
BEGIN
    -- The casus first, as every other act locks it: whether it may close rests on this.
    PERFORM FROM public.casus_casus c JOIN public.plan_plan x ON x.casus_id = c.id
     WHERE x.id = p_plan FOR UPDATE OF c;
    SELECT * INTO p FROM public.plan_plan x WHERE x.id = p_plan FOR UPDATE;
    SELECT o.betrokkenheid, o.persoon INTO v_van, v_persoon FROM plan.ondertekenaars(p_plan) o
     WHERE o.betrokkenheid = coalesce(p_van, o.betrokkenheid);
    SELECT x.* INTO h FROM public.plan_handtekening x
      JOIN public.casus_betrokkenheid b ON b.id = x.betrokkenheid_id
     WHERE x.plan_id = p_plan AND b.persoon_id = v_persoon;
    v_los := plan.tekenaar_onbekend(p);
    IF h.id IS NULL AND v_los AND (v_van IS NULL OR plan.kan_van(p_plan, v_persoon, p.ondertekend_op)) THEN
        v_los := false;
        h.ondertekend_op := p.ondertekend_op;
        h.getekende_versie_id := p.getekende_versie_id;
        h.reden := p.handtekening_reden;
    END IF;
    SELECT v.id INTO v_versie FROM public.plan_planversie v
     WHERE v.plan_id = p_plan AND v.vastgesteld_op <= p_op
       AND v.id = coalesce(p_versie, CASE WHEN h.ondertekend_op = p_op THEN h.getekende_versie_id END,
                           v.id)
     ORDER BY v.nummer DESC LIMIT 1;
    v_anders := h.ondertekend_op <> p_op OR h.getekende_versie_id <> v_versie;
    IF p.casus_id IS NULL
       OR NOT ((toegang.is_huis() AND NOT p.dicht)
               OR p.casus_id IN (SELECT c.casus_id FROM casus.huisrollen_van(v_wie) c))
       OR p_op IS NULL OR p_op < p.vastgesteld_op
       OR p_op > (now() AT TIME ZONE 'Europe/Amsterdam')::date
       OR (p_van IS NOT NULL AND v_van IS NULL)
       OR p_op < (SELECT min(coalesce(b.vanaf, '-infinity')) FROM public.casus_betrokkenheid b
                   WHERE b.casus_id = p.casus_id AND b.persoon_id = v_persoon
                     AND b.rol = 'hoofdbetrokkene')
       OR (p_van IS NULL AND (SELECT count(*) FROM plan.ondertekenaars(p_plan)) > 1)
       OR (p_versie IS NOT NULL AND v_versie IS NULL)
       OR (v_anders AND v_reden IS NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF h.ondertekend_op = p_op AND h.getekende_versie_id IS NOT DISTINCT FROM v_versie
       AND (h.id IS NOT NULL OR v_van IS NULL) THEN
        RETURN;
    END IF;
    v_daad := CASE WHEN h.ondertekend_op IS NULL THEN 'plan.ondertekend'
                   ELSE 'plan.handtekening_verbeterd' END;
    v_reden := CASE WHEN v_anders THEN v_reden ELSE h.reden END;
    IF v_van IS NULL THEN
        UPDATE public.plan_plan SET ondertekend_op = p_op, getekende_versie_id = v_versie,
               volgen_tot = (p_op + interval '3 years')::date, handtekening_reden = v_reden
         WHERE id = p_plan;
        PERFORM casus.noteer(v_daad, 'plan', p_plan, p.casus_id, p_spoor, v_velden, NULL);
        RETURN;
    END IF;
    INSERT INTO public.plan_handtekening (id, casus_id, plan_id, betrokkenheid_id, ondertekend_op,
           getekende_versie_id, reden)
    VALUES (coalesce(h.id, gen_random_uuid()), p.casus_id, p_plan, v_van, p_op, v_versie, v_reden)
    ON CONFLICT (id) DO UPDATE SET ondertekend_op = excluded.ondertekend_op,
           getekende_versie_id = excluded.getekende_versie_id, reden = excluded.reden;
    PERFORM plan.houd_eerste(p_plan, v_los);
    PERFORM casus.noteer_persoon(v_daad, 'plan', p_plan, p.casus_id, p_spoor, v_velden, v_persoon, NULL);
END $$;

REVOKE ALL ON FUNCTION plan.ondertekenaars(uuid), plan.tekenaar_onbekend(public.plan_plan),
    plan.kan_van(uuid, uuid, date), plan.houd_eerste(uuid, boolean),
    plan.onderteken(uuid, uuid, uuid, date, text, text) FROM PUBLIC;
