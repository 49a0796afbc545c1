# SPDX-License-Identifier: EUPL-1.2
"""Import by upload, from choosing a file to the result."""

import io
import json
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from pytest_django import Settings

from config import settings as instellingen
from tests.bezetting import id_van
from tests.binnen import log_in
from vangnet.kern.fouten import NietToegestaan
from vangnet.taken.models import Taak
from vangnet.taken.onderbroken import ruim_bestanden_op, ruim_onderbroken_op
from vangnet.taken.services import werkbestand, werkmap
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.tasks import register_invoeren_taak

Ingelogd = Callable[[str], Client]


def _zip(**bestanden: str) -> SimpleUploadedFile:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        for naam, inhoud in bestanden.items():
            archief.writestr(f"{naam}.csv", inhoud)
    return SimpleUploadedFile("pakket.zip", uit.getvalue())


ADVIEZEN = "advies_id,datum,soort\nv-1,2022-05-04,kort_advies\n"


@pytest.fixture(autouse=True)
def _eigen_werkmap(settings: Settings, tmp_path: Path) -> None:
    """Tests run beside each other in one house, and look at all that lies in the folder."""
    settings.VANGNET_DATA = tmp_path
    settings.FILE_UPLOAD_TEMP_DIR = str(werkmap())


@pytest.fixture
def joris(eigen_databank: str) -> Client:
    """The procesondersteuner, in a database in which a task can commit."""

    client = Client()
    log_in(client, "joris")
    return client


def _bied_aan(client: Client, pakket: SimpleUploadedFile) -> Taak:
    antwoord = client.post("/invoer/", {"pakket": pakket})
    assert antwoord.status_code == 302
    with als(Vrager(id_van("joris"))):
        return Taak.objects.get(pk=antwoord.headers["Location"].rsplit("/", 1)[-1])


def _werk_af() -> None:
    """Carry out the queued tasks, as the worker does."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE status = 'todo' RETURNING args")
        wachtrij = [json.loads(rij[0]) for rij in cursor.fetchall()]
    for argumenten in wachtrij:
        register_invoeren_taak(**argumenten)


def _stand(taak: Taak) -> tuple[str, str]:
    with als(Vrager(id_van("joris"))):
        return Taak.objects.values_list("stand", "regels").get(pk=taak.pk)


def _aantal_adviezen() -> int:
    from vangnet.advies.models import Advies

    with als(Vrager(id_van("amira"))):
        return Advies.objects.count()


@pytest.mark.asvs("5.2.2")
def test_een_ander_soort_bestand_wordt_geweigerd(ingelogd: Ingelogd) -> None:
    bestand = SimpleUploadedFile("lijst.pdf", b"%PDF")

    antwoord = ingelogd("joris").post("/invoer/", {"pakket": bestand})

    assert antwoord.status_code == 422
    assert "Kies een bestand dat eindigt op .zip of .xlsx." in antwoord.content.decode()


def test_zonder_bestand_zegt_de_pagina_wat_te_doen(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("joris").post("/invoer/", {"vervang": ""})

    assert "Kies het bestand dat je wilt invoeren." in antwoord.content.decode()


def test_de_proef_toont_wat_er_verandert_en_schrijft_niets(joris: Client) -> None:
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN))
    _werk_af()

    tekst = joris.get(f"/invoer/{taak.pk}").content.decode()

    assert "Het pakket klopt" in tekst
    assert _aantal_adviezen() == 0


def test_na_invoeren_staat_het_in_het_register_en_is_het_bestand_weg(joris: Client) -> None:
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN))
    _werk_af()

    joris.post(f"/invoer/{taak.pk}/invoeren")
    _werk_af()

    assert (_aantal_adviezen(), list(werkmap().iterdir())) == (1, [])


def test_een_fout_pakket_wordt_uitgelegd_en_kan_niet_worden_ingevoerd(joris: Client) -> None:
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN.replace("kort_advies", "lang_advies")))
    _werk_af()

    tekst = joris.get(f"/invoer/{taak.pk}").content.decode()
    poging = joris.post(f"/invoer/{taak.pk}/invoeren")

    assert "adviezen, rij 1, kolom soort" in tekst
    assert poging.status_code == 404


def test_een_fout_in_het_hele_bestand_noemt_geen_naam_uit_de_werkmap(joris: Client) -> None:
    taak = _bied_aan(joris, SimpleUploadedFile("huis.xlsx", b"PK rommel"))
    _werk_af()

    assert _stand(taak)[1].startswith("fout: pakket.xlsx, rij 0: dit bestand is beschadigd.")


def test_weggooien_haalt_het_bestand_weg(joris: Client) -> None:
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN))
    _werk_af()

    joris.post(f"/invoer/{taak.pk}/weggooien")

    assert list(werkmap().iterdir()) == []


@pytest.mark.asvs("8.2.2")
def test_een_ander_ziet_de_taak_niet(joris: Client) -> None:
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN))

    with als(Vrager(id_van("amira"), VragerSoort.MENS)):
        assert not Taak.objects.filter(pk=taak.pk).exists()


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("naam", ["amira", "mirjam", "bram", "els", "dirk"])
def test_wie_niet_mag_invoeren_krijgt_de_pagina_niet(naam: str, ingelogd: Ingelogd) -> None:
    assert ingelogd(naam).get("/invoer/").status_code == 404


def test_een_tweede_klik_op_invoeren_toont_de_nieuwste_taak(joris: Client) -> None:
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN))
    _werk_af()

    eerste = joris.post(f"/invoer/{taak.pk}/invoeren")
    tweede = joris.post(f"/invoer/{taak.pk}/invoeren")

    assert tweede.headers["Location"] == eerste.headers["Location"]


def test_een_pakket_met_fouten_blijft_niet_liggen(joris: Client) -> None:
    _bied_aan(joris, _zip(adviezen=ADVIEZEN.replace("kort_advies", "lang_advies")))

    _werk_af()

    assert list(werkmap().iterdir()) == []


@pytest.mark.asvs("2.3.4")
def test_een_taak_wordt_maar_een_keer_uitgevoerd(joris: Client) -> None:
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN))
    with connection.cursor() as cursor:
        cursor.execute("SELECT args::text FROM procrastinate_jobs WHERE status = 'todo'")
        argumenten = json.loads(cursor.fetchone()[0])
    _werk_af()
    (bestand,) = werkmap().iterdir()
    bestand.unlink()

    register_invoeren_taak(**argumenten)

    assert _stand(taak) == ("klaar", "")


def test_een_verlopen_taak_staat_als_mislukt(
    joris: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vangnet.taken.services._GELDIG_SECONDEN", -1)
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN))

    _werk_af()

    assert _stand(taak) == ("mislukt", "Deze taak is verlopen. Begin opnieuw.")


def test_weggooien_kan_ook_na_een_mislukte_proef(
    joris: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vangnet.taken.services._GELDIG_SECONDEN", -1)
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN))
    _werk_af()

    tekst = joris.get(f"/invoer/{taak.pk}").content.decode()
    joris.post(f"/invoer/{taak.pk}/weggooien")

    assert "Weggooien" in tekst
    assert list(werkmap().iterdir()) == []


def test_werk_dat_met_de_werker_stierf_staat_als_mislukt(joris: Client) -> None:
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE status = 'todo'")

    opgeruimd = ruim_onderbroken_op()

    assert (opgeruimd, ruim_onderbroken_op(), list(werkmap().iterdir())) == (1, 0, [])
    tekst = "Het werk is onderbroken. Er is niets ingevoerd. Begin opnieuw."
    assert _stand(taak) == ("mislukt", tekst)


def test_twee_pakketten_wachten_op_elkaar(joris: Client) -> None:
    _bied_aan(joris, _zip(adviezen=ADVIEZEN))

    with connection.cursor() as cursor:
        cursor.execute("SELECT lock FROM procrastinate_jobs WHERE task_name = 'register_invoeren'")
        assert cursor.fetchall() == [("invoer",)]


@pytest.mark.asvs("14.2.7")
def test_een_bestand_van_meer_dan_een_dag_oud_verdwijnt() -> None:
    oud, nieuw = werkmap() / "oud.zip", werkmap() / "nieuw.zip"
    for bestand in (oud, nieuw):
        bestand.touch()
    os.utime(oud, (time.time() - 86_460,) * 2)

    ruim_bestanden_op()

    assert list(werkmap().iterdir()) == [nieuw]


@pytest.mark.asvs("5.3.2")
@pytest.mark.parametrize("bestand", ["../sleutels.json", "/etc/passwd", "..", "", None])
def test_een_bestand_buiten_de_werkmap_wordt_geweigerd(bestand: str | None) -> None:
    with pytest.raises(NietToegestaan):
        werkbestand({"bestand": bestand})


@pytest.mark.asvs("5.3.2")
def test_een_upload_ligt_nooit_buiten_de_werkmap() -> None:
    hoort = instellingen.VANGNET_DATA / werkmap().name

    assert str(hoort) == instellingen.FILE_UPLOAD_TEMP_DIR
    assert werkmap().stat().st_mode & 0o777 == 0o700
