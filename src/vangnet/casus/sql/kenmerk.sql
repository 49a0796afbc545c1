-- SPDX-License-Identifier: EUPL-1.2
-- One reading of a kenmerk, wherever somebody types one: "c00802" and "C 00802" are C-00802.

-- Only letters and figures, in capitals. Its body is read once, here: no search path can change what it does.
CREATE FUNCTION casus.kaal_kenmerk(p_kenmerk text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN upper(regexp_replace(p_kenmerk, '[^[:alnum:]]', '', 'g'));

-- The casus of a kenmerk as it was typed. An import may bring "A-12" beside "A1-2": what is typed exactly is that
-- one, and what could be both is neither. It looks through all there are, so only functions of the owner call it; and
-- it takes as long for one that there isn't.
CREATE FUNCTION casus.met_kenmerk(p_kenmerk text) RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(
        (array_agg(c.id) FILTER (WHERE c.kenmerk = p_kenmerk))[1],
        CASE count(*) WHEN 1 THEN (array_agg(c.id))[1] END)
      FROM public.casus_casus c WHERE casus.kaal_kenmerk(c.kenmerk) = casus.kaal_kenmerk(p_kenmerk)
$$;

REVOKE ALL ON FUNCTION casus.kaal_kenmerk(text), casus.met_kenmerk(text) FROM PUBLIC;
