-- SPDX-License-Identifier: EUPL-1.2
-- In the place of the one in besluit_bij_zaak.sql: whether people stand opposite each other is said in one place.

-- What joining a casus needs: it is open and in the sight of the asker, its inzet is the one that was
-- decided on (a casus has one inzet at a time; changing it is an act of its own), and somebody said who the
-- person is in it: `bekend`, or the rol of who is new. Where people stand opposite each other, on which
-- side.
CREATE OR REPLACE FUNCTION aanmelding.eis_aansluiten(p_casus uuid, p_besluit text, p_rol text, p_zijde smallint)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM casus.eis_casus(p_casus);
    IF casus.is_gesloten(p_casus)
       OR p_besluit <> (SELECT i.soort FROM public.casus_inzet i
                         WHERE i.casus_id = p_casus AND i.vanaf <= casus.dag()
                         ORDER BY i.vanaf DESC LIMIT 1)
       OR coalesce(p_rol, '') NOT IN ('bekend', 'partner', 'ex_partner', 'kind', 'ouder',
                                      'ander_gezinslid', 'slachtoffer', 'overig')
       OR coalesce(p_zijde, 1) NOT IN (1, 2)
       OR (p_rol <> 'bekend' AND p_zijde IS NULL AND casus.heeft_kanten(p_casus)) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;
