-- SPDX-License-Identifier: EUPL-1.2
-- Destroy aanmeldingen that triage turned down, with their history; what was counted stays counted.
-- For a clock job and the command line only, never for a page. One journaal row for all; returns
-- how many were destroyed. An id that is unknown and one that may not be destroyed look the same.
CREATE SCHEMA IF NOT EXISTS aanmelding;

CREATE OR REPLACE FUNCTION aanmelding.vernietig_afgewezen(p_ids uuid[], p_spoor text)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
-- The triggers that keep the history name their tables without a schema.
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_ids uuid[];
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        RAISE EXCEPTION 'niet toegestaan' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT coalesce(array_agg(a.id), '{}') INTO v_ids FROM (
        SELECT id FROM public.aanmelding_aanmelding
         WHERE id = ANY (p_ids) AND casus_id IS NULL AND triage_besluit IS NOT NULL
           FOR UPDATE) a;
    DELETE FROM public.aanmelding_aanmelding WHERE id = ANY (v_ids);
    -- Also the copy that this very deletion has just left in the history.
    DELETE FROM public.aanmelding_aanmeldingevent WHERE id = ANY (v_ids);
    PERFORM journaal.leg_vast('aanmelding.vernietigd', 'aanmelding', NULL, NULL, 'bewaartermijn',
        true, 'afgewezen', 'taak', p_spoor, ARRAY[]::text[],
        jsonb_build_object('aanmeldingen', cardinality(v_ids)),
        array_fill('aanmelding'::text, ARRAY[cardinality(v_ids)]), v_ids);
    RETURN cardinality(v_ids);
END $$;

REVOKE ALL ON FUNCTION aanmelding.vernietig_afgewezen(uuid[], text) FROM PUBLIC;
