-- SPDX-License-Identifier: EUPL-1.2
-- The bodies below were replaced in eenmaal.sql.
-- A look beside one's roles: break-glass, and the look of a role with a lawfulness task. It ends inside
-- the function that the policies ask, so no job has to end it (toegang.md section 5).
CREATE FUNCTION toegang.mijn_inzagen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 2
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT i.casus FROM public.toegang_inzage i
     WHERE i.gebruiker = toegang.vrager() AND i.vanaf <= now() AND i.tot > now()
       AND toegang.heeft_een(CASE i.soort
             WHEN 'noodtoegang' THEN ARRAY['procesregisseur', 'procesondersteuner', 'manager']
             WHEN 'rechtmatigheid' THEN ARRAY['privacy_officer', 'auditor', 'kwaliteitsmedewerker']
           END);
END $$;

-- The organisations of which the asker is the designated professional today.
CREATE FUNCTION toegang.mijn_organisaties(rollen text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 1
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    -- The same sentence as in heeft_een, for each row: the organisation of a role that counts.
    RETURN QUERY SELECT r.organisatie FROM public.toegang_accountrol r
     WHERE r.gebruiker = toegang.vrager() AND r.rol = ANY(rollen)
       AND r.vanaf <= dag AND (r.tot IS NULL OR r.tot >= dag) AND r.beeindigd_op IS NULL
       AND r.organisatie IS NOT NULL AND r.taak IS NOT NULL AND r.screening_op <= dag
       AND r.bevestigd_op IS NOT NULL;
END $$;

REVOKE ALL ON FUNCTION toegang.mijn_inzagen(), toegang.mijn_organisaties(text[]) FROM PUBLIC;
