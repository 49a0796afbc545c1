-- SPDX-License-Identifier: EUPL-1.2
-- In place of the one in inzage_grenzen.sql: on an open casus, by a rol that counts for the house. A rol
-- as regisseur that was ended shows nothing any more, also on its last day.
CREATE OR REPLACE FUNCTION toegang.noodtoegang_op(p_casus uuid) RETURNS SETOF timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 2
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    IF NOT toegang.is_huis()
       OR p_casus NOT IN (SELECT h FROM casus.mijn_huiscasussen() h)
       OR NOT EXISTS (
        SELECT FROM public.casus_casusrol r
         WHERE r.casus_id = p_casus AND r.gebruiker_id = toegang.vrager() AND r.rol = 'regisseur'
           AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL
           AND r.vanaf <= dag AND (r.tot IS NULL OR r.tot >= dag)) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT i.vanaf FROM public.toegang_inzage i
     WHERE i.casus = p_casus AND i.soort = 'noodtoegang'
       AND i.vanaf BETWEEN now() - interval '30 days' AND now() ORDER BY i.vanaf DESC;
END $$;
