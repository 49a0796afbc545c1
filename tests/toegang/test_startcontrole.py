# SPDX-License-Identifier: EUPL-1.2
"""The application starts under its own narrow role only; each way of having more is tried."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from config import settings as instellingen
from tests.databank import WORTEL
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import OmgevingFout
from vangnet.toegang.startcontrole import bezwaren, eis_smalle_rechten, rechten_vrijgeven

ROLLEN = instellingen.ROLLEN
APP = ROLLEN.app

# What an administrator may have done, and what the application says of it.
TE_VEEL = {
    f"ALTER ROLE {APP} SUPERUSER": f"De rol {APP} is superuser.",
    f"ALTER ROLE {APP} BYPASSRLS": f"De rol {APP} gaat langs rijbeveiliging.",
    f"ALTER ROLE {APP} CREATEROLE": f"De rol {APP} maakt rollen of databanken.",
    f"ALTER ROLE {APP} INHERIT": f"De rol erft de rechten van andere rollen: {APP}.",
    f"GRANT {ROLLEN.eigenaar} TO {APP}": f"De rol kan worden: {ROLLEN.eigenaar}.",
    f"GRANT {ROLLEN.backup} TO {APP}": f"De rol kan worden: {ROLLEN.backup}.",
    f"GRANT pg_read_all_data TO {APP}": "De rol kan worden: pg_read_all_data.",
    f"ALTER TABLE plan_plan OWNER TO {APP}": "De rol bezit: table plan_plan.",
    f"ALTER FUNCTION toegang.is_huis() OWNER TO {APP}": "De rol bezit: function toegang.is_huis().",
    f"ALTER ROLE {APP} SET search_path = 'x'": "De rol heeft een eigen instelling: search_path=x.",
    f"ALTER ROLE {APP} SET default_transaction_read_only = on": (
        "De rol heeft een eigen instelling: default_transaction_read_only=on."
    ),
    f"GRANT CREATE ON SCHEMA public TO {APP}": "De rol mag maken in schema public.",
    f"GRANT DELETE ON casus_casus TO {APP}": (
        f"Te veel: tabel public.casus_casus: {APP} mag DELETE."
    ),
    f"GRANT UPDATE (kenmerk) ON casus_casus TO {APP}": (
        f"Te veel: kolom public.casus_casus.kenmerk: {APP} mag UPDATE."
    ),
    f"GRANT SELECT ON toegang.sleutel TO {APP}": (
        f"Te veel: tabel toegang.sleutel: {APP} mag SELECT."
    ),
    "GRANT SELECT ON personen_persoon TO PUBLIC": (
        "Te veel: tabel public.personen_persoon: PUBLIC mag SELECT."
    ),
    f"GRANT EXECUTE ON FUNCTION toegang.gelezen_vrager() TO {APP}": (
        f"Te veel: functie toegang.gelezen_vrager(): {APP} mag EXECUTE."
    ),
    f"CREATE POLICY open ON casus_casus TO {APP} USING (true)": (
        f"Te veel: beleid open op public.casus_casus: * voor {APP}."
    ),
    "ALTER TABLE casus_casus DISABLE ROW LEVEL SECURITY": (
        "Te veel: tabel public.casus_casus: zonder rijbeveiliging."
    ),
    "ALTER FUNCTION versie_omhoog() SECURITY DEFINER": (
        f"Te veel: functie public.versie_omhoog() met de rechten van {ROLLEN.eigenaar}."
    ),
    "DROP POLICY lezen ON casus_casus": (
        f"Ontbreekt: beleid lezen op public.casus_casus: r voor {APP}."
    ),
    "ALTER TABLE journaal_handeling DISABLE TRIGGER alleen_aanvullen": (
        "Ontbreekt: trekker alleen_aanvullen op public.journaal_handeling."
    ),
}


# What keeps its name and now says something else, and what the line begins with that tells it.
ANDERS = {
    "ALTER POLICY lezen ON casus_casus USING (true)": "beleid lezen op public.casus_casus",
    "ALTER POLICY toevoegen ON casus_bijdrage WITH CHECK (true)": (
        "beleid toevoegen op public.casus_bijdrage"
    ),
    "CREATE OR REPLACE FUNCTION toegang.is_huis() RETURNS boolean LANGUAGE sql STABLE "
    "SECURITY DEFINER AS 'SELECT true'": "functie toegang.is_huis()",
    "ALTER FUNCTION toegang.is_huis() RESET search_path": "functie toegang.is_huis()",
    "CREATE OR REPLACE FUNCTION toegang.tellende_rollen(wie uuid) "
    "RETURNS TABLE (rol text, organisatie uuid) LANGUAGE sql STABLE "
    "AS 'SELECT rol::text, organisatie FROM public.toegang_accountrol'": (
        "functie toegang.tellende_rollen(uuid)"
    ),
    "CREATE OR REPLACE TRIGGER alleen_aanvullen BEFORE TRUNCATE ON journaal_handeling "
    "FOR EACH STATEMENT EXECUTE FUNCTION journaal.weiger()": (
        "trekker alleen_aanvullen op public.journaal_handeling"
    ),
    "ALTER TABLE journaal_handeling ENABLE TRIGGER alleen_aanvullen": (
        "trekker alleen_aanvullen op public.journaal_handeling"
    ),
}


@pytest.fixture
def beheer(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Django connects as the administrator, who can make any mistake."""
    with django_db_blocker.unblock():
        yield from _als_rol(BEHEERDER)


def _als_rol(rol: str) -> Iterator[None]:
    connection.close()
    vorige = connection.settings_dict["USER"]
    connection.settings_dict["USER"] = rol
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["USER"] = vorige


def _bezwaren_na(*opdrachten: str) -> list[str]:
    """The objections of the application's role after these statements; they are rolled back."""
    with transaction.atomic(), connection.cursor() as cursor:
        for opdracht in (*opdrachten, f"SET LOCAL SESSION AUTHORIZATION {APP}"):
            cursor.execute(opdracht)
        zinnen = bezwaren()
        transaction.set_rollback(True)
    return zinnen


@pytest.mark.django_db
def test_onder_de_eigen_rol_is_er_geen_bezwaar() -> None:
    assert bezwaren() == []


@pytest.mark.asvs("13.2.2")
@pytest.mark.parametrize("opdracht", TE_VEEL)
def test_een_recht_te_veel_wordt_genoemd(opdracht: str, beheer: None) -> None:
    assert TE_VEEL[opdracht] not in _bezwaren_na()
    assert TE_VEEL[opdracht] in _bezwaren_na(opdracht)


@pytest.mark.parametrize("opdracht", ANDERS)
def test_een_andere_tekst_onder_dezelfde_naam_wordt_genoemd(opdracht: str, beheer: None) -> None:
    zin = f"wat staat in {ANDERS[opdracht]}: "
    gewijzigd = [een for een in _bezwaren_na(opdracht) if zin in een]

    assert sorted(een.split(": ", 1)[0] for een in gewijzigd) == ["Ontbreekt", "Te veel"]


def test_de_tekst_hangt_niet_af_van_het_zoekpad_van_wie_vraagt(beheer: None) -> None:
    assert _bezwaren_na("SET LOCAL search_path = toegang, casus, public") == _bezwaren_na()


def test_een_recht_op_de_databank_wordt_genoemd(beheer: None) -> None:
    naam = connection.settings_dict["NAME"]

    zinnen = _bezwaren_na(f'GRANT TEMPORARY ON DATABASE "{naam}" TO {APP}')

    assert "De rol mag in deze databank: TEMPORARY." in zinnen


@pytest.mark.asvs("13.2.2")
@pytest.mark.parametrize("rol", [BEHEERDER, ROLLEN.eigenaar])
def test_onder_een_andere_rol_start_de_toepassing_niet(
    rol: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock():
        for _ in _als_rol(rol):
            with pytest.raises(OmgevingFout, match=f"De rol is {rol} en niet {APP}"):
                eis_smalle_rechten()


def test_een_bijwerking_verbergt_geen_recht_te_veel(beheer: None) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"GRANT DELETE ON casus_casus TO {APP}")
        with pytest.raises(OmgevingFout, match=f"casus_casus: {APP} mag DELETE"):
            rechten_vrijgeven()
        transaction.set_rollback(True)


def _rekentijd() -> float:
    """Seconds of processor that this process and its process of the database have used."""
    delen = Path(f"/proc/{connection.connection.info.backend_pid}/stat").read_text().split()
    server = (int(delen[13]) + int(delen[14])) / os.sysconf("SC_CLK_TCK")
    return server + time.process_time()


@pytest.mark.django_db
@pytest.mark.alles
def test_de_controle_kost_weinig_tijd() -> None:
    """In processor time: a busy machine makes the clock say anything."""
    bezwaren()
    begin = _rekentijd()
    for _ in range(20):
        bezwaren()

    assert (_rekentijd() - begin) / 20 < 0.04


PROCESSEN = {
    "web": ["-c", "import config.wsgi"],
    "werker": ["-m", "vangnet", "werker"],
    "opdracht": ["-m", "vangnet", "demo"],
}


@pytest.mark.asvs("13.2.2")
@pytest.mark.parametrize("proces", PROCESSEN)
def test_web_werker_en_opdracht_weigeren_onder_de_eigenaar(
    proces: str, django_db_setup: None
) -> None:
    doel = connection.settings_dict
    adres = f"postgresql://{ROLLEN.eigenaar}@{doel['HOST'].replace('/', '%2F')}/{doel['NAME']}"

    gestart = subprocess.run(  # noqa: S603 - own program, fixed words
        [sys.executable, *PROCESSEN[proces]],
        env=os.environ | {"DATABASE_URL": adres, "PYTHONPATH": f"{WORTEL / 'src'}:{WORTEL}"},
        cwd=WORTEL,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert gestart.returncode == 1
    assert f"De rol is {ROLLEN.eigenaar} en niet {APP}." in gestart.stderr
