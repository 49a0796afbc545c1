-- SPDX-License-Identifier: EUPL-1.2
-- Zeros before a number may be left out, as in the filter of the list: "c802" is C-00802, "zvh 2022 1" ZVH-2022-0001.

-- As casus.kaal_kenmerk, and of each number only from its first figure that counts.
CREATE OR REPLACE FUNCTION casus.kort_kenmerk(p_kenmerk text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN upper(regexp_replace(
    regexp_replace(p_kenmerk, '(^|[^0-9])0+([0-9])', '\1\2', 'g'), '[^[:alnum:]]', '', 'g'));

-- The casus of a kenmerk as it was typed: exactly, or else but for signs and case, or else but for zeros as well.
-- What could be two in the first of these that finds any, is neither. It still takes as long for one that there isn't.
CREATE OR REPLACE FUNCTION casus.met_kenmerk(p_kenmerk text) RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(
        (array_agg(c.id) FILTER (WHERE c.kenmerk = p_kenmerk))[1],
        CASE count(*) FILTER (WHERE c.kaal)
            WHEN 0 THEN CASE count(*) WHEN 1 THEN (array_agg(c.id))[1] END
            WHEN 1 THEN (array_agg(c.id) FILTER (WHERE c.kaal))[1] END)
      FROM (SELECT r.id, r.kenmerk, casus.kaal_kenmerk(r.kenmerk) = casus.kaal_kenmerk(p_kenmerk) AS kaal
              FROM public.casus_casus r
             WHERE casus.kaal_kenmerk(r.kenmerk) = casus.kaal_kenmerk(p_kenmerk)
                OR casus.kort_kenmerk(r.kenmerk) = casus.kort_kenmerk(p_kenmerk)) c
$$;

REVOKE ALL ON FUNCTION casus.kort_kenmerk(text) FROM PUBLIC;
