-- SPDX-License-Identifier: EUPL-1.2
-- The bodies below were replaced in tellende_rollen.sql, which says what holds now.
-- Which casussen are the asker's by name. No function takes an identity: each tells the asker about the
-- asker alone. A rol counts while it runs, the account role that it needs runs, and the casus is open.
CREATE FUNCTION casus.lopende_rollen(OUT casus_id uuid, OUT organisatie_id uuid, OUT zijde smallint)
RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
    dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    RETURN QUERY SELECT r.casus_id, r.organisatie_id, r.zijde FROM public.casus_casusrol r
     WHERE r.gebruiker_id = wie AND r.antwoord = 'aanvaard'
       AND r.vanaf <= dag AND (r.tot IS NULL OR r.tot >= dag)
       AND NOT casus.is_gesloten(r.casus_id);
END $$;

-- Everything in which the asker takes part by name, as a professional of the house or of a partner.
CREATE FUNCTION casus.mijn_casussen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT toegang.heeft_een(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                   'ketenpartner']) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT r.casus_id FROM casus.lopende_rollen() r;
END $$;

-- What the asker sees as a whole: named as the house's own, or looking with a reason.
CREATE FUNCTION casus.mijn_hele_casussen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF toegang.heeft_een(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider']) THEN
        RETURN QUERY SELECT r.casus_id FROM casus.lopende_rollen() r;
    END IF;
    RETURN QUERY SELECT i FROM toegang.mijn_inzagen() i;
END $$;

-- The rows of betrokkenen that a partner sees: not those of another side (toegang.md section 4).
CREATE FUNCTION casus.mijn_betrokkenen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 50
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT toegang.heeft_een(ARRAY['ketenpartner']) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT b.id FROM casus.lopende_rollen() r
      JOIN public.casus_betrokkenheid b ON b.casus_id = r.casus_id
     WHERE b.zijde IS NULL OR r.zijde IS NULL OR b.zijde = r.zijde;
END $$;

CREATE FUNCTION casus.mijn_personen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 50
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT b.persoon_id FROM public.casus_betrokkenheid b
     WHERE b.casus_id = ANY(ARRAY(SELECT h FROM casus.mijn_hele_casussen() h))
        OR b.id = ANY(ARRAY(SELECT m FROM casus.mijn_betrokkenen() m));
END $$;

REVOKE ALL ON FUNCTION casus.lopende_rollen(), casus.mijn_casussen(), casus.mijn_hele_casussen(),
    casus.mijn_betrokkenen(), casus.mijn_personen() FROM PUBLIC;
