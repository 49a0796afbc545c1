# SPDX-License-Identifier: EUPL-1.2
"""What injected SQL can't do under the application's role, with a good asker in place."""

from collections.abc import Callable

import psycopg
import pytest
from django.db import DatabaseError, connection
from psycopg import sql

from config import settings as instellingen
from tests.toegang.proefbank import Proefbank, zitting
from vangnet.casus.models import Casus
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.postgres15
Wie = Callable[[str], Vrager]
APP = instellingen.ROLLEN.app

GEWEIGERD = {
    "rol van de eigenaar": f"SET ROLE {instellingen.ROLLEN.eigenaar}",
    "rol van het zegel": f"SET ROLE {instellingen.ROLLEN.zegel}",
    "rol van de back-up": f"SET ROLE {instellingen.ROLLEN.backup}",
    "rol van de beheerder": f"SET ROLE {BEHEERDER}",
    "een andere sessie": f"SET SESSION AUTHORIZATION {instellingen.ROLLEN.eigenaar}",
    "rol in een vraag": f"SELECT set_config('role', '{instellingen.ROLLEN.backup}', true)",
    "alle rijen lezen mogen": f"ALTER ROLE {APP} BYPASSRLS",
    "de sleutels": "SELECT * FROM toegang.sleutel",
    "de lezer van het token": "SELECT * FROM toegang.gelezen_vrager()",
    "een tabel": "CREATE TABLE proef (id int)",
    "een tijdelijke tabel": "CREATE TEMP TABLE casus_casus (id int)",
    "een tijdelijk beeld": "CREATE TEMP VIEW casus_casus AS SELECT 1",
    "een schema": "CREATE SCHEMA proef",
    "een functie": "CREATE FUNCTION proef() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "een functie van pg_temp": "CREATE FUNCTION pg_temp.p() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "een functie vervangen": (
        "CREATE OR REPLACE FUNCTION toegang.is_huis() RETURNS boolean LANGUAGE sql AS 'SELECT true'"
    ),
    "een functie wijzigen": "ALTER FUNCTION toegang.is_huis() SECURITY INVOKER",
    "een functie weggooien": "DROP FUNCTION toegang.is_huis() CASCADE",
    "een blok code": "DO $$ BEGIN NULL; END $$",
    "een uitbreiding": "CREATE EXTENSION dblink",
    "een andere server": "CREATE FOREIGN DATA WRAPPER proef",
    "rijbeveiliging uit": "ALTER TABLE casus_casus DISABLE ROW LEVEL SECURITY",
    "een trekker uit": "ALTER TABLE journaal_handeling DISABLE TRIGGER ALL",
    "alle trekkers uit": "SET session_replication_role = replica",
    "een beleid erbij": "CREATE POLICY open ON casus_casus USING (true)",
    "een beleid weg": "DROP POLICY lezen ON casus_casus",
    "meekijken aan": "SET track_activities = on",
    "alles in het logboek": "SET log_statement = 'all'",
    "een ander proces beëindigen": "SELECT pg_terminate_backend(pg_backend_pid())",
    "een andere vraag afbreken": "SELECT pg_cancel_backend(pg_backend_pid())",
    "een slot van de sessie": "SELECT pg_advisory_lock(1)",
    "een slot van de sessie, als het kan": "SELECT pg_try_advisory_lock(1)",
    "een groot object": "SELECT lo_from_bytea(0, 'x')",
    "een groot object maken": "SELECT lo_create(0)",
    "een groot object van een bestand": "SELECT lo_import('/etc/passwd')",
    "SQL als tekst": "SELECT query_to_xml('SELECT 1', true, true, '')",
    "een tabel als xml": "SELECT table_to_xml('casus_casus', true, true, '')",
    "SQL voor zoekwoorden": "SELECT * FROM ts_stat('SELECT ''a''::tsvector')",
    "SQL in een zoekvraag": "SELECT ts_rewrite('a'::tsquery, 'SELECT 1')",
    "een bestand lezen": "SELECT pg_read_file('PG_VERSION')",
    "een map lezen": "SELECT pg_ls_dir('.')",
    "een bestand inlezen": "COPY django_session FROM '/etc/passwd'",
    "een programma": "COPY casus_casus TO PROGRAM 'cat'",
    "een tabel leegmaken": "TRUNCATE casus_casus",
}


@pytest.mark.asvs("13.2.2")
@pytest.mark.parametrize("wat", GEWEIGERD)
def test_de_toepassing_kan_dit_niet(wat: str, app: psycopg.Connection) -> None:
    with zitting(app, "procesregisseur"), pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(GEWEIGERD[wat].encode())


@pytest.mark.asvs("16.5.3")
def test_rijbeveiliging_overslaan_geeft_een_fout_en_geen_rijen(app: psycopg.Connection) -> None:
    with zitting(app, "procesregisseur"):
        app.execute("SET LOCAL row_security = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
            app.execute("SELECT * FROM casus_casus")


@pytest.mark.asvs("8.2.2")
def test_een_voorwaarde_ziet_geen_rij_die_de_vrager_niet_ziet(app: psycopg.Connection) -> None:
    """It would divide by zero at somebody else's row: the policy comes first."""
    vraag = (
        "SELECT count(*) > 0 FROM journaal_handeling "
        "WHERE 1 / (gebruiker = (SELECT toegang.vrager()))::int > 0"
    )
    with zitting(app, "procesregisseur"):
        assert app.execute(vraag.encode()).fetchone() == (True,)


@pytest.mark.asvs("8.2.2")
def test_uitvoer_met_copy_geeft_alleen_wat_de_vrager_ziet(app: psycopg.Connection) -> None:
    with (
        zitting(app, "collega_van_ketenpartner"),
        app.cursor() as cursor,
        cursor.copy("COPY casus_casus TO STDOUT") as uitvoer,
    ):
        assert list(uitvoer) == []


@pytest.mark.parametrize(("rol", "tabel"), [("cijfers", "feit_casus"), ("invoer", "casus_casus")])
def test_een_andere_rol_zonder_de_vrager_ervan_ziet_niets(
    rol: str, tabel: str, app: psycopg.Connection
) -> None:
    with zitting(app, "collega_van_ketenpartner"):
        naam = str(getattr(instellingen.ROLLEN, rol))
        app.execute("SELECT set_config('role', %s, true)", [naam])
        vraag = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(tabel))

        assert app.execute(vraag).fetchone() == (0,)


def test_een_tijdelijke_tabel_houdt_geen_functie_voor_de_gek(
    bank: Proefbank, app: psycopg.Connection
) -> None:
    """Even with the right to make one: pg_temp comes last, and names carry their schema."""
    bank.beheer.execute(f'GRANT TEMP ON DATABASE "{bank.naam}" TO {APP}'.encode())
    try:
        with zitting(app, "zonder_rol"):
            for opdracht in (
                "CREATE TEMP TABLE toegang_accountrol (LIKE public.toegang_accountrol)",
                "INSERT INTO pg_temp.toegang_accountrol (gebruiker, rol, vanaf) "
                "SELECT toegang.vrager(), r, '2019-01-01' "
                "FROM unnest(ARRAY['procesregisseur', 'opdrachtregel', 'analist']) r",
                "SET LOCAL search_path = pg_temp, public",
            ):
                app.execute(opdracht.encode())
            vraag = "SELECT toegang.is_huis(), toegang.mag_cijfers(), toegang.voert_in()"

            assert app.execute(vraag).fetchone() == (False, False, False)
    finally:
        bank.beheer.execute(f'REVOKE TEMP ON DATABASE "{bank.naam}" FROM {APP}'.encode())


@pytest.mark.asvs("1.2.4")
@pytest.mark.django_db
@pytest.mark.parametrize("waarden", [None, [1]])
def test_twee_opdrachten_in_een_worden_geweigerd(waarden: list[int] | None, vrager: Wie) -> None:
    opdracht = "SELECT 1; SELECT 2" if waarden is None else "SELECT %s; SELECT 2"
    with (
        pytest.raises(DatabaseError, match="multiple commands"),
        als(vrager("amira")),
        connection.cursor() as cursor,
    ):
        cursor.execute(opdracht, waarden)


def test_vergif_op_een_bewaarde_verbinding_raakt_de_volgende_niet(
    eigen_databank: str, vrager: Wie
) -> None:
    vergif = {
        "role": instellingen.ROLLEN.cijfers,
        "search_path": "pg_temp",
        "TimeZone": "Pacific/Auckland",
        "row_security": "off",
        "statement_timeout": "1",
        "toegang.vrager": "x" * 120,
    }
    with als(vrager("chantal")), connection.cursor() as cursor:
        for naam, waarde in vergif.items():
            cursor.execute("SELECT set_config(%s, %s, false)", [naam, waarde])
            # This one would break off the poisoner itself.
            cursor.execute("SET LOCAL statement_timeout = 0")

    with als(vrager("amira")), connection.cursor() as cursor:
        gezien = Casus.objects.count()
        cursor.execute("SELECT current_user, current_setting('TimeZone'), now() IS NOT NULL")

        assert (gezien, cursor.fetchone()) == (1, (APP, "UTC", True))
