-- SPDX-License-Identifier: EUPL-1.2
-- Remove the drafts that nobody touched for two weeks, and those that were thrown away an hour ago; how many.
-- For the worker. One row of the journaal for each reason. In the place of what stands in concept_terug.sql.
CREATE OR REPLACE FUNCTION aanmelding.ruim_concepten_op(p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_waarom text;
    v_ids uuid[];
    v_totaal integer := 0;
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        PERFORM gebruikers.weiger();
    END IF;
    FOR v_waarom, v_ids IN
        WITH weg AS (
            DELETE FROM public.aanmelding_concept c
             WHERE c.bewaard_op < now() - interval '14 days' OR c.weg_op < now() - interval '1 hour'
            RETURNING c.id, CASE WHEN c.weg_op IS NULL THEN 'twee_weken' ELSE 'weggegooid' END AS waarom)
        SELECT weg.waarom, array_agg(weg.id) FROM weg GROUP BY weg.waarom ORDER BY weg.waarom
    LOOP
        PERFORM journaal.leg_vast('concept.vernietigd', 'concept', NULL, NULL, 'bewaartermijn', true,
            v_waarom, 'taak', p_spoor, ARRAY[]::text[],
            jsonb_build_object('concepten', cardinality(v_ids)),
            array_fill('aanmelding'::text, ARRAY[cardinality(v_ids)]), v_ids);
        v_totaal := v_totaal + cardinality(v_ids);
    END LOOP;
    RETURN v_totaal;
END $$;
