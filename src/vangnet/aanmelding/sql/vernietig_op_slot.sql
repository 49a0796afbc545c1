-- SPDX-License-Identifier: EUPL-1.2
-- Destroying takes the lock that answering, taking back and correcting take too, and looks again under it. In
-- the place of vernietig_verlopen in termijn.sql.

CREATE OR REPLACE FUNCTION aanmelding.vernietig_verlopen(p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_ids uuid[];
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        PERFORM gebruikers.weiger();
    END IF;
    -- Somebody who is busy with one goes first; the next minute looks again.
    SELECT array_agg(due.id) INTO v_ids FROM (
        SELECT a.id FROM public.aanmelding_aanmelding a
         WHERE a.casus_id IS NULL AND a.triage_besluit IS NOT NULL AND aanmelding.is_verlopen(a.id)
         ORDER BY a.triage_op, a.id
         LIMIT 500 FOR UPDATE SKIP LOCKED) due;
    -- What was written between the look and the lock: a statement of its own sees it.
    SELECT array_agg(due.id) INTO v_ids FROM unnest(v_ids) due (id) WHERE aanmelding.is_verlopen(due.id);
    IF v_ids IS NULL THEN
        RETURN 0;
    END IF;
    RETURN aanmelding.vernietig_afgewezen(v_ids, p_spoor);
END $$;
