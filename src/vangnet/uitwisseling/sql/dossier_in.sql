-- SPDX-License-Identifier: EUPL-1.2
-- Casework that comes in (docs/adr/0026): the import role adds it and does not read it.

CREATE UNLOGGED TABLE invoer.criteriumoordelen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    aanmelding_id text,
    criterium text,
    geldt text,
    motivering text
);

CREATE UNLOGGED TABLE invoer.huisoordelen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    aanmelding_id text,
    criterium text,
    vanaf text,
    geldt text,
    motivering text
);

CREATE UNLOGGED TABLE invoer.beslissers (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    aanmelding_id text,
    organisatie_id text,
    naam text,
    akkoord text
);

CREATE UNLOGGED TABLE invoer.doelen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    doel_id text,
    casus_id text,
    leefgebied text,
    omschrijving text,
    meetbaar text,
    vastgesteld_op text,
    streefdatum text,
    resultaat text,
    beoordeeld_op text
);

CREATE UNLOGGED TABLE invoer.bijdragen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    bijdrage_id text,
    casus_id text,
    soort text,
    leefgebied text,
    over text,
    bron text,
    categorie text,
    doel text,
    onder_geheim text,
    grond text,
    grond_motivering text,
    voorwaarden text,
    publiek text,
    tekst text,
    eerste_verwerking text
);

CREATE UNLOGGED TABLE invoer.bijdragepubliek (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    bijdrage_id text,
    organisatie_id text
);

CREATE UNLOGGED TABLE invoer.documenten (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    bijdrage_id text,
    nummer text,
    naam text,
    soort text,
    omvang text,
    sha256 text
);

-- Casework comes in by the command line only: a page has no key to open it with.
CREATE FUNCTION uitwisseling.voert_dossier_in() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') = 'opdracht'
       AND toegang.voert_in();
END $$;

-- The casussen in which somebody takes part, or did: there a row that comes in could be seen by more.
CREATE FUNCTION uitwisseling.casussen_in_gebruik() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF uitwisseling.voert_dossier_in() THEN
        RETURN QUERY SELECT DISTINCT r.casus_id FROM public.casus_casusrol r;
    END IF;
END $$;

-- When this transaction began, for policies, that ask a function once and never for each row.
CREATE FUNCTION uitwisseling.begin_van_nu() RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT now()
$$;

-- Compare what is staged with what is here, and say no more than new, equal or different. New rows of a
-- casus in which somebody takes part, and new rows under a bijdrage that was here, are refused.
CREATE FUNCTION uitwisseling.vergelijk_dossier() RETURNS void
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
    FOREACH v_bestand IN ARRAY ARRAY['doelen', 'bijdragen'] LOOP
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

REVOKE ALL ON FUNCTION uitwisseling.voert_dossier_in(), uitwisseling.casussen_in_gebruik(),
    uitwisseling.begin_van_nu(), uitwisseling.vergelijk_dossier() FROM PUBLIC;
