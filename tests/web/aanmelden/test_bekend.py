# SPDX-License-Identifier: EUPL-1.2
"""Bedoel je …? On the page on which somebody is reported."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
BEKEND, NIEUW = "/aanmeldingen/bekend", "/aanmeldingen/nieuw"
NIEMAND = "In de zaken die jij ziet, staat niemand die hierop lijkt."


def test_het_huis_ziet_wie_er_bedoeld_kan_zijn_en_in_welke_zaak(ingelogd: Ingelogd) -> None:
    tekst = ingelogd("amira").post(BEKEND, {"achternaam": "Kanarieachternam"}).content.decode()

    assert "Kanarie-voornaam Kanarie-achternaam" in tekst
    assert "28 februari 1990" in tekst
    assert f'href="/zaken/{id_van("casus")}"' in tekst


def test_een_partner_hoort_niet_dat_iemand_bekend_is_in_een_zaak_van_anderen(
    ingelogd: Ingelogd,
) -> None:
    antwoord = ingelogd("bram").post(BEKEND, {"achternaam": "Kanarie-achternaam"})
    onbekend = ingelogd("bram").post(BEKEND, {"achternaam": "Niemendal"})

    assert NIEMAND in antwoord.content.decode()
    assert antwoord.content == onbekend.content


def test_zonder_script_blijft_wat_je_typte_staan(ingelogd: Ingelogd) -> None:
    velden = {"bekend": "ja", "achternaam": "Kanarie-achternaam", "aanleiding": "Hij roept."}

    tekst = ingelogd("amira").post(NIEUW, velden).content.decode()

    assert "Bedoel je iemand die je al kent?" in tekst
    assert "Hij roept." in tekst
    assert "foutoverzicht" not in tekst


def test_zonder_achternaam_staat_er_wat_te_doen(ingelogd: Ingelogd) -> None:
    tekst = ingelogd("amira").post(NIEUW, {"bekend": "ja"}).content.decode()

    assert "Vul eerst een achternaam of een BSN in." in tekst


def test_wie_de_achternaam_nog_niet_typte_hoort_niets(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").post(BEKEND, {"voornamen": "Anna"})

    assert antwoord.status_code == 200
    assert " ".join(antwoord.content.decode().split()) == '<div id="bekend"> </div>'


@pytest.mark.parametrize("naam", ["Kanarie-achternaam", "Niemendal"])
def test_een_geboortedatum_die_niet_bestaat_wordt_genoemd(naam: str, ingelogd: Ingelogd) -> None:
    velden = {"bekend": "ja", "achternaam": naam, "geboortedatum": "31-11-2026"}
    amira = ingelogd("amira")
    zin = "31 november 2026 bestaat niet. Er is zonder geboortedatum gezocht."

    assert zin in amira.post(BEKEND, velden).content.decode()
    assert zin in amira.post(NIEUW, velden).content.decode()
    goed = amira.post(BEKEND, velden | {"geboortedatum": "12-3-49"}).content.decode()
    assert "zonder geboortedatum" not in goed


def test_wie_getoond_werd_staat_in_het_journaal(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(BEKEND, {"achternaam": "Kanarie-achternaam"})

    with als(Vrager(id_van("frank"))):
        act = Handeling.objects.get(handeling="personen.vergeleken")
        rijen = Onderwerp.objects.filter(handeling=act)
        onderwerpen = set(rijen.values_list("soort", "onderwerp"))
    assert onderwerpen == {
        ("persoon", id_van("betrokkene")),
        ("casus", id_van("casus")),
    }
