-- SPDX-License-Identifier: EUPL-1.2
-- In place of the one in handtekening.sql: a trajectbegeleider records no signature (toegang.md section 2).

-- The day on which the person concerned signed: followed for three years from then (29 February becomes
-- 28 February). Once: another day is a correction and asks for a reason; the history keeps the former.
CREATE OR REPLACE FUNCTION plan.onderteken(p_plan uuid, p_op date, p_reden text, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
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
