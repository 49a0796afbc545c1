-- SPDX-License-Identifier: EUPL-1.2
-- A closing has a resultaat exactly when the last inzet (the last begun on or before the day of
-- closing) is procesregie; an overdracht only then. Deferred: inzet and closing may come in any order.
CREATE OR REPLACE FUNCTION afsluiting_toets() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_rij record;
    v_inzet text;
BEGIN
    -- The row may have been changed again, or be gone, since the trigger was queued.
    SELECT a.* INTO v_rij FROM public.afsluiting_afsluiting a WHERE a.id = NEW.id;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    SELECT i.soort INTO v_inzet FROM public.casus_inzet i
     WHERE i.casus_id = v_rij.casus_id AND i.vanaf <= v_rij.afgesloten_op
     ORDER BY i.vanaf DESC LIMIT 1;
    IF (v_inzet = 'procesregie') IS DISTINCT FROM (v_rij.resultaat IS NOT NULL)
       OR (v_rij.overdracht IS NOT NULL AND v_inzet IS DISTINCT FROM 'procesregie') THEN
        RAISE EXCEPTION 'resultaat hoort bij een afsluiting in procesregie'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'afsluiting_resultaat_bij_procesregie';
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS afsluiting_resultaat_bij_procesregie ON afsluiting_afsluiting;
CREATE CONSTRAINT TRIGGER afsluiting_resultaat_bij_procesregie
    AFTER INSERT OR UPDATE ON afsluiting_afsluiting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION afsluiting_toets();
REVOKE ALL ON FUNCTION afsluiting_toets() FROM PUBLIC;
