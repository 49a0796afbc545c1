-- SPDX-License-Identifier: EUPL-1.2
-- Staging of an import: one table for each file of the package, every cell as text. Unlogged, and
-- emptied in the transaction that fills them, so that after a crash nothing stands here either.
--
-- rij: the row of the file, empty for a row fetched from the register to compare with;
-- id: the key that the row has or will have; stand: nieuw, gewijzigd, gelijk or register.
CREATE SCHEMA invoer;

CREATE UNLOGGED TABLE invoer.organisaties (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    organisatie_id text,
    naam text,
    soort text,
    keten text,
    deelnemer text,
    convenant_op text,
    rapportgroep text
);

CREATE UNLOGGED TABLE invoer.personen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    persoon_id text,
    achternaam text,
    voornamen text,
    tussenvoegsel text,
    geboortedatum text,
    geslacht text,
    bsn text,
    gemeente text,
    eerste_verwerking text
);

CREATE UNLOGGED TABLE invoer.relaties (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    persoon_id text,
    andere_persoon_id text,
    soort text,
    vanaf text,
    tot text
);

CREATE UNLOGGED TABLE invoer.casussen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    casus_id text,
    samenstelling text,
    hoofdbetrokkene text,
    gemeente text,
    aandachtsgebied text,
    eerste_verwerking text
);

CREATE UNLOGGED TABLE invoer.aanmeldingen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    aanmelding_id text,
    ontvangen_op text,
    aanmelder text,
    aangedragen_door text,
    herkomst text,
    gemeente text,
    aandachtsgebied text,
    aanleiding text,
    triage_op text,
    triage_besluit text,
    reden text,
    casus_id text,
    eerste_verwerking text
);

CREATE UNLOGGED TABLE invoer.inzetten (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    casus_id text,
    soort text,
    vanaf text,
    tot text
);

CREATE UNLOGGED TABLE invoer.afsluitingen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    casus_id text,
    afgesloten_op text,
    afsluitreden text,
    resultaat text,
    overdracht text,
    heropend_op text
);

CREATE UNLOGGED TABLE invoer.betrokkenen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    casus_id text,
    persoon_id text,
    rol text,
    vanaf text,
    tot text,
    eerste_verwerking text
);

CREATE UNLOGGED TABLE invoer.trajecten (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    casus_id text,
    vanaf text,
    tot text
);

CREATE UNLOGGED TABLE invoer.plannen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    plan_id text,
    casus_id text,
    vastgesteld_op text,
    nadruk text,
    ondertekend_op text,
    volgen_tot text
);

CREATE UNLOGGED TABLE invoer.afspraken (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    afspraak_id text,
    casus_id text,
    organisatie_id text,
    domein text,
    interventie text,
    omschrijving text,
    vastgesteld_op text,
    uiterlijk_op text,
    gereed_op text,
    vervallen_op text
);

CREATE UNLOGGED TABLE invoer.overleggen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    overleg_id text,
    datum text,
    soort text,
    casus_id text,
    gemeente text
);

CREATE UNLOGGED TABLE invoer.opschalingen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    casus_id text,
    datum text,
    niveau text,
    uitkomst text
);

CREATE UNLOGGED TABLE invoer.adviezen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    advies_id text,
    datum text,
    soort text,
    organisatie_id text,
    aan text,
    thema text,
    gemeente text
);

CREATE UNLOGGED TABLE invoer.tellingen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    datum text,
    soort text,
    aantal text,
    gemeente text
);

CREATE UNLOGGED TABLE invoer.meldingen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    melding_id text,
    datum text,
    doelgroep text,
    herhaald text,
    organisatie_id text,
    gemeente text,
    eerste_verwerking text
);

CREATE UNLOGGED TABLE invoer.vervolgacties (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    melding_id text,
    soort text,
    datum text
);

CREATE UNLOGGED TABLE invoer.prioriteringen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    persoon_id text,
    doelgroep text,
    vanaf text,
    tot text,
    gemeente text,
    criteria_versie text,
    eerste_verwerking text
);

CREATE UNLOGGED TABLE invoer.prestatieafspraken (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    afspraak text,
    financier text,
    van text,
    tot text,
    gemeenten text,
    doelgroep text,
    soort text,
    doel text,
    gerealiseerd text
);

CREATE UNLOGGED TABLE invoer.signalen (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    signaal_id text,
    datum text,
    soort text,
    thema text,
    geadresseerd_aan text,
    geadresseerd_op text,
    antwoord_op text
);

CREATE UNLOGGED TABLE invoer.financien (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    jaar text,
    soort text,
    post text,
    bron text,
    bedrag text,
    besluit_op text
);

CREATE UNLOGGED TABLE invoer.gepubliceerd (
    rij integer,
    id uuid NOT NULL,
    stand text NOT NULL DEFAULT 'nieuw',
    rapport text,
    van text,
    tot text,
    sleutel text,
    uitsplitsing text,
    populatie text,
    definitie_versie text,
    waarde text,
    eenheid text,
    plaats text,
    label text,
    citaat text
);

-- What was found wrong; nr keeps the order in which it was found.
CREATE UNLOGGED TABLE invoer.fout (
    nr bigint GENERATED ALWAYS AS IDENTITY,
    bestand text NOT NULL,
    rij integer NOT NULL,
    kolom text NOT NULL,
    waarde text NOT NULL,
    soort text NOT NULL,
    over text NOT NULL
);

-- The BSNs of the package under their keyed hash (hex), encrypted outside the database.
CREATE UNLOGGED TABLE invoer.bsn (
    bsn text,
    zoek text NOT NULL,
    versleuteld bytea NOT NULL
);

-- The earliest day that the package knows of a casus or a person.
CREATE UNLOGGED TABLE invoer.eerste_dag (
    soort text NOT NULL,
    kenmerk text NOT NULL,
    dag text
);

-- The casussen that an import touches; vervang: all their rows in four files are replaced.
CREATE UNLOGGED TABLE invoer.geraakt (
    casus_id text NOT NULL,
    vervang boolean NOT NULL
);

-- aangemeld_op of a casus is the earliest ontvangen_op of its aanmeldingen; ties: lowest identifier.
CREATE VIEW invoer.aangemeld WITH (security_invoker = true) AS
SELECT DISTINCT ON (casus_id) casus_id, ontvangen_op AS aangemeld_op, gemeente, rij
FROM invoer.aanmeldingen
WHERE casus_id IS NOT NULL AND ontvangen_op IS NOT NULL
ORDER BY casus_id, ontvangen_op, aanmelding_id COLLATE "C";

-- Rows of inzetten whose days have been reported: they prove nothing more.
CREATE VIEW invoer.datumfout WITH (security_invoker = true) AS
SELECT rij FROM invoer.fout
WHERE bestand = 'inzetten' AND soort IN ('verplicht', 'datum_vorm', 'datum_bereik',
    'cel_geen_utf8', 'cel_stuurteken', 'rij_cellen', 'tot_voor_vanaf');

-- The planner needs to know what was loaded, and only the owner of a table may count it.
CREATE FUNCTION invoer.analyseer(tabellen text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tabel text;
BEGIN
    FOREACH tabel IN ARRAY tabellen LOOP
        EXECUTE format('ANALYZE invoer.%I', tabel);
    END LOOP;
END $$;

-- The same for tables of the register that an import has just filled.
CREATE FUNCTION invoer.analyseer_register(tabellen text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tabel text;
BEGIN
    FOREACH tabel IN ARRAY tabellen LOOP
        EXECUTE format('ANALYZE public.%I', tabel);
    END LOOP;
END $$;

REVOKE ALL ON FUNCTION invoer.analyseer(text[]), invoer.analyseer_register(text[]) FROM PUBLIC;
