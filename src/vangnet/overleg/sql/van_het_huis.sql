-- SPDX-License-Identifier: EUPL-1.2
-- In place of the one in verslagafspraken.sql: with the afspraken of the house itself, which name no
-- organisation; of those no partner reads.
CREATE OR REPLACE FUNCTION overleg.leg_afspraken_vast(p_punt uuid, p_vanaf date, p_tot date) RETURNS void
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO public.overleg_verslagafspraak (id, casus_id, agendapunt_id, volgnummer,
           organisatie_id, wie, wat, uiterlijk_op, stand, eerste_verwerking)
    SELECT gen_random_uuid(), a.casus_id, a.id, row_number() OVER (ORDER BY f.uiterlijk_op, f.kenmerk),
           f.organisatie_id, concat_ws(': ', coalesce(o.naam, 'Het huis'), u.naam),
           coalesce(nullif(f.omschrijving, ''), nullif(f.interventie, ''), f.kenmerk), f.uiterlijk_op,
           CASE WHEN f.gereed_op <= p_tot THEN 'klaar'
                WHEN f.vastgesteld_op >= p_vanaf THEN 'nieuw' ELSE 'open' END,
           casus.dag()
      FROM public.overleg_agendapunt a
      JOIN public.plan_afspraak f ON f.casus_id = a.casus_id
      LEFT JOIN public.organisaties_organisatie o ON o.id = f.organisatie_id
      LEFT JOIN public.gebruikers_gebruiker u ON u.id = f.gebruiker_id
     WHERE a.id = p_punt AND f.vastgesteld_op <= p_tot
       AND (f.vervallen_op IS NULL OR f.vervallen_op > p_tot)
       AND (f.gereed_op IS NULL OR f.gereed_op >= p_vanaf)
$$;
