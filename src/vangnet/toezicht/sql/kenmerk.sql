-- SPDX-License-Identifier: EUPL-1.2
-- Who supervises types a kenmerk as everywhere (casus/sql/kenmerk.sql).
CREATE OR REPLACE FUNCTION toezicht.casus_van(p_kenmerk text) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT c.id FROM public.casus_casus c
             WHERE c.id = casus.met_kenmerk(p_kenmerk) AND journaal.houdt_toezicht());
END $$;
