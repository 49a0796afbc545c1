-- SPDX-License-Identifier: EUPL-1.2
-- Make the facts of these aanmeldingen again, under the key that they have; an aanmelding that is no
-- longer there has none.
CREATE OR REPLACE FUNCTION kerncijfers.ververs_aanmeldingen(ids uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM public.feit_aanmelding f USING unnest(ids) AS g(id)
     WHERE f.bron_id = g.id
       AND NOT EXISTS (SELECT FROM public.aanmelding_aanmelding a WHERE a.id = g.id);
    INSERT INTO public.feit_aanmelding (bron_id, ontvangen_op, triage_op, triage_besluit, reden,
        gemeente, aanmelder_soort, aanmelder_groep, keten, herkomst, aandachtsgebied)
    SELECT a.id, a.ontvangen_op, a.triage_op, coalesce(a.triage_besluit, 'onbekend'),
           coalesce(a.reden, 'onbekend'), coalesce(a.gemeente, 'onbekend'), o.soort,
           coalesce(o.rapportgroep, 'Anders'), o.keten, coalesce(a.herkomst, 'onbekend'),
           coalesce(a.aandachtsgebied, 'onbekend')
      FROM unnest(ids) AS g(id)
      JOIN public.aanmelding_aanmelding a ON a.id = g.id
      JOIN public.organisaties_organisatie o ON o.id = a.aanmelder_id
    ON CONFLICT (bron_id) DO UPDATE SET
        ontvangen_op = excluded.ontvangen_op,
        triage_op = excluded.triage_op,
        triage_besluit = excluded.triage_besluit,
        reden = excluded.reden,
        gemeente = excluded.gemeente,
        aanmelder_soort = excluded.aanmelder_soort,
        aanmelder_groep = excluded.aanmelder_groep,
        keten = excluded.keten,
        herkomst = excluded.herkomst,
        aandachtsgebied = excluded.aandachtsgebied;
END $$;
