# SPDX-License-Identifier: EUPL-1.2
"""Import by upload, from choosing a file to the result."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from tests.bezetting import id_van
from vangnet.taken.models import Taak
from vangnet.taken.services import werkmap
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
def _lege_werkmap() -> Iterator[None]:
    yield
    for bestand in werkmap().iterdir():
        bestand.unlink()


@pytest.fixture
def joris(eigen_databank: str) -> Client:
    """The procesondersteuner, in a database in which a task can commit."""
    from vangnet.gebruikers.models import Gebruiker

    client = Client()
    client.force_login(Gebruiker.objects.get(pk=id_van("joris")))
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


def _aantal_adviezen() -> int:
    from vangnet.advies.models import Advies

    with als(Vrager(id_van("amira"))):
        return Advies.objects.count()


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


def test_weggooien_haalt_het_bestand_weg(joris: Client) -> None:
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN))
    _werk_af()

    joris.post(f"/invoer/{taak.pk}/weggooien")

    assert list(werkmap().iterdir()) == []


def test_een_ander_ziet_de_taak_niet(joris: Client) -> None:
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN))

    with als(Vrager(id_van("amira"), VragerSoort.MENS)):
        assert not Taak.objects.filter(pk=taak.pk).exists()


@pytest.mark.parametrize("naam", ["amira", "mirjam", "bram", "els", "dirk"])
def test_wie_niet_mag_invoeren_krijgt_de_pagina_niet(naam: str, ingelogd: Ingelogd) -> None:
    assert ingelogd(naam).get("/invoer/").status_code == 404
