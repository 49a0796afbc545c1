-- SPDX-License-Identifier: EUPL-1.2
-- The same sentences as in rollen.sql and bijdragen.sql, with the asker checked once per function and
-- the casus joined (toegang/sql/eenmaal.sql).

-- The rollen of `wie` that run, on a casus that is open; one that was ended is over at the next request,
-- whatever its last day says. For functions of the owner; the planner puts it in their query.
CREATE FUNCTION casus.rollen_van(wie uuid)
RETURNS TABLE (casus_id uuid, organisatie_id uuid, zijde smallint)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 20 AS $$
    SELECT r.casus_id, r.organisatie_id, r.zijde FROM public.casus_casusrol r
      JOIN public.casus_casus c ON c.id = r.casus_id
     WHERE r.gebruiker_id = wie AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL
       AND r.vanaf <= (now() AT TIME ZONE 'Europe/Amsterdam')::date
       AND (r.tot IS NULL OR r.tot >= (now() AT TIME ZONE 'Europe/Amsterdam')::date)
       AND NOT c.gesloten
$$;

CREATE OR REPLACE FUNCTION casus.lopende_rollen(
    OUT casus_id uuid, OUT organisatie_id uuid, OUT zijde smallint
) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT r.casus_id, r.organisatie_id, r.zijde FROM casus.rollen_van(wie) r;
END $$;

CREATE OR REPLACE FUNCTION casus.mijn_casussen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT r.casus_id FROM casus.rollen_van(wie) r
     WHERE EXISTS (SELECT FROM toegang.tellende_rollen(wie) t
                    WHERE t.rol IN ('procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                    'ketenpartner'));
END $$;

CREATE OR REPLACE FUNCTION casus.mijn_hele_casussen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT r.casus_id FROM casus.rollen_van(wie) r
     WHERE EXISTS (SELECT FROM toegang.tellende_rollen(wie) t
                    WHERE t.rol IN ('procesregisseur', 'procesondersteuner', 'trajectbegeleider'))
    UNION ALL
    SELECT i FROM toegang.lopende_inzagen(wie) i;
END $$;

CREATE OR REPLACE FUNCTION casus.mijn_huiscasussen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT r.casus_id FROM casus.rollen_van(wie) r
     WHERE EXISTS (SELECT FROM toegang.tellende_rollen(wie) t
                    WHERE t.rol IN ('procesregisseur', 'procesondersteuner', 'trajectbegeleider'));
END $$;

CREATE OR REPLACE FUNCTION casus.mijn_betrokkenen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 50
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT b.id FROM casus.rollen_van(wie) r
      JOIN public.casus_betrokkenheid b ON b.casus_id = r.casus_id
     WHERE (b.zijde IS NULL OR r.zijde IS NULL OR b.zijde = r.zijde)
       AND EXISTS (SELECT FROM toegang.tellende_rollen(wie) t WHERE t.rol = 'ketenpartner');
END $$;

REVOKE ALL ON FUNCTION casus.rollen_van(uuid) FROM PUBLIC;
