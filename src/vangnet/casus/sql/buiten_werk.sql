-- SPDX-License-Identifier: EUPL-1.2
-- A rol for a partner in a casus counts only with the account role that it was given for (toegang.md section 2).
-- Whoever works on the casus is told of whom it does not: an afspraak of theirs waits for nobody.

-- The running rollen for a partner whose account role for that organisation does not count today, in what the
-- asker works on for the house or looks into; as a partner, of the own organisation on the asker's side. A rol
-- that has a first day was accepted. It begins at the accounts, and at the casussen of the asker: never at the
-- rollen of the house. Nobody is given a rol without an account role, and those are kept.
CREATE FUNCTION casus.rollen_buiten_werk() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := toegang.vrager();
    v_huis boolean := toegang.is_huis();
    v_dag date := casus.dag();
BEGIN
    RETURN QUERY WITH eigen AS MATERIALIZED (
        SELECT r.id, r.gebruiker_id AS gebruiker, r.organisatie_id AS organisatie
          FROM casus.mijn_hele_casussen() h JOIN public.casus_casusrol r ON r.casus_id = h
        UNION
        SELECT r.id, r.gebruiker_id, r.organisatie_id FROM casus.partnerrollen_van(v_wie) p
          JOIN public.casus_casusrol r ON r.casus_id = p.casus_id AND r.organisatie_id = p.organisatie_id
         WHERE r.zijde IS NULL OR p.zijde IS NULL OR r.zijde = p.zijde
    ), account AS (
        SELECT a.gebruiker, a.organisatie FROM public.toegang_accountrol a
         WHERE v_huis AND a.rol = 'ketenpartner'
        UNION
        SELECT e.gebruiker, e.organisatie FROM eigen e
    ), buiten AS MATERIALIZED (
        SELECT a.gebruiker, a.organisatie FROM account a
        EXCEPT
        SELECT a.gebruiker, t.organisatie FROM account a
         CROSS JOIN LATERAL toegang.tellende_rollen(a.gebruiker) t WHERE t.rol = 'ketenpartner'
    ), gezien AS (
        SELECT e.id FROM eigen e JOIN buiten b USING (gebruiker, organisatie)
        UNION
        SELECT r.id FROM buiten b CROSS JOIN LATERAL (
            -- OFFSET keeps it a look by account: of how few those are the planner knows nothing.
            SELECT m.id FROM public.casus_casusrol m WHERE m.gebruiker_id = b.gebruiker
               AND m.organisatie_id = b.organisatie AND NOT m.dicht OFFSET 0) r
         WHERE v_huis
    )
    SELECT r.id FROM gezien g JOIN public.casus_casusrol r ON r.id = g.id
     WHERE r.rol = 'deelnemer' AND r.beeindigd_op IS NULL
       AND r.vanaf <= v_dag AND (r.tot IS NULL OR r.tot >= v_dag);
END $$;

REVOKE ALL ON FUNCTION casus.rollen_buiten_werk() FROM PUBLIC;
