-- SPDX-License-Identifier: EUPL-1.2
-- Who signed a plan travels along with the dossier (docs/adr/0029); the plan itself holds the first day.
CREATE UNLOGGED TABLE invoer.handtekeningen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    plan_id text,
    persoon_id text,
    ondertekend_op text
);

CREATE VIEW uitwisseling.handtekeningen WITH (security_invoker = true) AS
SELECT h.id, c.beperkt AS blijft, l.kenmerk::text AS plan_id, p.kenmerk::text AS persoon_id,
       h.ondertekend_op::text AS ondertekend_op
  FROM public.plan_handtekening h
  JOIN public.plan_plan l ON l.id = h.plan_id
  JOIN public.casus_casus c ON c.id = h.casus_id
  JOIN public.casus_betrokkenheid m ON m.id = h.betrokkenheid_id
  JOIN public.personen_persoon p ON p.id = m.persoon_id;

-- The casus of a plan, by identifier: as the package says, and as it is here.
CREATE FUNCTION uitwisseling.casussen_van_plan(p_plan text) RETURNS SETOF text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT x.casus_id FROM invoer.plannen x WHERE x.plan_id = p_plan AND x.casus_id IS NOT NULL
    UNION ALL
    SELECT c.kenmerk::text FROM public.plan_plan l JOIN public.casus_casus c ON c.id = l.casus_id
     WHERE l.kenmerk = p_plan
$$;

-- Compare what is staged with what is here, and say no more than new, equal or different. New rows of a
-- casus in which somebody takes part, new rows under a bijdrage that was here, and verdicts and deciders
-- of an aanmelding that was here, are refused: what was decided here stays what it was. So is a side that
-- would not come to be as the package says. In the place of the one in kanten.sql.
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
        ('handtekeningen', ARRAY['plan_id', 'persoon_id']),
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
    -- Until this import is done nobody comes to take part in a casus that gets a row, nor comes to stand on a side:
    -- who does waits for this lock (casus.eis_casus) and then sees what came. Before any other row of a casus, as
    -- they do, and before what is asked of those casussen here below.
    PERFORM 1 FROM public.casus_casus c
      WHERE c.kenmerk IN (SELECT s.casus_id FROM invoer.kanten s WHERE s.stand = 'nieuw'
                          UNION ALL SELECT v.casus_id FROM invoer.handtekeningen s,
                                 LATERAL uitwisseling.casussen_van_plan(s.plan_id) v(casus_id) WHERE s.stand = 'nieuw'
                          UNION ALL SELECT s.casus_id FROM invoer.doelen s WHERE s.stand = 'nieuw'
                          UNION ALL SELECT s.casus_id FROM invoer.bijdragen s WHERE s.stand = 'nieuw')
      ORDER BY c.id FOR UPDATE OF c;
    -- Who was in the casus before comes back on that side (casus.houd_zijde), and whom a regisseur took off their
    -- side stays on none.
    EXECUTE format(v_meld, 'kanten',
        'SELECT FROM public.casus_casus c JOIN public.personen_persoon p ON p.kenmerk = s.persoon_id '
        'LEFT JOIN LATERAL casus.eerdere_zijde(c.id, p.id) e(zijde) ON true '
        'WHERE c.kenmerk = s.casus_id AND NOT EXISTS (SELECT FROM invoer.fout f WHERE f.bestand = ''kanten'' '
        'AND f.rij = s.rij AND f.soort = ''dossier_anders'') AND CASE WHEN e.zijde IS NOT NULL '
        'THEN e.zijde::text <> s.kant ELSE EXISTS (SELECT FROM public.casus_betrokkenheidevent h '
        'WHERE h.casus_id = c.id AND h.persoon_id = p.id AND h.zijde IS NOT NULL) END',
        'persoon_id', 'kant_anders');
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
    EXECUTE format(v_meld, 'handtekeningen',
        'SELECT FROM public.casus_casusrol r JOIN public.casus_casus c ON c.id = r.casus_id '
        'WHERE c.kenmerk IN (SELECT v FROM uitwisseling.casussen_van_plan(s.plan_id) v)',
        'plan_id', 'casus_in_gebruik');
    FOREACH v_bestand IN ARRAY ARRAY['bijdragepubliek', 'documenten'] LOOP
        EXECUTE format(v_meld, v_bestand,
            'SELECT FROM invoer.bijdragen b WHERE b.bijdrage_id = s.bijdrage_id '
            'AND b.stand = ''gelijk''', 'bijdrage_id', 'bijdrage_bestaat');
    END LOOP;
END $$;

-- A register says on which day a plan was signed first, and of a signature here who set it and when. The one
-- can't come to say later than the other, or nothing: figures and volgfase follow the plan, and the next house
-- refuses a signature of before it. Who signs meanwhile waits for the lock, as in vergelijk_dossier, and then
-- sees what came. Only of what is going to be written.
CREATE FUNCTION uitwisseling.toets_eerste_handtekening() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT toegang.voert_in() THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM 1 FROM public.casus_casus c
      WHERE c.id IN (SELECT l.casus_id FROM invoer.plannen s JOIN public.plan_plan l ON l.id = s.id
                      WHERE s.stand = 'gewijzigd')
      ORDER BY c.id FOR UPDATE OF c;
    INSERT INTO invoer.fout (bestand, rij, kolom, waarde, soort, over)
    SELECT 'plannen', s.rij, 'ondertekend_op', coalesce(s.ondertekend_op, ''),
           CASE WHEN s.ondertekend_op IS NULL THEN 'al_ondertekend' ELSE 'na_de_eerste' END, s.plan_id
      FROM invoer.plannen s
      JOIN (SELECT h.plan_id, min(h.ondertekend_op) AS op FROM public.plan_handtekening h GROUP BY 1) e
        ON e.plan_id = s.id
     WHERE s.stand = 'gewijzigd' AND coalesce(s.ondertekend_op > e.op::text, true);
END $$;

REVOKE ALL ON FUNCTION uitwisseling.casussen_van_plan(text), uitwisseling.toets_eerste_handtekening() FROM PUBLIC;
