-- SPDX-License-Identifier: EUPL-1.2
-- The aangesprokene sees, from being admitted until the answer, on that casus: the question, the stuck
-- afspraken, the term and who it is about; nothing else (toegang.md section 2).
CREATE SCHEMA IF NOT EXISTS voortgang;

-- Replaced in eenmaal.sql.
CREATE FUNCTION voortgang.mijn_opschalingen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 2
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT toegang.heeft_een(ARRAY['aangesprokene']) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT o.id FROM public.voortgang_opschaling o
     WHERE o.aangesprokene_id = toegang.vrager() AND o.beantwoord_op IS NULL
       AND o.toegelaten_op <= (now() AT TIME ZONE 'Europe/Amsterdam')::date
       AND NOT casus.is_gesloten(o.casus_id);
END $$;

CREATE FUNCTION voortgang.mijn_opgeschaalde_casussen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 2
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT o.casus_id FROM public.voortgang_opschaling o
     WHERE o.id = ANY(ARRAY(SELECT m FROM voortgang.mijn_opschalingen() m));
END $$;

CREATE FUNCTION voortgang.mijn_hoofdbetrokkenen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 2
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT c.hoofdbetrokkene_id FROM public.casus_casus c
     WHERE c.id = ANY(ARRAY(SELECT m FROM voortgang.mijn_opgeschaalde_casussen() m))
       AND c.hoofdbetrokkene_id IS NOT NULL;
END $$;

CREATE FUNCTION voortgang.mijn_vastgelopen_afspraken() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 5
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT v.afspraak_id FROM public.voortgang_vastgelopenafspraak v
     WHERE v.opschaling_id = ANY(ARRAY(SELECT m FROM voortgang.mijn_opschalingen() m));
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA voortgang FROM PUBLIC;
