-- SPDX-License-Identifier: EUPL-1.2
-- A rol for a partner in a casus counts only with the account role that it was given for (toegang.md section 2).
-- Whoever works on the casus is told of whom it does not: an afspraak of theirs waits for nobody.

-- The running rollen for a partner whose account role for that organisation does not count today, in what the
-- asker works on for the house or looks into; as a partner, of the own organisation on the asker's side. A rol
-- that has a first day was accepted.
CREATE FUNCTION toegang.rollen_buiten_werk() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := toegang.vrager();
    v_huis boolean := toegang.is_huis();
    v_dag date := casus.dag();
BEGIN
    RETURN QUERY SELECT r.id FROM public.casus_casusrol r
     WHERE r.rol = 'deelnemer' AND r.gebruiker_id IS NOT NULL AND r.beeindigd_op IS NULL
       AND r.vanaf <= v_dag AND (r.tot IS NULL OR r.tot >= v_dag)
       AND ((v_huis AND NOT r.dicht)
            OR r.casus_id IN (SELECT h FROM casus.mijn_hele_casussen() h)
            OR EXISTS (SELECT FROM casus.partnerrollen_van(v_wie) p
                        WHERE p.casus_id = r.casus_id AND p.organisatie_id = r.organisatie_id
                          AND (r.zijde IS NULL OR p.zijde IS NULL OR r.zijde = p.zijde)))
       AND NOT EXISTS (
            SELECT FROM public.toegang_accountrol a
             WHERE a.gebruiker = r.gebruiker_id AND a.organisatie = r.organisatie_id
               AND a.rol = 'ketenpartner' AND a.vanaf <= v_dag AND (a.tot IS NULL OR a.tot >= v_dag)
               AND a.beeindigd_op IS NULL AND a.taak IS NOT NULL AND a.screening_op <= v_dag
               AND a.bevestigd_op IS NOT NULL);
END $$;

REVOKE ALL ON FUNCTION toegang.rollen_buiten_werk() FROM PUBLIC;
