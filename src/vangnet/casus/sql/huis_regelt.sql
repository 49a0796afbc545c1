-- SPDX-License-Identifier: EUPL-1.2
-- Who only takes part for a partner arranges nothing in a casus that is beperkt, whatever account role
-- they have beside it (toegang.md sections 2 and 3). In place of the one in deelname.sql.

-- Lock a casus that the asker, a procesregisseur, sees as the house's own; whether it is beperkt.
CREATE OR REPLACE FUNCTION casus.eis_casus(p_casus uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c public.casus_casus;
BEGIN
    SELECT * INTO c FROM public.casus_casus WHERE id = p_casus FOR UPDATE;
    IF NOT FOUND OR (c.dicht AND p_casus NOT IN (SELECT h FROM casus.mijn_huiscasussen() h)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    RETURN c.beperkt;
END $$;

-- Nobody asks it any more: it told of rollen without the account role that they count with.
DROP FUNCTION casus.lopende_rollen();
