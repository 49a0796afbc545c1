-- SPDX-License-Identifier: EUPL-1.2
-- Make the events of these rows again. p_soort: of which table the ids are (casus, advies, telling,
-- overleg or financien); the own facts of casussen have been made before.
CREATE OR REPLACE FUNCTION kerncijfers.ververs_gebeurtenissen(p_soort text, ids uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_soort = 'casus' THEN
        PERFORM kerncijfers.ververs_verloop(ids);
        RETURN;
    END IF;
    DELETE FROM public.feit_gebeurtenis e USING unnest(ids) AS g(id) WHERE e.bron_id = g.id;
    IF p_soort = 'advies' THEN
        INSERT INTO public.feit_gebeurtenis
            (bron_id, soort, datum, aanmelder_soort, thema, aan, gemeente)
        SELECT a.id, CASE a.soort WHEN 'trajectbegeleiding' THEN 'advies_trajectbegeleiding'
                     ELSE a.soort END,
               a.datum, coalesce(o.soort, 'onbekend'), coalesce(a.thema, 'onbekend'),
               coalesce(a.aan, 'onbekend'), coalesce(a.gemeente, 'onbekend')
          FROM unnest(ids) AS g(id)
          JOIN public.advies_advies a ON a.id = g.id
          LEFT JOIN public.organisaties_organisatie o ON o.id = a.organisatie_id;
    ELSIF p_soort = 'telling' THEN
        INSERT INTO public.feit_gebeurtenis (bron_id, soort, datum, aantal, gemeente)
        SELECT t.id, t.soort, t.datum, t.aantal, coalesce(t.gemeente, 'onbekend')
          FROM unnest(ids) AS g(id)
          JOIN public.advies_telling t ON t.id = g.id;
    ELSIF p_soort = 'overleg' THEN
        -- A table that is tallied as well: once for each time that it met, and told apart.
        INSERT INTO public.feit_gebeurtenis (bron_id, soort, datum, aantal, gemeente)
        SELECT o.id, o.soort || '_overleg', o.datum, 1, coalesce(o.gemeente, 'onbekend')
          FROM unnest(ids) AS g(id)
          JOIN public.overleg_overleg o ON o.id = g.id
         WHERE o.soort = 'casustafel_radicalisering';
    ELSIF p_soort = 'financien' THEN
        INSERT INTO public.feit_gebeurtenis (bron_id, soort, datum, tot, aantal, post, bron)
        SELECT p.id, CASE p.soort WHEN 'resultaat' THEN 'resultaat_financieel' ELSE p.soort END,
               make_date(p.jaar, 1, 1), make_date(p.jaar, 12, 31), p.bedrag, p.post,
               coalesce(p.bron, 'onbekend')
          FROM unnest(ids) AS g(id)
          JOIN public.financien_financielepost p ON p.id = g.id;
    END IF;
END $$;

-- The course of a casus: under which inzet it is open, switches, closings, reopenings, trajecten.
CREATE OR REPLACE FUNCTION kerncijfers.ververs_verloop(ids uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM public.feit_gebeurtenis e
     USING unnest(ids) AS g(id) JOIN public.feit_casus f ON f.bron_id = g.id
     WHERE e.casus = f.sleutel;

    WITH casus AS (
        SELECT f.sleutel, f.bron_id, f.aangemeld_op
          FROM unnest(ids) AS g(id) JOIN public.feit_casus f ON f.bron_id = g.id
    ), inzet AS (
        -- An inzet counts until the next begins; before the first begins a casus counts under it.
        SELECT c.sleutel, i.soort, i.vanaf,
               CASE WHEN row_number() OVER w = 1 THEN '-infinity' ELSE i.vanaf END AS telt_vanaf,
               coalesce(lead(i.vanaf) OVER w, 'infinity') AS telt_tot,
               lag(i.soort) OVER w AS vorige
          FROM casus c JOIN public.casus_inzet i ON i.casus_id = c.bron_id
        WINDOW w AS (PARTITION BY c.sleutel ORDER BY i.vanaf)
    ), sluiting AS (
        SELECT c.sleutel, c.aangemeld_op, a.afgesloten_op, a.heropend_op, a.afsluitreden,
               a.resultaat, a.overdracht,
               row_number() OVER w AS volgnummer,
               lag(a.heropend_op) OVER w AS vorige_heropening,
               lead(a.afgesloten_op) OVER w IS NULL AS is_laatste
          FROM casus c JOIN public.afsluiting_afsluiting a ON a.casus_id = c.bron_id
        WINDOW w AS (PARTITION BY c.sleutel ORDER BY a.afgesloten_op)
    ), open AS (
        SELECT s.sleutel, s.aangemeld_op, s.afgesloten_op AS einde,
               CASE s.volgnummer WHEN 1 THEN s.aangemeld_op ELSE s.vorige_heropening END AS begin
          FROM sluiting s
         UNION ALL
        SELECT s.sleutel, s.aangemeld_op, 'infinity', s.heropend_op
          FROM sluiting s WHERE s.is_laatste
         UNION ALL
        SELECT c.sleutel, c.aangemeld_op, 'infinity', c.aangemeld_op
          FROM casus c
         WHERE NOT EXISTS (SELECT FROM sluiting s WHERE s.sleutel = c.sleutel)
    ), stuk AS (
        SELECT o.sleutel, o.aangemeld_op, i.soort, i.vanaf,
               greatest(o.begin, i.telt_vanaf) AS begin, least(o.einde, i.telt_tot) AS einde
          FROM open o JOIN inzet i ON i.sleutel = o.sleutel
         WHERE greatest(o.begin, i.telt_vanaf) <= o.einde
           AND o.begin < i.telt_tot
    )
    INSERT INTO public.feit_gebeurtenis (casus, soort, datum, tot, volgende, aangemeld_op, inzet,
        wissel, afsluitreden, resultaat, ontvanger_soort)
    SELECT s.sleutel, 'inzet', s.begin, s.einde,
           coalesce(lead(s.begin) OVER (PARTITION BY s.sleutel ORDER BY s.begin, s.vanaf),
                    'infinity'),
           s.aangemeld_op, s.soort, NULL, NULL, NULL, NULL
      FROM stuk s
     UNION ALL
    SELECT i.sleutel, 'wissel', i.vanaf, NULL, NULL, NULL, NULL, i.vorige || '_' || i.soort,
           NULL, NULL, NULL
      FROM inzet i WHERE i.vorige <> i.soort
     UNION ALL
    SELECT s.sleutel, 'afsluiting', s.afgesloten_op, NULL, NULL, NULL, i.soort, NULL,
           coalesce(s.afsluitreden, 'onbekend'), s.resultaat, coalesce(s.overdracht, 'onbekend')
      FROM sluiting s JOIN inzet i ON i.sleutel = s.sleutel
       AND s.afgesloten_op >= i.telt_vanaf AND s.afgesloten_op < i.telt_tot
     UNION ALL
    SELECT s.sleutel, 'heropening', s.heropend_op, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
      FROM sluiting s WHERE s.heropend_op IS NOT NULL
     UNION ALL
    SELECT c.sleutel, 'traject', t.vanaf, coalesce(t.tot, 'infinity'), NULL, c.aangemeld_op,
           NULL, NULL, NULL, NULL, NULL
      FROM casus c JOIN public.voortgang_trajectbegeleiding t ON t.casus_id = c.bron_id;
END $$;
