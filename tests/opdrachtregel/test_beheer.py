# SPDX-License-Identifier: EUPL-1.2
"""Updating, keys and settings, as an administrator gives the commands."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from config import settings as instellingen
from config.omgeving import INSTELLINGEN
from tests.databank import cluster, kloon
from tests.opdrachtregel.aanroep import draai, vangnet, vraag, vreemde_sleutels
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.opdrachtregel import beheer

pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def huis(django_db_setup: None) -> Iterator[str]:
    with kloon() as naam:
        yield naam


@pytest.fixture
def eigen_sleutels(tmp_path: Path) -> dict[str, str]:
    """A copy of the key file that may be changed, as a setting."""
    kopie = tmp_path / "sleutels.json"
    shutil.copy(instellingen.SLEUTELBESTAND, kopie)
    kopie.chmod(0o600)
    return {"VANGNET_SLEUTELBESTAND": str(kopie)}


@contextmanager
def bezet(databank: str, opdracht: str) -> Iterator[None]:
    """Somebody else holds what `opdracht` takes."""
    with cluster().verbind(instellingen.ROLLEN.eigenaar, databank) as verbinding:
        verbinding.execute("BEGIN")
        verbinding.execute(opdracht)
        yield
        verbinding.execute("ROLLBACK")


def test_een_tweede_bijwerking_wacht_en_zegt_dan_waarom(
    eigen_databank: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argparse import Namespace

    from django.db import connection

    from vangnet.kern.fouten import OmgevingFout

    monkeypatch.setattr(beheer, "_WACHT_OP_ANDER", "100ms")
    monkeypatch.setitem(connection.settings_dict, "USER", instellingen.ROLLEN.eigenaar)
    slot = f"SELECT pg_advisory_lock({beheer._SLOTNUMMER})"
    with bezet(eigen_databank, slot), pytest.raises(OmgevingFout, match="in gebruik"):
        beheer.migreer(Namespace())
    connection.close()


def test_bijwerken_kan_twee_keer(huis: str) -> None:
    uitkomst = vangnet("migreer", databank=huis, VANGNET_ALS_EIGENAAR="1")

    assert (uitkomst.returncode, uitkomst.stderr) == (0, "")


@pytest.mark.parametrize("module", ["vangnet werker", "config.wsgi"])
def test_web_en_werker_weigeren_een_onbekend_schema(module: str, huis: str) -> None:
    with cluster().verbind(BEHEERDER, huis) as verbinding:
        verbinding.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('casus', '9999', now())"
        )
        uitkomst = draai(*module.split(), databank=huis)
        verbinding.execute("DELETE FROM django_migrations WHERE name = '9999'")

    assert (uitkomst.returncode, "Traceback" in uitkomst.stderr) == (1, False)
    assert "nieuwere versie van Vangnet" in uitkomst.stderr


def test_na_het_draaien_van_de_sleutels_werkt_de_oude_vrager_nog(
    huis: str, eigen_sleutels: dict[str, str]
) -> None:
    gedraaid = vangnet("sleutel", "draai", databank=huis, **eigen_sleutels)
    nieuw = vangnet("huis", databank=huis, **eigen_sleutels)
    oud = vangnet("huis", databank=huis)

    assert (gedraaid.returncode, nieuw.returncode, oud.returncode) == (0, 0, 0)
    assert "Start Vangnet opnieuw" in gedraaid.stdout
    kids = vraag(huis, "SELECT kid FROM toegang.sleutel ORDER BY kid")
    assert kids == [(1,), (2,)]
    sporen = "SELECT aantallen::text FROM journaal_handeling WHERE handeling = 'sleutel.gedraaid'"
    assert vraag(huis, sporen) == [('{"nummer": 2}',)]


def test_een_vreemd_sleutelbestand_wordt_herkend(huis: str, tmp_path: Path) -> None:
    uitkomst = vangnet("huis", databank=huis, **vreemde_sleutels(tmp_path))

    assert (uitkomst.returncode, uitkomst.stdout) == (1, "")
    assert "hoort niet bij deze databank" in uitkomst.stderr


def test_instellingen_noemt_ze_allemaal_en_geen_geheim(huis: str) -> None:
    uitkomst = vangnet(
        "instellingen", databank=huis, DATABASE_URL_BACKUP="postgresql://kanarie@server/huis"
    )

    assert [naam for naam in INSTELLINGEN if naam not in uitkomst.stdout] == []
    assert "Nu: gezet" in uitkomst.stdout
    assert "kanarie" not in uitkomst.stdout


def test_een_verkeerde_instelling_is_een_zin(huis: str) -> None:
    uitkomst = vangnet("instellingen", databank=huis, VANGNET_POORT="acht")

    assert uitkomst.stderr == "VANGNET_POORT is 'acht', maar moet een heel getal zijn.\n"


@pytest.mark.asvs("16.5.4")
@pytest.mark.asvs("16.5.1")
def test_een_fout_die_niemand_voorzag_is_een_zin_en_een_regel_in_een_bestand(
    huis: str, tmp_path: Path
) -> None:
    shutil.copy(instellingen.SLEUTELBESTAND, tmp_path / "sleutels.json")
    (tmp_path / "sleutels.json").chmod(0o600)

    uitkomst = vangnet("huis", databank="bestaat-niet", VANGNET_DATA=str(tmp_path))

    regel = json.loads((tmp_path / "fouten.log").read_text(encoding="utf-8"))
    assert (uitkomst.returncode, "Traceback" in uitkomst.stderr) == (1, False)
    assert regel["fout"] == "OperationalError"
    assert f"Spoornummer: {regel['spoor']}" in uitkomst.stderr
