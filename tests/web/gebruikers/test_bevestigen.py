# SPDX-License-Identifier: EUPL-1.2
"""The second factor again, for what asks for it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.web.gebruikers.inlog import acten, code_nu, fout, met_app
from vangnet.gebruikers.models import Sessie
from vangnet.kern.klok import nu
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]


def _lang_geleden(client: Client, naam: str = "amira") -> None:
    with als(Vrager(id_van(naam))):
        Sessie.objects.update(bevestigd_op=nu() - timedelta(minutes=6))


@pytest.mark.asvs("7.5.3")
def test_na_vijf_minuten_gaat_het_langs_de_tweede_stap(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    assert client.get("/account/wachtwoord").status_code == 200
    _lang_geleden(client)

    antwoord = client.get("/account/wachtwoord")

    assert antwoord.headers["Location"] == "/bevestigen?next=%2Faccount%2Fwachtwoord"


def test_een_goede_code_brengt_je_terug(ingelogd: Ingelogd) -> None:
    geheim = met_app("amira")
    client = ingelogd("amira")
    _lang_geleden(client)

    gegevens = {"code": code_nu(geheim), "verder": "/account/wachtwoord"}
    antwoord = client.post("/bevestigen", gegevens)

    assert antwoord.headers["Location"] == "/account/wachtwoord"
    assert client.get("/account/wachtwoord").status_code == 200
    assert acten("gebruiker.bevestigd") == [("totp", True)]


@pytest.mark.asvs("7.5.3")
def test_een_verkeerde_code_bevestigt_niets(ingelogd: Ingelogd) -> None:
    geheim = met_app("amira")
    client = ingelogd("amira")
    _lang_geleden(client)

    assert client.post("/bevestigen", {"code": fout(geheim)}).status_code == 422
    assert client.get("/account/wachtwoord").status_code == 302
    assert acten("gebruiker.bevestigd") == [("totp", False)]


def test_een_formulier_gaat_terug_naar_de_bladzijde_waarop_het_stond(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _lang_geleden(client)

    antwoord = client.post(
        "/account/herstelcodes", headers={"Referer": "http://testserver/account?x=1"}
    )

    assert antwoord.headers["Location"] == "/bevestigen?next=%2Faccount%3Fx%3D1"


def test_een_verzonnen_mens_van_een_demo_heeft_niets_te_bevestigen() -> None:
    client = log_in(Client(), "amira", factor="demo")
    _lang_geleden(client)

    assert client.get("/bevestigen?next=/account").headers["Location"] == "/account"
