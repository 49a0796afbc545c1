# SPDX-License-Identifier: EUPL-1.2
"""The list of zaken."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.journaal.models import Handeling
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]


def test_de_procesregisseur_ziet_de_zaak_in_de_lijst(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").get("/zaken/")

    assert "ZVH-2022-0001" in antwoord.content.decode()


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("naam", ["dirk", "els", "mirjam", "frank", "bas"])
def test_wie_niet_van_het_huis_is_krijgt_de_bladzijde_niet(naam: str, ingelogd: Ingelogd) -> None:
    assert ingelogd(naam).get("/zaken/").status_code == 404


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize("naam", ["bram", "tineke"])
def test_wie_op_geen_zaak_is_genoemd_ziet_een_lege_lijst(naam: str, ingelogd: Ingelogd) -> None:
    antwoord = ingelogd(naam).get("/zaken/")

    assert (antwoord.status_code, "ZVH-" in antwoord.content.decode()) == (200, False)


def test_een_bezoeker_wordt_naar_inloggen_gestuurd(db: None) -> None:
    antwoord = Client().get("/zaken/")

    assert antwoord.headers["Location"] == "/inloggen?next=/zaken/"


def test_een_filter_zonder_uitkomst_zegt_wat_te_doen(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").get("/zaken/?kenmerk=bestaat-niet")

    assert "Haal een filter weg om meer te zien." in antwoord.content.decode()


@pytest.mark.parametrize(
    "getypt", ["ZVH-2022-0001", "zvh20220001", "zvh 2022 1", "ZVH 2022", "0001", "vh-2", "_0001"]
)
def test_het_filter_leest_een_kenmerk_zoals_iemand_het_typt(
    getypt: str, ingelogd: Ingelogd
) -> None:
    antwoord = ingelogd("amira").get("/zaken/", {"kenmerk": getypt})

    assert "Haal een filter weg" not in antwoord.content.decode()
    assert "ZVH-2022-0001" in antwoord.content.decode()


@pytest.mark.parametrize("getypt", ["zvh 2022 2", "zvh-1", "1 zvh", "???", ".*"])
def test_het_filter_vindt_niets_wat_er_niet_in_staat(getypt: str, ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").get("/zaken/", {"kenmerk": getypt})

    assert "Haal een filter weg om meer te zien." in antwoord.content.decode()


@pytest.mark.parametrize("filter_", ["jaar=morgen", "inzet=verzonnen", "gemeente=GM9999"])
def test_een_filter_dat_er_niet_is_zegt_dat_en_laat_de_lijst_staan(
    filter_: str, ingelogd: Ingelogd
) -> None:
    antwoord = ingelogd("amira").get(f"/zaken/?{filter_}")
    pagina = antwoord.content.decode()

    assert antwoord.status_code == 422
    assert "data-foutoverzicht" in pagina
    assert "ZVH-2022-0001" in pagina


def test_voorbij_de_laatste_zaak_staat_niet_dat_er_nog_geen_zaken_zijn(ingelogd: Ingelogd) -> None:
    tekst = ingelogd("amira").get("/zaken/?na=A").content.decode()

    assert "Verder zijn er geen zaken" in tekst
    assert "Er zijn nog geen zaken" not in tekst


def test_op_de_eerste_bladzijde_staat_geen_vorige(ingelogd: Ingelogd) -> None:
    tekst = ingelogd("amira").get("/zaken/").content.decode()

    assert "ZVH-2022-0001" in tekst
    assert "Vorige" not in tekst


def test_voor_een_kenmerk_waar_niets_voor_staat_komt_de_eerste_bladzijde(
    ingelogd: Ingelogd,
) -> None:
    tekst = ingelogd("amira").get("/zaken/?voor=zzz").content.decode()

    assert "ZVH-2022-0001" in tekst
    assert "Vorige" not in tekst


def test_een_filter_op_gemeente_houdt_de_zaak_van_die_gemeente(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").get("/zaken/?gemeente=GM0080&jaar=2022")

    assert "ZVH-2022-0001" in antwoord.content.decode()


def test_het_huis_kiest_uit_de_jaren_waarin_is_aangemeld(ingelogd: Ingelogd) -> None:
    velden = ingelogd("amira").get("/zaken/").context["formulier"].fields

    assert [str(naam) for _jaar, naam in velden["jaar"].choices] == ["Alle", "2022"]


def test_wie_geen_jaar_kan_kiezen_krijgt_dat_filter_niet(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")

    assert "Aangemeld in" not in bram.get("/zaken/").content.decode()
    # From the address of a colleague of the house: said, and not quietly all that there is.
    assert bram.get("/zaken/?jaar=2022").status_code == 422


def test_de_bladzijde_van_een_casus_toont_wie_erin_staat(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").get(f"/zaken/{id_van('casus')}")

    assert "Kanarie-achternaam" in antwoord.content.decode()


def test_de_titel_van_de_casus_noemt_geen_naam(ingelogd: Ingelogd) -> None:
    tekst = ingelogd("amira").get(f"/zaken/{id_van('casus')}").content.decode()

    assert "Kanarie" not in tekst.split("</title>")[0]


@pytest.mark.asvs("8.2.2")
def test_een_onbekende_casus_en_een_pagina_zonder_recht_geven_hetzelfde(
    ingelogd: Ingelogd,
) -> None:
    niet_daar = ingelogd("amira").get(f"/zaken/{id_van('bestaat niet')}")
    niet_mogen = ingelogd("chantal").get(f"/zaken/{id_van('casus')}")

    assert (niet_daar.status_code, niet_daar.content) == (404, niet_mogen.content)


def test_zoeken_vindt_een_zaak_op_een_deel_van_de_naam(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").post("/zaken/zoeken", {"zoek": "kanarie-voor"})

    assert "ZVH-2022-0001" in antwoord.content.decode()


def test_het_adres_van_het_zoeken_toont_een_leeg_zoekvak(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").get("/zaken/zoeken")

    assert antwoord.status_code == 200
    assert "autofocus" in antwoord.content.decode()
    assert "Niets gevonden" not in antwoord.content.decode()


def test_zoeken_op_een_letter_zegt_wat_te_doen(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").post("/zaken/zoeken", {"zoek": "k"})

    assert (antwoord.status_code, "Typ minstens twee letters." in antwoord.content.decode()) == (
        422,
        True,
    )


def test_een_uitvoer_in_een_ander_formaat_is_er_niet(ingelogd: Ingelogd) -> None:
    assert ingelogd("amira").post("/zaken/uitvoer", {"formaat": "zzz"}).status_code == 404


@pytest.mark.parametrize(
    ("veld", "waarde"), [("gemeente", "zzz"), ("inzet", "x"), ("jaar", "1800"), ("kenmerk", "\0")]
)
def test_een_filter_dat_niet_bestaat_geeft_geen_bestand_met_alles(
    veld: str, waarde: str, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    antwoord = amira.post("/zaken/uitvoer", {"formaat": "csv", veld: waarde})

    assert (antwoord.status_code, antwoord.headers.get("Content-Disposition")) == (302, None)
    assert amira.get(antwoord.headers["Location"]).status_code == 422
    with als(Vrager(id_van("frank"))):
        assert not Handeling.objects.filter(handeling="zaken.uitgevoerd").exists()


def test_de_uitvoer_geeft_de_zaken_als_csv(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").post("/zaken/uitvoer", {"formaat": "csv"})

    assert antwoord.content.decode().splitlines()[1] == (
        "ZVH-2022-0001,procesregie,GM0080,Leeuwarden,2022-03-01,"
    )
