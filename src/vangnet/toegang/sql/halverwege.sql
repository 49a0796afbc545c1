-- SPDX-License-Identifier: EUPL-1.2
-- Replaced in eenmaal.sql.
-- Between password and second factor somebody is nobody: an asker of kind `inlog` has no rows and no
-- roles. Only the functions of gebruikers/sql/inloggen.sql know whose log-in it is.
CREATE OR REPLACE FUNCTION toegang.vrager() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT v.gebruiker FROM toegang.gelezen_vrager() v WHERE v.soort <> 'inlog');
END $$;
