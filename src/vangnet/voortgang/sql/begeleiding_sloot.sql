-- SPDX-License-Identifier: EUPL-1.2
-- A trajectbegeleider is told that the begeleiding stopped, also when the casus was closed. Their rol goes on
-- then, for a reopening, and the closing is shut to them.

-- The asker's own rollen of which the casus is closed, with its last open day, from p_vanaf on; of nothing else.
-- One call tells all: who worked here for years has hundreds of them.
CREATE FUNCTION voortgang.begeleidingen_gesloten(p_vanaf date, OUT rol uuid, OUT op date) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 5
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT r.id, max(a.afgesloten_op) FROM public.casus_casusrol r
      JOIN public.afsluiting_afsluiting a ON a.casus_id = r.casus_id
     WHERE r.gebruiker_id = v_wie AND r.rol = 'trajectbegeleider'
       AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL AND a.afgesloten_op >= p_vanaf
       AND (r.tot IS NULL OR r.tot >= a.afgesloten_op) AND a.heropend_op IS NULL
     GROUP BY r.id;
END $$;

REVOKE ALL ON FUNCTION voortgang.begeleidingen_gesloten(date) FROM PUBLIC;
