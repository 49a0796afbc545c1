# SPDX-License-Identifier: EUPL-1.2
"""The queue of who judges looks, and the verdict."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from tests.web.noodtoegang.test_openen import ZAAK, open_, tekst
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.models import Inzage
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
OORDEEL = {"oordeel": "terecht", "bevinding": "Er was gevaar."}


@pytest.fixture
def pad(ingelogd: Ingelogd) -> str:
    """The page to judge a look of Mirjam, who opened the casus and one person in it."""
    client = ingelogd("mirjam")
    open_(client)
    client.get(ZAAK)
    client.get(f"/personen/{id_van('betrokkene')}")
    with als(Vrager(id_van("mirjam"))):
        return f"/noodtoegang/{Inzage.objects.get().pk}/beoordelen"


def test_de_wachtrij_noemt_wie_welke_zaak_en_waarom(pad: str, ingelogd: Ingelogd) -> None:
    blad = tekst(ingelogd("frank").get("/noodtoegang/beoordelen"))

    assert [
        woord
        for woord in ("Mirjam Hiemstra", "ZVH-2022-0001", "Er is nu gevaar")
        if woord not in blad
    ] == []


def test_de_beoordelaar_leest_wat_er_is_bekeken(pad: str, ingelogd: Ingelogd) -> None:
    blad = tekst(ingelogd("frank").get(pad))

    assert "Heeft de casus bekeken (1 persoon)" in blad
    assert "Heeft de persoon bekeken (1 persoon)" in blad
    assert "Er is gebeld vanaf de voordeur." in blad


def test_de_beoordelaar_leest_geen_namen_van_betrokkenen(pad: str, ingelogd: Ingelogd) -> None:
    assert "Kanarie" not in tekst(ingelogd("frank").get(pad))


def test_een_oordeel_haalt_de_inzage_uit_de_rij(pad: str, ingelogd: Ingelogd) -> None:
    client = ingelogd("frank")

    assert client.post(pad, OORDEEL).status_code == 302
    assert "Er is niets te beoordelen" in tekst(client.get("/noodtoegang/beoordelen"))
    assert client.post(pad, OORDEEL).status_code == 404


def test_wie_keek_leest_het_oordeel_en_de_bevinding(pad: str, ingelogd: Ingelogd) -> None:
    ingelogd("frank").post(pad, OORDEEL)

    blad = tekst(ingelogd("mirjam").get("/noodtoegang/"))

    assert ("Terecht" in blad, "Er was gevaar." in blad) == (True, True)


def test_een_oordeel_zonder_bevinding_vraagt_erom(pad: str, ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("frank").post(pad, {"oordeel": "terecht"})

    assert (antwoord.status_code, "Waarom vind je dat?" in tekst(antwoord)) == (422, True)


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("wie", ["mirjam", "auke", "els", "amira"])
def test_de_bladzijde_is_er_niet_voor_wie_niet_mag_oordelen(
    wie: str, pad: str, ingelogd: Ingelogd
) -> None:
    client = ingelogd(wie)

    assert client.get(pad).content == client.get("/bestaat-niet").content
    assert client.post(pad, OORDEEL).status_code == 404


def test_de_manager_beoordeelt_de_privacy_officer(ingelogd: Ingelogd) -> None:
    open_(ingelogd("frank"), reden="audit")

    blad = tekst(ingelogd("mirjam").get("/noodtoegang/beoordelen"))

    assert ("Frank Meijer" in blad, "ZVH-2022-0001" in blad) == (True, True)


def test_beoordelen_laat_zijn_eigen_spoor_na(pad: str, ingelogd: Ingelogd) -> None:
    frank = ingelogd("frank")
    frank.get("/noodtoegang/beoordelen")
    frank.get(pad)
    frank.post(pad, OORDEEL)

    with als(Vrager(id_van("frank"))):
        eigen = Handeling.objects.filter(gebruiker=id_van("frank"), handeling__startswith="inzage")
        gedaan = list(eigen.order_by("moment").values_list("handeling", flat=True))
    assert gedaan == ["inzagen.ingezien", "inzage.ingezien", "inzage.beoordeeld"]


@pytest.mark.asvs("16.3.2")
def test_een_oordeel_dat_de_databank_weigert_staat_in_het_journaal(
    pad: str, ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(*_: object, **__: object) -> None:
        raise NietToegestaan("Dit mag je niet.")

    client = ingelogd("frank")
    monkeypatch.setattr("vangnet.web.noodtoegang.beoordelen.inzage_beoordelen", weiger)
    with opgeschreven() as gedaan:
        status = client.post(pad, OORDEEL).status_code

    assert (status, gedaan) == (404, ["inzage.geweigerd"])


def test_de_privacy_officer_leest_hier_dat_een_dossierpakket_wacht(ingelogd: Ingelogd) -> None:
    """Here they begin; the order of the cast waits."""
    van_frank = tekst(ingelogd("frank").get("/", follow=True))
    van_mirjam = tekst(ingelogd("mirjam").get("/noodtoegang/beoordelen"))

    assert "1 vraag om een dossierpakket wacht op je besluit" in van_frank
    assert "dossierpakket wacht" not in van_mirjam
