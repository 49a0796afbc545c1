-- SPDX-License-Identifier: EUPL-1.2
-- As in halverwege.sql, and for whom the application is still finding out to be there: an asker of
-- kind `herkenning` has no rows and no roles either. It is signed for one statement, never for a page.
CREATE OR REPLACE FUNCTION toegang.vrager() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT v.gebruiker FROM toegang.gelezen_vrager() v
             WHERE v.soort NOT IN ('inlog', 'herkenning'));
END $$;
