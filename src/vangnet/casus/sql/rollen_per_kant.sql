-- SPDX-License-Identifier: EUPL-1.2
-- Who takes part in the casussen of a partner, as far as that partner may know: the sides are shielded from each
-- other's partners (toegang.md section 4), and that a shelter takes part for the other side tells where
-- somebody is. Whoever is on no side, as the house, is there for all. casus/querysets.py says the same.
CREATE FUNCTION casus.mijn_zaakrollen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 100
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT r.id FROM casus.partnerrollen_van(wie) p
      JOIN public.casus_casusrol r ON r.casus_id = p.casus_id
     WHERE r.zijde IS NULL OR p.zijde IS NULL OR r.zijde = p.zijde;
END $$;

REVOKE ALL ON FUNCTION casus.mijn_zaakrollen() FROM PUBLIC;
