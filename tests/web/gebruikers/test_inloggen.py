# SPDX-License-Identifier: EUPL-1.2
"""Logging in, and the demo's one click."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from tests.bezetting import WACHTWOORD, id_van

Ingelogd = Callable[[str], Client]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vergeet_mislukkingen() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def _probeer(client: Client, email: str, wachtwoord: str) -> tuple[int, bytes]:
    antwoord = client.post("/inloggen", {"email": email, "wachtwoord": wachtwoord})
    return antwoord.status_code, antwoord.content


def test_met_het_goede_wachtwoord_kom_je_binnen() -> None:
    client = Client()

    assert _probeer(client, "amira@proef.invalid", WACHTWOORD)[0] == 302
    assert client.get("/zaken/").status_code == 200


def test_een_onbekend_adres_krijgt_hetzelfde_antwoord_als_een_fout_wachtwoord() -> None:
    bekend = _probeer(Client(), "amira@proef.invalid", "verkeerd")
    onbekend = _probeer(Client(), "amirx@proef.invalid", "verkeerd")

    zonder_formuliersleutel = [
        b"\n".join(regel for regel in inhoud.splitlines() if b"csrf" not in regel)
        for _status, inhoud in (bekend, onbekend)
    ]
    assert bekend[0] == onbekend[0] == 422
    assert zonder_formuliersleutel[0].replace(b"amira@", b"amirx@") == zonder_formuliersleutel[1]


def test_na_twintig_mislukkingen_in_een_minuut_is_er_een_rem() -> None:
    for _keer in range(20):
        _probeer(Client(), "amira@proef.invalid", "verkeerd")

    assert _probeer(Client(), "amira@proef.invalid", WACHTWOORD)[0] == 429


def test_verder_gaan_naar_een_ander_adres_wordt_geweigerd() -> None:
    gegevens = {
        "email": "amira@proef.invalid",
        "wachtwoord": WACHTWOORD,
        "verder": "https://elders.invalid/",
    }

    assert Client().post("/inloggen", gegevens).headers["Location"] == "/"


def test_buiten_een_demo_is_er_geen_inloggen_met_een_klik() -> None:
    client = Client()

    antwoord = client.post("/inloggen/demo", {"gebruiker": str(id_van("amira"))})

    assert antwoord.status_code == 404
    assert "Kijk rond in de demo" not in client.get("/inloggen").content.decode()


def test_uitloggen_beeindigt_de_sessie(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")

    client.post("/uitloggen")

    assert client.get("/zaken/").status_code == 302
