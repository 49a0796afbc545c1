-- SPDX-License-Identifier: EUPL-1.2
-- Who may undo an act of which the row itself doesn't keep who did it: whoever was the last to do it, for
-- ten minutes. Only to be asked where the asker may do the same anew by hand: a row of the journaal is
-- written by the application, and proves no more than that.
CREATE FUNCTION casus.net_gedaan(p_handeling text, p_object uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce((SELECT h.gebruiker = toegang.vrager() FROM public.journaal_handeling h
                      WHERE h.moment >= now() - interval '10 minutes'
                        AND h.handeling = p_handeling AND h.object = p_object AND h.toegestaan
                      ORDER BY h.moment DESC LIMIT 1), false)
$$;

REVOKE ALL ON FUNCTION casus.net_gedaan(text, uuid) FROM PUBLIC;
