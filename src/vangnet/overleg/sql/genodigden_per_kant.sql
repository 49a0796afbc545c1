-- SPDX-License-Identifier: EUPL-1.2
-- Who is asked to come for the points of a partner, as far as that partner may know. A name on an agenda says as much
-- as the rol that casus/sql/rollen_per_kant.sql doesn't show (toegang.md section 4). A third party is on no
-- side, but may come for one: named to nobody who is on a side. overleg/querysets.py says the same.
CREATE FUNCTION overleg.mijn_genodigden() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 100
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
    dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    RETURN QUERY SELECT g.id FROM overleg.partnerpunten_van(wie) p
      JOIN public.overleg_genodigde g ON g.agendapunt_id = p.punt
     WHERE p.zijde IS NULL
        OR EXISTS (
            SELECT FROM public.casus_casusrol a
             WHERE a.casus_id = g.casus_id AND (a.zijde IS NULL OR a.zijde = p.zijde)
               AND a.organisatie_id IS NOT DISTINCT FROM g.organisatie_id
               AND (a.gebruiker_id = g.gebruiker_id OR (g.gebruiker_id IS NULL AND g.derde IS NULL))
               AND ((a.beeindigd_op IS NULL AND a.antwoord IS DISTINCT FROM 'geweigerd'
                     AND (a.tot IS NULL OR a.tot >= dag))
                    OR NOT EXISTS (
                        SELECT FROM public.casus_casusrol t
                         WHERE t.casus_id = g.casus_id AND t.zijde <> p.zijde
                           AND t.organisatie_id IS NOT DISTINCT FROM g.organisatie_id)));
END $$;

REVOKE ALL ON FUNCTION overleg.mijn_genodigden() FROM PUBLIC;
