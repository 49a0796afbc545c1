-- SPDX-License-Identifier: EUPL-1.2
-- In place of the one in sluitbaar.sql: what was typed for an overleg that was called off is no verslag
-- that waits, as nobody can vaststellen it.
CREATE OR REPLACE FUNCTION afsluiting.staat_open(p_casus uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.plan_afspraak a
                    WHERE a.casus_id = p_casus AND a.gereed_op IS NULL AND a.vervallen_op IS NULL)
        OR EXISTS (SELECT FROM public.afsluiting_overdracht o
                    WHERE o.casus_id = p_casus AND o.antwoord IS NULL)
        OR EXISTS (SELECT FROM public.voortgang_opschaling p
                    WHERE p.casus_id = p_casus AND p.vraag IS NOT NULL AND p.uitkomst IS NULL)
        OR EXISTS (SELECT FROM public.overleg_verslag v
                    JOIN public.overleg_agendapunt a ON a.id = v.agendapunt_id
                    JOIN public.overleg_overleg o ON o.id = a.overleg_id
                    WHERE v.casus_id = p_casus AND v.vastgesteld_op IS NULL
                      AND o.afgelast_op IS NULL AND concat(v.tekst, v.besluit) ~ '\S')
$$;
