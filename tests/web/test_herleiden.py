# SPDX-License-Identifier: EUPL-1.2
"""The page behind a figure: for the house, and for nobody else."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.journaal.models import Handeling
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
ZAKEN = "/cijfers/rijen/zaken_aangemeld?jaar=2022"


def tekst(client: Client, adres: str) -> str:
    """The page at `adres`."""
    return client.get(adres).content.decode()


@pytest.mark.parametrize("deel", ["", "&dimensie=gemeente&klasse=GM0080", "&pagina=1"])
def test_het_huis_ziet_de_zaak_achter_het_cijfer(deel: str, ingelogd: Ingelogd) -> None:
    assert f"/zaken/{id_van('casus')}" in tekst(ingelogd("amira"), ZAKEN + deel)


@pytest.mark.parametrize(
    ("adres", "staat_er"),
    [
        ("/cijfers/rijen/aanmeldingen?jaar=2022", "GGZ Noorderlicht"),
        ("/cijfers/rijen/personen_betrokken?jaar=2022", "Geteld zijn mensen."),
        ("/cijfers/rijen/kosten?jaar=2022", "Hier is niets geteld"),
        ("/cijfers/rijen/kort_advies?jaar=2022&pagina=99999999999999999999", "Hier is niets"),
    ],
)
def test_elke_soort_rij_heeft_haar_bladzijde(adres: str, staat_er: str, ingelogd: Ingelogd) -> None:
    assert staat_er in tekst(ingelogd("amira"), adres)


@pytest.mark.parametrize("wie", ["mirjam", "anouk", "karin", "bas", "bram"])
def test_wie_de_zaken_niet_mag_zien_krijgt_hetzelfde_als_bij_een_onbekend_cijfer(
    wie: str, ingelogd: Ingelogd
) -> None:
    geweigerd = ingelogd(wie).get(ZAKEN)
    onbekend = ingelogd("amira").get("/cijfers/rijen/bestaat-niet?jaar=2022")

    assert (geweigerd.status_code, geweigerd.content) == (404, onbekend.content)
    assert (onbekend.status_code, dict(geweigerd.headers)) == (404, dict(onbekend.headers))


def test_een_klasse_zonder_rijen_bestaat_niet(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").get(f"{ZAKEN}&dimensie=gemeente&klasse=GM9999")

    assert antwoord.status_code == 404


@pytest.mark.parametrize(("wie", "aantal"), [("amira", True), ("mirjam", False)])
def test_alleen_het_huis_ziet_een_schakel_bij_het_cijfer(
    wie: str, aantal: bool, ingelogd: Ingelogd
) -> None:
    bladzijde = tekst(ingelogd(wie), "/cijfers/thema/zaken?jaar=2022")

    assert ("/cijfers/rijen/zaken_aangemeld?jaar=2022" in bladzijde) is aantal
    assert ("dimensie=gemeente&amp;klasse=GM0080" in bladzijde) is aantal


def test_het_journaal_noemt_de_zaken_die_zijn_getoond(ingelogd: Ingelogd) -> None:
    tekst(ingelogd("amira"), ZAKEN)

    with als(Vrager(id_van("amira"))):
        gelezen = Handeling.objects.filter(handeling="cijfer.herleid").get()
        onderwerpen = list(gelezen.onderwerpen.values_list("soort", "onderwerp"))
    assert onderwerpen == [("casus", id_van("casus"))]
