-- SPDX-License-Identifier: EUPL-1.2
-- As management_heropend.sql, of which it is the whole: while a signed plan is followed, the clock stands
-- still as long as no afspraak is open. It begins again with the first afspraak that is made then, or when
-- following ends, as nobody was to evaluate in between: so not where something was open all along.
CREATE OR REPLACE FUNCTION voortgang.voor_management(
    OUT casus uuid, OUT kenmerk text, OUT bewogen_op date, OUT evaluatie_vanaf date
) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 10000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
    v_grens date;
BEGIN
    IF NOT toegang.heeft_een(ARRAY['manager']) THEN
        RETURN;
    END IF;
    SELECT v_dag - h.gemiste_evaluaties * h.evaluatie_weken * 7 INTO v_grens FROM public.inrichting_huis h;
    RETURN QUERY
    WITH klok AS (
        SELECT c.id, c.kenmerk::text AS nummer, greatest(i.vanaf, h.op, w.op) AS vanaf,
               greatest(i.vanaf, h.op, w.op, coalesce(
                   (SELECT max(e.datum) FROM public.voortgang_evaluatie e
                     WHERE e.casus_id = c.id AND e.datum <= v_dag),
                   (c.aangemaakt_op AT TIME ZONE 'Europe/Amsterdam')::date)) AS sinds
          FROM public.casus_casus c
          JOIN public.casus_inzet i ON i.casus_id = c.id
          CROSS JOIN LATERAL (
               SELECT max(a.heropend_op) AS op FROM public.afsluiting_afsluiting a
                WHERE a.casus_id = c.id AND a.heropend_op <= v_dag) h
          CROSS JOIN LATERAL (
               SELECT max(p.volgen_tot) AS tot, max(p.ondertekend_op) AS getekend FROM public.plan_plan p
                WHERE p.casus_id = c.id AND p.ondertekend_op IS NOT NULL) v
          CROSS JOIN LATERAL (
               SELECT min(a.vastgesteld_op) AS sinds FROM public.plan_afspraak a
                WHERE a.casus_id = c.id AND a.gereed_op IS NULL AND a.vervallen_op IS NULL) o
          CROSS JOIN LATERAL (
               SELECT max(d.op) AS op FROM (SELECT CASE WHEN v.tot > v_dag THEN o.sinds ELSE v.tot END AS op) d
                WHERE d.op > v.getekend
                  AND NOT EXISTS (SELECT FROM public.plan_afspraak b
                       WHERE b.casus_id = c.id AND b.vastgesteld_op < d.op
                         AND coalesce(b.gereed_op, b.vervallen_op, 'infinity') >= d.op)) w
         WHERE NOT c.gesloten AND i.soort = 'procesregie' AND i.vanaf <= v_dag
           AND (i.tot IS NULL OR i.tot >= v_dag)
           AND (v.tot IS NULL OR v.tot <= v_dag OR o.sinds IS NOT NULL))
    SELECT k.id, k.nummer, greatest(k.vanaf,
               (SELECT max(a.vastgesteld_op) FROM public.plan_afspraak a
                 WHERE a.casus_id = k.id AND a.vastgesteld_op <= v_dag),
               (SELECT max(a.gereed_op) FROM public.plan_afspraak a
                 WHERE a.casus_id = k.id AND a.gereed_op <= v_dag),
               (SELECT max(p.vastgesteld_op) FROM public.plan_plan p
                 WHERE p.casus_id = k.id AND p.vastgesteld_op <= v_dag),
               (SELECT max(p.vastgesteld_op) FROM public.plan_planversie p
                 WHERE p.casus_id = k.id AND p.vastgesteld_op <= v_dag),
               (SELECT max(o.datum) FROM public.overleg_overleg o
                 WHERE o.casus_id = k.id AND o.datum <= v_dag),
               (SELECT max(o.datum) FROM public.overleg_verslag v
                  JOIN public.overleg_agendapunt p ON p.id = v.agendapunt_id
                  JOIN public.overleg_overleg o ON o.id = p.overleg_id
                 WHERE v.casus_id = k.id AND v.vastgesteld_op IS NOT NULL AND o.datum <= v_dag),
               (SELECT max(e.datum) FROM public.voortgang_evaluatie e
                 WHERE e.casus_id = k.id AND e.datum <= v_dag),
               (SELECT max(o.afgerond_op) FROM public.voortgang_opschaling o
                 WHERE o.casus_id = k.id AND o.uitkomst = 'doorbraak' AND o.afgerond_op <= v_dag)),
           k.sinds
      FROM klok k WHERE k.sinds < v_grens ORDER BY k.sinds, k.nummer;
END $$;
