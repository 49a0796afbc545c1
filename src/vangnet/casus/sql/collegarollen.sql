-- SPDX-License-Identifier: EUPL-1.2
-- As in tellende_rollen.sql; who coordinates for no organisation is told so before a rol is looked up. Each statement
-- of somebody outside the house that reads rollen asks this, some of them three times.
CREATE OR REPLACE FUNCTION casus.mijn_collegarollen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 50
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_organisaties uuid[] := ARRAY(SELECT toegang.mijn_organisaties(ARRAY['coordinator']));
BEGIN
    IF cardinality(v_organisaties) = 0 THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT r.id FROM public.casus_casusrol r
      JOIN public.casus_casus c ON c.id = r.casus_id
     WHERE r.organisatie_id = ANY(v_organisaties)
       AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL
       AND (r.tot IS NULL OR r.tot >= (now() AT TIME ZONE 'Europe/Amsterdam')::date)
       AND NOT c.gesloten;
END $$;
