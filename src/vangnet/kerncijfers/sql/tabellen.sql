-- SPDX-License-Identifier: EUPL-1.2
-- Facts: codes, days and keys without meaning; no name, no birth date, no identifier of the house.
-- NULL = the column says nothing about this kind of fact; what is not known is the class 'onbekend'.
--
-- bron_id is the row of the register behind a fact while it lives. The figures role can't read it,
-- and it is emptied when that row is destroyed: the fact stays as a counter with no way back.
CREATE SCHEMA kerncijfers;

CREATE TABLE feit_aanmelding (
    bron_id uuid UNIQUE,
    ontvangen_op date NOT NULL,
    triage_op date,
    triage_besluit text COLLATE "C" NOT NULL,
    reden text COLLATE "C" NOT NULL,
    gemeente text COLLATE "C" NOT NULL,
    aanmelder_soort text COLLATE "C" NOT NULL,
    aanmelder_groep text COLLATE "C" NOT NULL,
    keten text COLLATE "C" NOT NULL,
    herkomst text COLLATE "C" NOT NULL,
    aandachtsgebied text COLLATE "C" NOT NULL
);
CREATE INDEX feit_aanmelding_ontvangen_op ON feit_aanmelding (ontvangen_op);
CREATE INDEX feit_aanmelding_triage_op ON feit_aanmelding (triage_op);

CREATE TABLE feit_casus (
    sleutel uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    bron_id uuid UNIQUE,
    aangemeld_op date NOT NULL,
    eerste_inzet text COLLATE "C" NOT NULL,
    samenstelling text COLLATE "C" NOT NULL,
    leeftijd smallint,
    gemeente text COLLATE "C" NOT NULL,
    aanmelder_soort text COLLATE "C" NOT NULL,
    aanmelder_groep text COLLATE "C" NOT NULL,
    keten text COLLATE "C" NOT NULL,
    herkomst text COLLATE "C" NOT NULL,
    aandachtsgebied text COLLATE "C" NOT NULL
);
CREATE INDEX feit_casus_aangemeld_op ON feit_casus (aangemeld_op);

-- One row for each rol of each person in a casus.
CREATE TABLE feit_betrokkene (
    casus uuid NOT NULL,
    persoon uuid NOT NULL,
    rol text COLLATE "C" NOT NULL,
    vanaf date,
    aangemeld_op date NOT NULL,
    eerste_inzet text COLLATE "C" NOT NULL
);
CREATE INDEX feit_betrokkene_casus ON feit_betrokkene (casus);
CREATE INDEX feit_betrokkene_aangemeld_op ON feit_betrokkene (aangemeld_op);

-- What happened on a day, or lasted from `datum` to `tot` (infinity: it still does).
-- soort inzet: the casus is open under `inzet` at the start of each day d with datum < d <= tot;
-- volgende: where the next such row of the same casus begins.
CREATE TABLE feit_gebeurtenis (
    bron_id uuid,
    casus uuid,
    soort text COLLATE "C" NOT NULL,
    datum date NOT NULL,
    tot date,
    volgende date,
    aangemeld_op date,
    aantal numeric,
    inzet text COLLATE "C",
    wissel text COLLATE "C",
    afsluitreden text COLLATE "C",
    resultaat text COLLATE "C",
    ontvanger_soort text COLLATE "C",
    aanmelder_soort text COLLATE "C",
    thema text COLLATE "C",
    aan text COLLATE "C",
    gemeente text COLLATE "C",
    post text COLLATE "C",
    bron text COLLATE "C"
);
CREATE INDEX feit_gebeurtenis_bron_id ON feit_gebeurtenis (bron_id) WHERE bron_id IS NOT NULL;
CREATE INDEX feit_gebeurtenis_casus ON feit_gebeurtenis (casus) WHERE casus IS NOT NULL;
CREATE INDEX feit_gebeurtenis_datum ON feit_gebeurtenis (soort, datum);
CREATE INDEX feit_gebeurtenis_tot ON feit_gebeurtenis (soort, tot) WHERE tot IS NOT NULL;

-- Persons are counted once under a key that means nothing; nobody but the owner reads this table.
CREATE TABLE kerncijfers.persoonsleutel (
    persoon_id uuid PRIMARY KEY,
    sleutel uuid NOT NULL DEFAULT gen_random_uuid()
);

-- Rows of the register whose facts are behind; filled by triggers, in the transaction of the write.
CREATE TABLE kerncijfers.wachtrij (
    soort text NOT NULL,
    id uuid NOT NULL
);
