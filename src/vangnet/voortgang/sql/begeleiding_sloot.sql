-- SPDX-License-Identifier: EUPL-1.2
-- A trajectbegeleider is told that the begeleiding stopped, also when the casus was closed. Their rol goes on
-- then, for a reopening, and the closing is shut to them.

-- The last open day of the casus of the asker's own rol, while it is closed; of nothing else.
CREATE FUNCTION voortgang.begeleiding_sloot(p_rol uuid) RETURNS date
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT max(a.afgesloten_op) FROM public.casus_casusrol r
          JOIN public.afsluiting_afsluiting a ON a.casus_id = r.casus_id
         WHERE r.id = p_rol AND r.gebruiker_id = toegang.vrager() AND r.rol = 'trajectbegeleider'
           AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL
           AND (r.tot IS NULL OR r.tot >= a.afgesloten_op) AND a.heropend_op IS NULL);
END $$;

REVOKE ALL ON FUNCTION voortgang.begeleiding_sloot(uuid) FROM PUBLIC;
