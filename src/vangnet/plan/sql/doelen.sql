-- SPDX-License-Identifier: EUPL-1.2
-- What a version of the plan of a casus says (BGS 2.17): the goals that are open, by their date, with the
-- number that their afspraken refer to, and the afspraken; nothing without afspraken. In place of the one
-- in handtekening.sql. The words of a code as they are today: a version reads the same later on.
CREATE OR REPLACE FUNCTION plan.inhoud_van(p_casus uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH doelen AS (
        SELECT d.*, row_number() OVER (ORDER BY d.streefdatum, d.aangemaakt_op, d.id) AS nummer,
               coalesce((SELECT c.label FROM public.inrichting_code c
                          WHERE c.lijst = 'leefgebied' AND c.code = d.leefgebied
                          ORDER BY c.vanaf DESC NULLS LAST LIMIT 1), d.leefgebied) AS gebied
          FROM public.plan_doel d WHERE d.casus_id = p_casus AND d.resultaat IS NULL)
    SELECT jsonb_build_object(
        'doelen', coalesce((SELECT jsonb_agg(jsonb_build_object(
               'nummer', d.nummer, 'leefgebied', d.gebied, 'wat', d.omschrijving,
               'meetbaar', d.meetbaar, 'streefdatum', d.streefdatum) ORDER BY d.nummer)
               FROM doelen d), '[]'),
        'afspraken', jsonb_agg(jsonb_build_object(
               'wat', coalesce(a.omschrijving, a.interventie, ''), 'wie', o.naam,
               'uiterlijk_op', a.uiterlijk_op, 'doel', d.nummer) ORDER BY a.uiterlijk_op, a.kenmerk))
      FROM public.plan_afspraak a JOIN public.organisaties_organisatie o ON o.id = a.organisatie_id
      LEFT JOIN doelen d ON d.id = a.doel_id
     WHERE a.casus_id = p_casus AND a.vervallen_op IS NULL HAVING count(*) > 0
$$;
