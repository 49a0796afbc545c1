-- SPDX-License-Identifier: EUPL-1.2
-- An afspraak can be of the house itself: it names no organisation, as a rol of the house (docs/adr/0038).

-- In place of the one in getekende_versie.sql: with the afspraken of the house, under its own name. They
-- are marked, since a name doesn't tell them from those of an organisation.
CREATE OR REPLACE FUNCTION plan.inhoud_van(p_casus uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH doelen AS (
        SELECT d.*, row_number() OVER (ORDER BY d.streefdatum, d.aangemaakt_op, d.id) AS nummer,
               coalesce((SELECT c.label FROM public.inrichting_code c
                          WHERE c.lijst = 'leefgebied' AND c.code = d.leefgebied
                          ORDER BY c.vanaf DESC NULLS LAST LIMIT 1), d.leefgebied) AS gebied
          FROM public.plan_doel d WHERE d.casus_id = p_casus AND d.resultaat IS NULL),
    huis AS (SELECT coalesce((SELECT nullif(h.naam, '') FROM public.inrichting_huis h), 'Het huis') AS naam)
    SELECT jsonb_build_object(
        'doelen', coalesce((SELECT jsonb_agg(jsonb_build_object(
               'nummer', d.nummer, 'leefgebied', d.gebied, 'wat', d.omschrijving,
               'meetbaar', d.meetbaar, 'streefdatum', d.streefdatum) ORDER BY d.nummer)
               FROM doelen d), '[]'),
        'afspraken', jsonb_agg(jsonb_build_object(
               'wat', coalesce(a.omschrijving, a.interventie, ''), 'wie', coalesce(o.naam, huis.naam),
               'uiterlijk_op', a.uiterlijk_op, 'gereed_op', a.gereed_op, 'doel', d.nummer)
               || CASE WHEN a.organisatie_id IS NULL THEN '{"huis": true}'::jsonb ELSE '{}' END
               ORDER BY a.uiterlijk_op, a.kenmerk))
      FROM public.plan_afspraak a CROSS JOIN huis
      LEFT JOIN public.organisaties_organisatie o ON o.id = a.organisatie_id
      LEFT JOIN doelen d ON d.id = a.doel_id
     WHERE a.casus_id = p_casus AND a.vervallen_op IS NULL HAVING count(*) > 0
$$;

-- In place of the one in handtekening.sql: what partners do makes the nadruk, and the house arranges it.
CREATE OR REPLACE FUNCTION plan.nadruk_van(p_casus uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN bool_and(a.domein = 'strafrechtelijk') THEN 'justitieel'
                WHEN bool_and(a.domein = 'zorg') THEN 'nazorg' ELSE 'integraal' END
      FROM public.plan_afspraak a
     WHERE a.casus_id = p_casus AND a.vervallen_op IS NULL AND a.organisatie_id IS NOT NULL
$$;
