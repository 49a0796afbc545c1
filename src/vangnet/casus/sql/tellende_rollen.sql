-- SPDX-License-Identifier: EUPL-1.2
-- Which rollen on a casus count, and what somebody sees by them (toegang.md section 2). In the place of
-- the functions of the same name in rollen.sql and bijdragen.sql: the asker is checked once in each, and
-- a rol counts only with the account role that it was given for. casus/querysets.py says the same.

-- The rollen of `wie` that run, on a casus that is open; one that was ended is over at the next request,
-- whatever its last day says. This and the next two are for functions of the owner, which give them the
-- asker; the planner puts them in their query.
CREATE FUNCTION casus.rollen_van(wie uuid)
RETURNS TABLE (casus_id uuid, organisatie_id uuid, zijde smallint, rol text)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 20 AS $$
    SELECT r.casus_id, r.organisatie_id, r.zijde, r.rol::text FROM public.casus_casusrol r
      JOIN public.casus_casus c ON c.id = r.casus_id
     WHERE r.gebruiker_id = wie AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL
       AND r.vanaf <= (now() AT TIME ZONE 'Europe/Amsterdam')::date
       AND (r.tot IS NULL OR r.tot >= (now() AT TIME ZONE 'Europe/Amsterdam')::date)
       AND NOT c.gesloten
$$;

-- Named as the house's own.
CREATE FUNCTION casus.huisrollen_van(wie uuid) RETURNS TABLE (casus_id uuid)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 20 AS $$
    SELECT r.casus_id FROM casus.rollen_van(wie) r
     WHERE r.rol <> 'deelnemer'
       AND EXISTS (SELECT FROM toegang.tellende_rollen(wie) t
                    WHERE t.rol IN ('procesregisseur', 'procesondersteuner', 'trajectbegeleider'))
$$;

-- Taking part for an organisation that still designates them.
CREATE FUNCTION casus.partnerrollen_van(wie uuid)
RETURNS TABLE (casus_id uuid, organisatie_id uuid, zijde smallint)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 20 AS $$
    SELECT r.casus_id, r.organisatie_id, r.zijde FROM casus.rollen_van(wie) r
     WHERE r.rol = 'deelnemer'
       AND r.organisatie_id IN (SELECT t.organisatie FROM toegang.tellende_rollen(wie) t
                                 WHERE t.rol = 'ketenpartner')
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

-- Everything in which the asker takes part by name, for the house or for a partner.
CREATE OR REPLACE FUNCTION casus.mijn_casussen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT h.casus_id FROM casus.huisrollen_van(wie) h
    UNION ALL
    SELECT p.casus_id FROM casus.partnerrollen_van(wie) p;
END $$;

-- What the asker sees as a whole: named as the house's own, or looking with a reason.
CREATE OR REPLACE FUNCTION casus.mijn_hele_casussen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT h.casus_id FROM casus.huisrollen_van(wie) h
    UNION ALL
    SELECT i FROM toegang.lopende_inzagen(wie) i;
END $$;

-- Not by a look with a reason: that one reads and never writes.
CREATE OR REPLACE FUNCTION casus.mijn_huiscasussen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT h.casus_id FROM casus.huisrollen_van(wie) h;
END $$;

CREATE OR REPLACE FUNCTION casus.mijn_partnercasussen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT p.casus_id FROM casus.partnerrollen_van(wie) p;
END $$;

-- The rows of betrokkenen that a partner sees: not those of another side (toegang.md section 4).
CREATE OR REPLACE FUNCTION casus.mijn_betrokkenen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 50
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT b.id FROM casus.partnerrollen_van(wie) p
      JOIN public.casus_betrokkenheid b ON b.casus_id = p.casus_id
     WHERE b.zijde IS NULL OR p.zijde IS NULL OR b.zijde = p.zijde;
END $$;

-- What a partner sees: shared with everybody or with their organisation, about nobody of another side;
-- and their own. delen/regels.py says the same in Python.
CREATE OR REPLACE FUNCTION casus.mijn_bijdragen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 100
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT b.id FROM casus.partnerrollen_van(wie) r
      JOIN public.casus_bijdrage b ON b.casus_id = r.casus_id
      LEFT JOIN public.casus_betrokkenheid m ON m.id = b.betrokkenheid_id
     WHERE b.auteur_id = wie
        OR (b.ingetrokken_op IS NULL
            AND (m.zijde IS NULL OR r.zijde IS NULL OR m.zijde = r.zijde)
            AND (b.publiek = 'iedereen'
                 OR (b.publiek = 'organisaties' AND EXISTS (
                       SELECT FROM public.casus_bijdragepubliek p
                        WHERE p.bijdrage_id = b.id AND p.organisatie_id = r.organisatie_id))));
END $$;

-- The rollen that run for colleagues of a coordinator: who has one, on a casus that is open.
CREATE FUNCTION casus.mijn_collegarollen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 50
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT r.id FROM public.casus_casusrol r
      JOIN public.casus_casus c ON c.id = r.casus_id
     WHERE r.organisatie_id IN (SELECT t.organisatie FROM toegang.tellende_rollen(wie) t
                                 WHERE t.rol = 'coordinator')
       AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL
       AND (r.tot IS NULL OR r.tot >= (now() AT TIME ZONE 'Europe/Amsterdam')::date)
       AND NOT c.gesloten;
END $$;

DROP FUNCTION casus.mijn_partnerrollen();

REVOKE ALL ON FUNCTION casus.rollen_van(uuid), casus.huisrollen_van(uuid),
    casus.partnerrollen_van(uuid), casus.mijn_collegarollen() FROM PUBLIC;
