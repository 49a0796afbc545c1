-- SPDX-License-Identifier: EUPL-1.2
-- On which side people of a casus stand travels along (docs/adr/0027): who is invited over there is kept from
-- seeing the other side as here.
CREATE UNLOGGED TABLE invoer.kanten (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    casus_id text,
    persoon_id text,
    kant text
);

-- One row for a person in a casus. All their rows there have one side (casus.wissel_zijde); of older ones that
-- differ, the one that runs counts.
CREATE VIEW uitwisseling.kanten WITH (security_invoker = true) AS
SELECT DISTINCT ON (c.id, p.id) m.id, c.beperkt AS blijft,
       c.kenmerk::text AS casus_id, p.kenmerk::text AS persoon_id, m.zijde::text AS kant
  FROM public.casus_betrokkenheid m
  JOIN public.casus_casus c ON c.id = m.casus_id
  JOIN public.personen_persoon p ON p.id = m.persoon_id
 WHERE m.zijde IS NOT NULL
 ORDER BY c.id, p.id, m.tot DESC NULLS FIRST, m.vanaf DESC NULLS LAST, m.id;

-- Compare what is staged with what is here, and say no more than new, equal or different. New rows of a
-- casus in which somebody takes part, new rows under a bijdrage that was here, and verdicts and deciders
-- of an aanmelding that was here, are refused: what was decided here stays what it was.
CREATE OR REPLACE FUNCTION uitwisseling.vergelijk_dossier() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_bestand text;
    v_sleutel text[];
    v_gelijk text;
    v_meld constant text :=
        'INSERT INTO invoer.fout (bestand, rij, kolom, waarde, soort, over) '
        'SELECT %1$L, s.rij, %3$L, left(s.%3$I, 200), %4$L, '''' FROM invoer.%1$I s WHERE s.stand = ''nieuw'' '
        'AND EXISTS (%2$s)';
BEGIN
    IF NOT uitwisseling.voert_dossier_in() THEN
        PERFORM gebruikers.weiger();
    END IF;
    FOR v_bestand, v_sleutel IN VALUES
        ('kanten', ARRAY['casus_id', 'persoon_id']),
        ('criteriumoordelen', ARRAY['aanmelding_id', 'criterium']),
        ('huisoordelen', ARRAY['aanmelding_id', 'criterium', 'vanaf']),
        ('beslissers', ARRAY['aanmelding_id', 'organisatie_id', 'naam']),
        ('doelen', ARRAY['doel_id']),
        ('bijdragen', ARRAY['bijdrage_id']),
        ('bijdragepubliek', ARRAY['bijdrage_id', 'organisatie_id']),
        ('documenten', ARRAY['bijdrage_id', 'nummer'])
    LOOP
        v_gelijk := (SELECT string_agg(format('r.%1$I = s.%1$I', k), ' AND ') FROM unnest(v_sleutel) k);
        EXECUTE format(
            'UPDATE invoer.%1$I s SET stand = ''gelijk'' FROM uitwisseling.%1$I r '
            'WHERE %2$s AND (NOT r.blijft OR %1$L = ''documenten'') AND to_jsonb(s) - ARRAY[''rij'', ''id'', ''stand''] '
            '= to_jsonb(r) - ARRAY[''id'', ''blijft'', ''van_een_kant'']', v_bestand, v_gelijk);
        EXECUTE format(v_meld, v_bestand,
            format('SELECT FROM uitwisseling.%I r WHERE %s', v_bestand, v_gelijk), v_sleutel[1],
            'dossier_anders');
    END LOOP;
    -- Of a row that is here, that it differs says enough.
    FOREACH v_bestand IN ARRAY ARRAY['criteriumoordelen', 'huisoordelen', 'beslissers'] LOOP
        EXECUTE format(v_meld, v_bestand, format(
            'SELECT FROM public.aanmelding_aanmelding a WHERE a.kenmerk = s.aanmelding_id '
            'AND NOT EXISTS (SELECT FROM invoer.fout f WHERE f.bestand = %L AND f.rij = s.rij '
            'AND f.soort = ''dossier_anders'')', v_bestand), 'aanmelding_id', 'aanmelding_bestaat');
    END LOOP;
    FOREACH v_bestand IN ARRAY ARRAY['kanten', 'doelen', 'bijdragen'] LOOP
        EXECUTE format(v_meld, v_bestand,
            'SELECT FROM public.casus_casusrol r JOIN public.casus_casus c ON c.id = r.casus_id '
            'WHERE c.kenmerk = s.casus_id', 'casus_id', 'casus_in_gebruik');
    END LOOP;
    FOREACH v_bestand IN ARRAY ARRAY['bijdragepubliek', 'documenten'] LOOP
        EXECUTE format(v_meld, v_bestand,
            'SELECT FROM invoer.bijdragen b WHERE b.bijdrage_id = s.bijdrage_id '
            'AND b.stand = ''gelijk''', 'bijdrage_id', 'bijdrage_bestaat');
    END LOOP;
END $$;
