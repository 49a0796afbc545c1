-- SPDX-License-Identifier: EUPL-1.2
-- A kenmerk is no content: who supervises finds the acts of a casus by it, and sees it beside an act,
-- without opening the casus (toegang.md section 2). The page that asks writes its own act.
CREATE SCHEMA IF NOT EXISTS toezicht;

CREATE FUNCTION toezicht.kenmerken(p_casussen uuid[]) RETURNS TABLE (id uuid, kenmerk text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF journaal.houdt_toezicht() THEN
        RETURN QUERY SELECT c.id, c.kenmerk::text FROM public.casus_casus c
         WHERE c.id = ANY (p_casussen);
    END IF;
END $$;

CREATE FUNCTION toezicht.casus_van(p_kenmerk text) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT c.id FROM public.casus_casus c
             WHERE c.kenmerk = p_kenmerk AND journaal.houdt_toezicht());
END $$;

REVOKE ALL ON FUNCTION toezicht.kenmerken(uuid[]), toezicht.casus_van(text) FROM PUBLIC;
