# SPDX-License-Identifier: EUPL-1.2
"""The page of a person: only what the reader sees through their casussen."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
PERSOON = f"/personen/{id_van('betrokkene')}"


def test_de_persoon_staat_er_met_zaak_en_reden(ingelogd: Ingelogd) -> None:
    blad = ingelogd("amira").get(PERSOON).content.decode()

    for woord in ("Kanarie-achternaam", "28 februari 1990", "ZVH-2022-0001", "de zaak open is"):
        assert woord in blad


def test_de_titel_noemt_geen_naam(ingelogd: Ingelogd) -> None:
    assert "Kanarie" not in ingelogd("amira").get(PERSOON).content.decode().split("</title>")[0]


def test_de_bladzijde_van_de_zaak_leidt_naar_de_persoon(ingelogd: Ingelogd) -> None:
    assert PERSOON in ingelogd("amira").get(f"/zaken/{id_van('casus')}").content.decode()


def test_het_huis_ziet_bij_de_persoon_wie_er_heeft_gekeken(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    spoor = f"/toezicht/persoon/{id_van('betrokkene')}"

    assert f'href="{spoor}"' in client.get(PERSOON).content.decode()
    assert client.get(spoor).status_code == 200


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize("wie", ["bram", "mirjam", "frank", "els", "dirk"])
def test_wie_de_zaak_niet_ziet_krijgt_de_persoon_niet(wie: str, ingelogd: Ingelogd) -> None:
    client = ingelogd(wie)

    assert client.get(PERSOON).status_code == 404
    assert client.get(PERSOON).content == client.get("/bestaat-niet").content


@pytest.mark.asvs("16.3.2")
def test_een_blik_op_een_persoon_staat_in_het_journaal(ingelogd: Ingelogd) -> None:
    ingelogd("amira").get(PERSOON)

    with als(Vrager(id_van("amira"))):
        rij = Handeling.objects.get(handeling="persoon.ingezien")
        onderwerpen = Onderwerp.objects.filter(handeling=rij).values_list("soort", "onderwerp")
        assert (rij.object, rij.regel, set(onderwerpen)) == (
            id_van("betrokkene"),
            "huis",
            {("persoon", id_van("betrokkene")), ("casus", id_van("casus"))},
        )


@pytest.mark.asvs("16.3.2")
def test_een_persoon_die_er_niet_is_laat_ook_een_spoor_na(ingelogd: Ingelogd) -> None:
    ingelogd("amira").get(f"/personen/{id_van('bestaat niet')}")

    with als(Vrager(id_van("amira"))):
        assert Handeling.objects.get(handeling="persoon.geweigerd").toegestaan is False


def test_elke_weigering_zegt_met_dezelfde_woorden_wie_je_het_vraagt(ingelogd: Ingelogd) -> None:
    zin = "Klopt dit niet? Vraag het aan de procesregisseur of je coördinator."
    client = ingelogd("chantal")
    adressen = (PERSOON, f"/zaken/{id_van('casus')}", "/beheer/", "/bestaat-niet")

    assert [adres for adres in adressen if zin not in client.get(adres).content.decode()] == []
