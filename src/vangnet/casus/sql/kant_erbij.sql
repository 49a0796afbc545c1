-- SPDX-License-Identifier: EUPL-1.2
-- As in uitnodiging_aan_een_kant.sql; and of a rol that ended, whether the organisation is asked since on a side that it
-- doesn't have: a colleague may hold that one now, while this one would see both.
CREATE OR REPLACE FUNCTION casus.mist_kant(p_rol uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM casus.mist_kant_door(p_rol))
        OR EXISTS (
        SELECT FROM public.casus_casusrol r
          JOIN public.casus_casusrol n
            ON n.casus_id = r.casus_id AND n.organisatie_id = r.organisatie_id
         WHERE r.id = p_rol AND r.zijde IS NULL AND n.zijde IS NOT NULL
           AND n.aangemaakt_op > r.beeindigd_op AND n.antwoord IS DISTINCT FROM 'geweigerd')
$$;
