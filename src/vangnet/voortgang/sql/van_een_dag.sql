-- SPDX-License-Identifier: EUPL-1.2
-- An inzet or a traject that went on the day on which it began. No day has two inzetten, so the figures count
-- none of it; it did happen, and the history keeps it for the timeline.

-- In the place of the one in losse_afspraken.sql: why a traject of one day stopped goes to its history.
CREATE OR REPLACE FUNCTION voortgang.stop_traject(
    p_casus uuid, p_reden text, p_wissel boolean, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur']);
    v_dag date := casus.dag();
    v_tot date := v_dag - CASE WHEN p_wissel THEN 1 ELSE 0 END;
    t public.voortgang_trajectbegeleiding;
    r public.casus_casusrol;
BEGIN
    PERFORM casus.eis_casus(p_casus);
    SELECT * INTO t FROM public.voortgang_trajectbegeleiding x
     WHERE x.casus_id = p_casus AND x.vanaf <= v_dag AND (x.tot IS NULL OR x.tot > v_tot)
     ORDER BY x.vanaf DESC LIMIT 1 FOR UPDATE;
    IF NOT FOUND OR coalesce(p_reden, '') !~ '\S' OR p_wissel IS NULL THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF t.vanaf > v_tot THEN
        UPDATE public.voortgang_trajectbegeleiding SET einde_reden = p_reden WHERE id = t.id;
        DELETE FROM public.voortgang_trajectbegeleiding WHERE id = t.id;
    ELSE
        UPDATE public.voortgang_trajectbegeleiding SET tot = v_tot, einde_reden = p_reden
         WHERE id = t.id;
    END IF;
    FOR r IN UPDATE public.casus_casusrol
                SET beeindigd_op = now(), beeindigd_door_id = v_wie, tot = greatest(vanaf, v_dag)
              WHERE casus_id = p_casus AND rol = 'trajectbegeleider' AND beeindigd_op IS NULL
                AND (tot IS NULL OR tot >= v_dag) AND antwoord IS DISTINCT FROM 'geweigerd'
             RETURNING * LOOP
        PERFORM casus.noteer('casusrol.beeindigd', 'casusrol', r.id, p_casus, p_spoor,
            ARRAY['beeindigd_op', 'beeindigd_door', 'tot'], r.gebruiker_id);
    END LOOP;
    PERFORM casus.noteer('traject.beeindigd', 'traject', t.id, p_casus, p_spoor,
        ARRAY['tot', 'einde_reden'], NULL);
    RETURN p_casus;
END $$;

-- What went on its first day, the first first: the soort of an inzet to who sees the casus, and `traject` with why
-- it stopped to who sees the whole. Not what an import put there and took away.
CREATE FUNCTION voortgang.van_een_dag(p_casus uuid, OUT wat text, OUT op date, OUT reden text)
RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 5
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_heel boolean := EXISTS (
        SELECT FROM public.casus_casus c
         WHERE c.id = p_casus AND ((toegang.is_huis() AND NOT c.dicht)
               OR c.id IN (SELECT h FROM casus.mijn_hele_casussen() h)));
BEGIN
    IF NOT v_heel AND p_casus NOT IN (SELECT m FROM casus.mijn_casussen() m) THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH inzetten AS (
        SELECT h.*, CASE WHEN h.pgh_label = 'update' THEN coalesce(
                   lead(h.soort) OVER (PARTITION BY h.id ORDER BY h.pgh_id), i.soort) END AS daarna
          FROM public.casus_inzetevent h LEFT JOIN public.casus_inzet i ON i.id = h.id
         WHERE h.casus_id = p_casus AND h.invoer IS NULL),
    weg AS (
        SELECT h.soort::text AS wat, h.vanaf, NULL AS reden, h.pgh_created_at, h.pgh_id
          FROM inzetten h WHERE h.soort IS DISTINCT FROM h.daarna
        UNION ALL
        SELECT 'traject', t.vanaf, t.einde_reden, t.pgh_created_at, t.pgh_id
          FROM public.voortgang_trajectbegeleidingevent t
         WHERE v_heel AND t.casus_id = p_casus AND t.invoer IS NULL AND t.pgh_label = 'delete')
    SELECT w.wat, w.vanaf, w.reden FROM weg w
     WHERE w.vanaf = (w.pgh_created_at AT TIME ZONE 'Europe/Amsterdam')::date
     ORDER BY w.pgh_created_at, w.wat = 'traject', w.pgh_id;
END $$;

REVOKE ALL ON FUNCTION voortgang.van_een_dag(uuid) FROM PUBLIC;
