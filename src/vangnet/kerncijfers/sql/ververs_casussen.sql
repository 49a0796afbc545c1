-- SPDX-License-Identifier: EUPL-1.2
-- Make the facts of these casussen again, under the key that they have. A casus counts from the
-- moment that it has an aanmelding and an inzet; one that is no longer there has no facts.
CREATE OR REPLACE FUNCTION kerncijfers.ververs_casussen(ids uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    WITH weg AS (
        DELETE FROM public.feit_casus f USING unnest(ids) AS g(id)
         WHERE f.bron_id = g.id AND NOT (
               EXISTS (SELECT FROM public.aanmelding_aanmelding a WHERE a.casus_id = g.id)
           AND EXISTS (SELECT FROM public.casus_inzet i WHERE i.casus_id = g.id))
        RETURNING f.sleutel
    ), betrokkenen AS (
        DELETE FROM public.feit_betrokkene b USING weg WHERE b.casus = weg.sleutel
    )
    DELETE FROM public.feit_gebeurtenis e USING weg WHERE e.casus = weg.sleutel;

    -- The earliest aanmelding gives day, aanmelder and herkomst; ties: the lowest identifier.
    WITH aanmelding AS (
        SELECT DISTINCT ON (a.casus_id) a.casus_id, a.ontvangen_op, a.herkomst, a.aanmelder_id
          FROM unnest(ids) AS g(id)
          JOIN public.aanmelding_aanmelding a ON a.casus_id = g.id
         ORDER BY a.casus_id, a.ontvangen_op, a.kenmerk COLLATE "C"
    ), inzet AS (
        SELECT DISTINCT ON (i.casus_id) i.casus_id, i.soort
          FROM unnest(ids) AS g(id)
          JOIN public.casus_inzet i ON i.casus_id = g.id
         ORDER BY i.casus_id, i.vanaf
    )
    INSERT INTO public.feit_casus (bron_id, aangemeld_op, eerste_inzet, samenstelling, leeftijd,
        gemeente, aanmelder_soort, aanmelder_groep, keten, herkomst, aandachtsgebied)
    SELECT c.id, a.ontvangen_op, i.soort, c.samenstelling,
           -- Who is born on 29 February has a birthday on 1 March in other years: age() says so.
           CASE WHEN p.geboortedatum <= a.ontvangen_op THEN
               extract(year FROM age(a.ontvangen_op::timestamp, p.geboortedatum::timestamp))
           END,
           coalesce(c.gemeente, 'onbekend'), o.soort, coalesce(o.rapportgroep, 'Anders'), o.keten,
           coalesce(a.herkomst, 'onbekend'), coalesce(c.aandachtsgebied, 'onbekend')
      FROM aanmelding a
      JOIN inzet i ON i.casus_id = a.casus_id
      JOIN public.casus_casus c ON c.id = a.casus_id
      JOIN public.organisaties_organisatie o ON o.id = a.aanmelder_id
      LEFT JOIN public.personen_persoon p ON p.id = c.hoofdbetrokkene_id
    ON CONFLICT (bron_id) DO UPDATE SET
        aangemeld_op = excluded.aangemeld_op,
        eerste_inzet = excluded.eerste_inzet,
        samenstelling = excluded.samenstelling,
        leeftijd = excluded.leeftijd,
        gemeente = excluded.gemeente,
        aanmelder_soort = excluded.aanmelder_soort,
        aanmelder_groep = excluded.aanmelder_groep,
        keten = excluded.keten,
        herkomst = excluded.herkomst,
        aandachtsgebied = excluded.aandachtsgebied;
END $$;
