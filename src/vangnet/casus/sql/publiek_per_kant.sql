-- SPDX-License-Identifier: EUPL-1.2
-- Which organisations of an audience a partner reads: those that take part for all to know. A name beside a
-- bijdrage says as much as the rol that sql/rollen_per_kant.sql doesn't show. Of an organisation on another side that
-- was on none before, the old rol tells nothing of today, so it has to be there still. Who wrote the bijdrage chose the
-- audience, and reads all of it (the policy). casus/querysets.py says the same.
CREATE FUNCTION casus.mijn_genoemden() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 100
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
    dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    RETURN QUERY SELECT p.id FROM casus.partnerrollen_van(wie) r
      JOIN public.casus_bijdrage b ON b.casus_id = r.casus_id
      JOIN public.casus_bijdragepubliek p ON p.bijdrage_id = b.id
     WHERE b.id IN (SELECT m FROM casus.mijn_bijdragen() m)
       AND EXISTS (
            SELECT FROM public.casus_casusrol a
             WHERE a.casus_id = r.casus_id AND a.organisatie_id = p.organisatie_id
               AND (a.zijde IS NULL OR r.zijde IS NULL OR a.zijde = r.zijde)
               AND ((a.beeindigd_op IS NULL AND a.antwoord IS DISTINCT FROM 'geweigerd'
                     AND (a.tot IS NULL OR a.tot >= dag))
                    OR NOT EXISTS (
                        SELECT FROM public.casus_casusrol t
                         WHERE t.casus_id = r.casus_id AND t.organisatie_id = p.organisatie_id
                           AND t.zijde <> r.zijde)));
END $$;

REVOKE ALL ON FUNCTION casus.mijn_genoemden() FROM PUBLIC;
