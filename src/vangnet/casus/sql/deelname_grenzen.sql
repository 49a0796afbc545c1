-- SPDX-License-Identifier: EUPL-1.2
-- In place of those in deelname.sql.

-- The kenmerk of casussen in which the asker has a place or an invitation, or a colleague of whom the
-- asker is coordinator: the kenmerk and nothing else. Not of what was declined, or is over.
CREATE OR REPLACE FUNCTION casus.kenmerken_van_rollen(OUT rol uuid, OUT kenmerk text) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT r.id, c.kenmerk::text FROM public.casus_casusrol r
      JOIN public.casus_casus c ON c.id = r.casus_id
     WHERE r.beeindigd_op IS NULL AND NOT c.gesloten
       AND r.antwoord IS DISTINCT FROM 'geweigerd' AND (r.tot IS NULL OR r.tot >= casus.dag())
       AND ((r.gebruiker_id = toegang.vrager()
             AND toegang.heeft_een(ARRAY['procesregisseur', 'procesondersteuner',
                                         'trajectbegeleider', 'ketenpartner']))
            OR r.organisatie_id IN (
                SELECT o FROM toegang.mijn_organisaties(ARRAY['coordinator']) o));
END $$;
