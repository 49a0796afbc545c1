# SPDX-License-Identifier: EUPL-1.2
"""Organisations and settings: changed with a trace, and never over somebody else's change."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from pytest_django import Settings

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import nu
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
pytestmark = pytest.mark.django_db
GGZ = f"/beheer/organisaties/{id_van('ggz')}"
TERMIJNEN = {
    "stilstand_weken": "4",
    "te_laat_dagen": "7",
    "evaluatie_weken": "12",
    "gemiste_evaluaties": "2",
    "vernietig_dagen": "14",
}
GOED = {"publicatiegrens": "5", "screening_maanden": "12"} | TERMIJNEN
NIEUW = {"naam": "Politie Proef", "soort": "politie", "keten": "justitie", "deelnemer": "publiek"}


@pytest.fixture
def els(ingelogd: Ingelogd) -> Client:
    return ingelogd("els")


def _ggz() -> Organisatie:
    with als(Vrager(id_van("els"))):
        return Organisatie.objects.get(pk=id_van("ggz"))


def _velden(**anders: str) -> dict[str, str]:
    goed = {"naam": "GGZ Noorderlicht", "soort": "ggz", "keten": "zorg", "versie": "1"}
    return goed | {"deelnemer": "privaat"} | anders


def _sporen(handeling: str) -> list[list[str]]:
    with als(Vrager(id_van("els"))), connection.cursor() as cursor:
        cursor.execute("SELECT velden FROM journaal_handeling WHERE handeling = %s", [handeling])
        return [rij[0] for rij in cursor.fetchall()]


def test_een_organisatie_komt_erbij(els: Client) -> None:
    assert els.post("/beheer/organisaties/nieuw", NIEUW).status_code == 302
    assert "Politie Proef" in els.get("/beheer/organisaties/").content.decode()
    assert len(_sporen("organisatie.toegevoegd")) == 1


@pytest.mark.asvs("16.2.5")
def test_een_wijziging_noemt_in_het_journaal_alleen_het_veld(els: Client) -> None:
    els.post(GGZ, _velden(naam="GGZ Zuiderlicht"))

    assert _ggz().naam == "GGZ Zuiderlicht"
    assert _sporen("organisatie.gewijzigd") == [["naam"]]


def test_opslaan_zonder_verschil_laat_geen_spoor_na(els: Client) -> None:
    els.post(GGZ, _velden())

    assert (_ggz().versie, _sporen("organisatie.gewijzigd")) == (1, [])


def test_wie_later_opslaat_ziet_wat_een_ander_veranderde(els: Client) -> None:
    els.post(GGZ, _velden(naam="GGZ Zuiderlicht"))
    te_laat = els.post(GGZ, _velden(naam="GGZ Oosterlicht"))
    pagina = te_laat.content.decode()

    assert te_laat.status_code == 409
    assert "Iemand anders was je voor" in pagina
    assert "GGZ Zuiderlicht" in pagina
    assert 'value="GGZ Oosterlicht"' in pagina
    assert _ggz().naam == "GGZ Zuiderlicht"


def test_daarna_kan_het_met_opzet(els: Client) -> None:
    els.post(GGZ, _velden(naam="GGZ Zuiderlicht"))
    els.post(GGZ, _velden(naam="GGZ Oosterlicht", versie="2"))

    assert _ggz().naam == "GGZ Oosterlicht"


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"rapportgroep": "Anders"}, "geen rapportgroep"),
        ({"convenant_op": "1-1-2100"}, "in de toekomst"),
        ({"naam": ""}, "Vul dit veld in"),
    ],
)
def test_een_organisatie_die_niet_klopt_zegt_wat_er_mis_is(
    anders: dict[str, str], zin: str, els: Client
) -> None:
    antwoord = els.post(GGZ, _velden(**anders))

    assert (antwoord.status_code, zin in antwoord.content.decode()) == (422, True)


def test_een_beheerder_zet_naam_gemeenten_en_grens_van_het_huis(els: Client) -> None:
    velden = {
        "naam": "Huis Proef",
        "gemeenten": "Leeuwarden\nGM0090",
        "publicatiegrens": "10",
        "screening_maanden": "24",
        "versie": str(het_huis().versie),
        **TERMIJNEN,
        "stilstand_weken": "6",
    }
    with opgeschreven() as gedaan:
        assert els.post("/beheer/instellingen", velden).status_code == 302
    huis = het_huis()
    assert gedaan == ["huis.ingesteld"]
    assert (huis.naam, huis.gemeenten) == ("Huis Proef", ["GM0080", "GM0090"])
    assert (huis.publicatiegrens, huis.screening_maanden) == (10, 24)
    assert huis.stilstand_weken == 6


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"gemeenten": "Boarnsterhim"}, "Boarnsterhim"),
        ({"publicatiegrens": "1"}, "3"),
        ({"screening_maanden": "0"}, "1"),
    ],
)
def test_een_instelling_die_niet_klopt_wordt_geweigerd(
    anders: dict[str, str], zin: str, els: Client
) -> None:
    goed = GOED | {"naam": "Huis", "versie": str(het_huis().versie)}
    antwoord = els.post("/beheer/instellingen", goed | anders)

    assert (antwoord.status_code, zin in antwoord.content.decode()) == (422, True)


def test_een_verouderde_instelling_wordt_niet_opgeslagen(els: Client) -> None:
    velden = GOED | {"naam": "Eerste", "versie": str(het_huis().versie)}
    els.post("/beheer/instellingen", velden)

    assert els.post("/beheer/instellingen", velden | {"naam": "Tweede"}).status_code == 409
    assert het_huis().naam == "Eerste"


def test_gezondheid_zegt_dat_er_geen_werker_is(els: Client) -> None:
    pagina = els.get("/beheer/gezondheid").content.decode()

    assert "De tabellen horen bij deze versie" in pagina
    assert "Er is geen werker" in pagina


def test_gezondheid_ziet_een_journaal_dat_niet_wordt_verzegeld(
    els: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    els.get("/beheer/gebruikers/")
    assert "op tijd verzegeld" in els.get("/beheer/gezondheid").content.decode()
    straks = nu() + timedelta(minutes=6)
    monkeypatch.setattr("vangnet.journaal.zegelstand.nu", lambda: straks)

    assert "wacht al langer dan vijf minuten" in els.get("/beheer/gezondheid").content.decode()


@pytest.mark.parametrize(
    ("proefhuis", "zin"),
    [(True, "documenten gaan open zonder scan"), (False, "Niemand kan een document openen")],
)
def test_gezondheid_zegt_of_documenten_zonder_scanner_opengaan(
    proefhuis: bool, zin: str, els: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CLAMD = ""
    huis = SimpleNamespace(demo=proefhuis)
    monkeypatch.setattr("vangnet.web.beheer.gezondheid.het_huis", lambda: huis)

    pagina = els.get("/beheer/gezondheid").content.decode()

    assert zin in pagina
    assert ("Niemand kan een document openen" in pagina) is not proefhuis


def test_een_codelijst_is_te_lezen(els: Client) -> None:
    assert "Wijk- of gebiedsteam" in els.get("/beheer/codelijsten").content.decode()
