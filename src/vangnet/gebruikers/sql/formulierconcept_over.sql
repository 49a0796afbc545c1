-- SPDX-License-Identifier: EUPL-1.2
-- In the place of the one in formulierconcept.sql: the row of the journaal names what those drafts were about.

CREATE OR REPLACE FUNCTION gebruikers.ruim_formulierconcepten_op(p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_aantal integer;
    v_soorten text[];
    v_over uuid[];
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        PERFORM gebruikers.weiger();
    END IF;
    WITH weg AS (
        DELETE FROM public.gebruikers_formulierconcept c
         WHERE c.bewaard_op < now() - interval '14 days' OR c.weg_op < now() - interval '1 hour'
        RETURNING c.casus, c.aanmelding),
    over AS (
        SELECT 'casus' AS soort, weg.casus AS id FROM weg WHERE weg.casus IS NOT NULL
        UNION SELECT 'aanmelding', weg.aanmelding FROM weg WHERE weg.aanmelding IS NOT NULL)
    SELECT (SELECT count(*) FROM weg), coalesce(array_agg(over.soort), '{}'), coalesce(array_agg(over.id), '{}')
      INTO v_aantal, v_soorten, v_over FROM over;
    IF v_aantal > 0 THEN
        PERFORM journaal.leg_vast('formulierconcept.vernietigd', 'formulierconcept', NULL, NULL,
            'bewaartermijn', true, 'twee_weken', 'taak', p_spoor, ARRAY[]::text[],
            jsonb_build_object('concepten', v_aantal), v_soorten, v_over);
    END IF;
    RETURN v_aantal;
END $$;
