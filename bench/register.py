# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the statements are put together from own words
"""A register as large as a hundred houses: what the plans and times of the key queries are held to.

One casus in ten is open, and Bram holds a rol in ten open ones. Written as administrator without
triggers, because what they would derive is written along; the history stays empty.
"""

from psycopg import Connection

from tests.bezetting import id_van

ZAKEN = 500_000
_OPEN = "n %% 10 = 0"
_DICHT = "n %% 10 <> 0"
_CASUS = "md5('casus' || n)::uuid"
_PERSOON = "md5('persoon' || n)::uuid"
_ORGANISATIE = "md5('organisatie' || n %% 200)::uuid"
_MENS = "md5('mens' || n %% 3000)::uuid"
# The columns that every table has.
_BASIS = "id, versie, aangemaakt_op"
_NIEUW = "gen_random_uuid(), 1, now()"

VULLING = (
    f"INSERT INTO organisaties_organisatie ({_BASIS}, kenmerk, naam, soort, keten) "
    f"SELECT {_ORGANISATIE}, 1, now(), 'org-' || n, 'Organisatie ' || n, 'ggz', 'zorg' "
    "FROM generate_series(0, 199) n WHERE %(zaken)s > 0",
    f"INSERT INTO personen_persoon ({_BASIS}, kenmerk, achternaam, voornamen, gemeente, dicht, "
    f"eerste_verwerking_afgeleid) SELECT {_PERSOON}, 1, now(), 'pb-' || n, "
    "'Achternaam' || n %% 5000, 'Voornaam' || n %% 700, 'GM' || lpad((80 + n %% 18)::text, 4, '0'),"
    f" {_DICHT}, false FROM generate_series(1, %(zaken)s) n",
    f"INSERT INTO casus_casus ({_BASIS}, kenmerk, samenstelling, hoofdbetrokkene_id, gemeente, "
    "dicht, beperkt, gesloten, eerste_verwerking_afgeleid) "
    f"SELECT {_CASUS}, 1, now(), 'ZVH-' || lpad(n::text, 7, '0'), 'individu', {_PERSOON}, "
    f"'GM' || lpad((80 + n %% 18)::text, 4, '0'), {_DICHT}, n %% 50 = 1, "
    f"{_DICHT} AND n %% 50 <> 1, false FROM generate_series(1, %(zaken)s) n",
    f"INSERT INTO casus_inzet ({_BASIS}, casus_id, soort, vanaf, dicht) SELECT {_NIEUW}, {_CASUS}, "
    f"'procesregie', date '2014-01-01' + n %% 3650, {_DICHT} FROM generate_series(1, %(zaken)s) n",
    f"INSERT INTO casus_betrokkenheid ({_BASIS}, casus_id, persoon_id, rol, dicht, "
    f"eerste_verwerking_afgeleid) SELECT {_NIEUW}, {_CASUS}, {_PERSOON}, 'hoofdbetrokkene', "
    f"{_DICHT}, false FROM generate_series(1, %(zaken)s) n",
    f"INSERT INTO casus_casusrol ({_BASIS}, casus_id, gebruiker_id, organisatie_id, rol, antwoord, "
    f"vanaf, dicht) SELECT {_NIEUW}, {_CASUS}, {_MENS}, {_ORGANISATIE}, "
    f"'deelnemer', 'aanvaard', '2020-01-01', {_DICHT} FROM generate_series(1, %(zaken)s) n",
    # One account in ten is no partner any more.
    "INSERT INTO toegang_accountrol (id, gebruiker, rol, organisatie, vanaf, tot, taak, "
    f"screening_op, bevestigd_op) SELECT gen_random_uuid(), {_MENS}, 'ketenpartner', "
    f"{_ORGANISATIE}, '2020-01-01', CASE WHEN n %% 100 < 10 THEN date '2024-01-01' END, 'a', "
    "'2020-01-01', now() FROM generate_series(0, 2999) n WHERE %(zaken)s > 0",
    f"INSERT INTO casus_casusrol ({_BASIS}, casus_id, gebruiker_id, organisatie_id, rol, antwoord, "
    f"vanaf, dicht) SELECT {_NIEUW}, {_CASUS}, %(bram)s, %(ggz)s, 'deelnemer', 'aanvaard', "
    "'2020-01-01', false FROM generate_series(1, %(zaken)s) n "
    f"WHERE {_OPEN} AND n %% greatest(10, %(zaken)s / 10) = 0",
    f"INSERT INTO aanmelding_aanmelding ({_BASIS}, kenmerk, ontvangen_op, aanmelder_id, gemeente, "
    "aanleiding, triage_op, triage_besluit, casus_id, dicht, eerste_verwerking_afgeleid) "
    f"SELECT {_NIEUW}, 'ab-' || n, date '2014-01-01' + n %% 3650, "
    f"CASE WHEN n %% 200 = 0 THEN %(ggz)s ELSE {_ORGANISATIE} END, "
    "'GM' || lpad((80 + n %% 18)::text, 4, '0'), 'Aanleiding', date '2014-01-01' + n %% 3650, "
    f"'procesregie', {_CASUS}, {_DICHT}, false FROM generate_series(1, %(zaken)s) n",
    f"INSERT INTO plan_afspraak ({_BASIS}, kenmerk, casus_id, organisatie_id, domein, omschrijving,"
    f" vastgesteld_op, uiterlijk_op, dicht) SELECT {_NIEUW}, 'af-' || n, {_CASUS}, "
    f"CASE WHEN n %% 20 = 0 THEN %(ggz)s ELSE {_ORGANISATIE} END, 'zorg', 'Bellen', '2020-01-01', "
    f"'2030-01-01', {_DICHT} FROM generate_series(1, %(zaken)s) n",
    f"INSERT INTO afsluiting_afsluiting ({_BASIS}, casus_id, afgesloten_op, resultaat, dicht) "
    f"SELECT {_NIEUW}, {_CASUS}, '2024-01-01', 'deels', true "
    f"FROM generate_series(1, %(zaken)s) n WHERE {_DICHT} AND n %% 50 <> 1",
)
GROTE_TABELLEN = (
    "aanmelding_aanmelding",
    "afsluiting_afsluiting",
    "casus_betrokkenheid",
    "casus_casus",
    "casus_casusrol",
    "casus_inzet",
    "personen_persoon",
    "plan_afspraak",
)


def vul(beheer: "Connection[tuple[object, ...]]", zaken: int = ZAKEN) -> None:
    """Fill a copy of the template with `zaken` casussen; as administrator."""
    waarden = {"zaken": zaken, "bram": id_van("bram"), "ggz": id_van("ggz")}
    beheer.execute("SET session_replication_role = replica")
    for opdracht in VULLING:
        beheer.execute(opdracht.encode(), waarden)
    beheer.execute("RESET session_replication_role")
    beheer.execute(f"VACUUM ANALYZE {', '.join(GROTE_TABELLEN)}".encode())
