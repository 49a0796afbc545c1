-- SPDX-License-Identifier: EUPL-1.2
-- In the place of the one in weigering_terug.sql: of who was asked twice for the same organisation, only the
-- last invitation is still to be undone, whatever came of it. Two equal lines told nobody which was which.
CREATE OR REPLACE FUNCTION casus.net_geweigerd(OUT rol uuid, OUT kenmerk text) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 2
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT r.id, c.kenmerk::text FROM public.casus_casusrol r
      JOIN public.casus_casus c ON c.id = r.casus_id
     WHERE r.gebruiker_id = wie AND r.antwoord = 'geweigerd' AND NOT c.gesloten AND NOT c.beperkt
       AND casus.is_aangewezen(wie, r.rol, r.organisatie_id)
       AND NOT casus.staat_erop(r.casus_id, wie, r.organisatie_id)
       AND NOT EXISTS (SELECT FROM public.casus_casusrol n
                        WHERE n.casus_id = r.casus_id AND n.gebruiker_id = wie
                          AND n.organisatie_id IS NOT DISTINCT FROM r.organisatie_id
                          AND (n.aangemaakt_op, n.id) > (r.aangemaakt_op, r.id))
       AND EXISTS (SELECT FROM public.casus_casusrolevent h
                    WHERE h.pgh_obj_id = r.id AND h.antwoord IS NULL
                      AND h.pgh_created_at >= now() - interval '10 minutes');
END $$;
