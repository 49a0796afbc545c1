# SPDX-License-Identifier: EUPL-1.2
"""Mijn account: own factors and password."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.bezetting import WACHTWOORD, id_van
from tests.binnen import log_in
from tests.web.gebruikers.inlog import code_nu, eerste, is_binnen, met_app
from vangnet.gebruikers.models import TweedeFactor
from vangnet.journaal.models import Handeling
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
AMIRA = Vrager(id_van("amira"))


def _factor(naam: str) -> str:
    with als(AMIRA):
        return str(TweedeFactor.objects.get(naam=naam).pk)


def _hernoem_de_eerste() -> None:
    with als(AMIRA):
        TweedeFactor.objects.update(naam="oude telefoon")


def test_de_enige_tweede_stap_gaat_er_niet_af() -> None:
    met_app("amira")
    client = log_in(Client(), "amira")

    bladzijde = client.post(f"/account/factor/{_factor('telefoon')}/weg", follow=True)

    assert "Dit is je enige tweede stap" in bladzijde.content.decode()
    with als(AMIRA):
        assert TweedeFactor.objects.count() == 1


@pytest.mark.asvs("6.5.6")
def test_van_twee_gaat_er_een_af_en_daarmee_log_je_niet_meer_in() -> None:
    oud = met_app("amira")
    _hernoem_de_eerste()
    met_app("amira")
    client, ander = log_in(Client(), "amira"), Client()
    client.post(f"/account/factor/{_factor('oude telefoon')}/weg")
    eerste(ander)
    ander.post("/inloggen/code", {"code": code_nu(oud)})

    assert is_binnen(client)
    assert not is_binnen(ander)


def test_een_tweede_stap_krijgt_een_andere_naam() -> None:
    met_app("amira")
    client = log_in(Client(), "amira")

    client.post(f"/account/factor/{_factor('telefoon')}", {"naam": "telefoon van het werk"})

    assert "telefoon van het werk" in client.get("/account").content.decode()


@pytest.mark.asvs("8.2.2")
def test_de_tweede_stap_van_een_ander_bestaat_niet_voor_jou() -> None:
    met_app("amira")
    client = log_in(Client(), "joris")

    assert client.post(f"/account/factor/{_factor('telefoon')}/weg").status_code == 404
    assert client.get(f"/account/factor/{_factor('telefoon')}").status_code == 404


@pytest.mark.asvs("7.5.1")
@pytest.mark.asvs("6.2.2")
@pytest.mark.asvs("6.2.3")
def test_een_ander_wachtwoord_vraagt_om_het_oude(ingelogd: Ingelogd) -> None:
    gegevens = {"huidig": "verkeerd", "nieuw": "vier woorden zonder enige betekenis"}

    antwoord = ingelogd("amira").post("/account/wachtwoord", gegevens)

    assert antwoord.status_code == 422
    assert eerste(Client()).status_code == 302


@pytest.mark.asvs("6.2.1")
@pytest.mark.asvs("6.2.4")
@pytest.mark.parametrize(
    ("nieuw", "zin"),
    [
        ("elf tekens.", "te kort"),
        ("qwerty123456", "veelgebruikte"),
        ("amira@proef.invalid", "lijkt op je naam of je e-mailadres"),
        ("welkom123456", "snel te raden"),
    ],
)
def test_een_kort_of_veelgebruikt_wachtwoord_wordt_geweigerd(
    nieuw: str, zin: str, ingelogd: Ingelogd
) -> None:
    gegevens = {"huidig": WACHTWOORD, "nieuw": nieuw}

    antwoord = ingelogd("amira").post("/account/wachtwoord", gegevens)

    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()


@pytest.mark.asvs("6.2.5")
@pytest.mark.asvs("6.2.8")
def test_een_wachtwoord_mag_uit_alles_bestaan_en_telt_precies_zo(ingelogd: Ingelogd) -> None:
    nieuw = " alleen kleine letters en spaties ook achteraan "
    ingelogd("amira").post("/account/wachtwoord", {"huidig": WACHTWOORD, "nieuw": nieuw})

    assert eerste(Client(), wachtwoord=nieuw).status_code == 302
    assert eerste(Client(), wachtwoord=nieuw.strip()).status_code == 422


def test_een_naam_en_een_einde_van_een_factor_staan_in_het_eigen_spoor() -> None:
    met_app("amira")
    _hernoem_de_eerste()
    met_app("amira")
    client = log_in(Client(), "amira")
    client.post(f"/account/factor/{_factor('telefoon')}", {"naam": "nieuwe telefoon"})
    client.post(f"/account/factor/{_factor('oude telefoon')}/weg")

    with als(AMIRA):
        sporen = Handeling.objects.filter(object_soort="tweede_factor").order_by("moment")
        gedaan = list(sporen.values_list("handeling", flat=True))
    assert gedaan[-2:] == ["factor.hernoemd", "factor.verwijderd"]
