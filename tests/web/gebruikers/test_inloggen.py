# SPDX-License-Identifier: EUPL-1.2
"""The first step of logging in, and the demo's one click."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth import hashers
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import WACHTWOORD, id_van
from tests.web.gebruikers.inlog import eerste, is_binnen, met_app

Ingelogd = Callable[[str], Client]
pytestmark = pytest.mark.django_db
# Known with a wrong password, unknown, and ended with the right one.
GEVALLEN = (("amira", "verkeerd"), ("niemand", "verkeerd"), ("ed", WACHTWOORD))
_WISSELT = re.compile(
    r"\d+\.herkenning\.[0-9a-f.-]+|('[0-9a-f-]{32,36}'::uuid|NULL)::uuid|[0-9a-f-]{32,}|'[0-9a-f]{64}'|[\d.:+-]+|NULL|(amira|niemand|ed)@proef"
)


@pytest.mark.asvs("6.3.3")
def test_een_goed_wachtwoord_alleen_laat_je_niet_binnen() -> None:
    client = Client()
    met_app("amira")

    assert eerste(client).headers["Location"] == "/inloggen/code"
    assert not is_binnen(client)


@pytest.mark.asvs("6.3.8")
def test_onbekend_fout_en_beeindigd_krijgen_dezelfde_bladzijde() -> None:
    antwoorden = [eerste(Client(), naam, wachtwoord) for naam, wachtwoord in GEVALLEN]

    kaal = {
        re.sub(r'value="[^"]*"', "", antwoord.content.decode()).replace("amira", "")
        for antwoord in antwoorden
    }
    assert [antwoord.status_code for antwoord in antwoorden] == [422, 422, 422]
    assert len(kaal) == 1


def _opdrachten(naam: str, wachtwoord: str) -> list[str]:
    with CaptureQueriesContext(connection) as gevangen:
        eerste(Client(), naam, wachtwoord)
    return [_WISSELT.sub("#", vraag["sql"]) for vraag in gevangen]


@pytest.mark.asvs("6.3.8")
def test_onbekend_fout_en_beeindigd_kosten_dezelfde_opdrachten() -> None:
    fout, onbekend, beeindigd = (_opdrachten(*geval) for geval in GEVALLEN)

    assert len(fout) > 4
    assert fout == onbekend == beeindigd


@pytest.mark.asvs("6.3.8")
def test_onbekend_fout_en_beeindigd_kosten_evenveel_hasjwerk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rondes: list[str] = []

    def telt(echt: Callable[..., object]) -> Callable[..., object]:
        def doe(*waarden: object) -> object:
            rondes.append("x")
            return echt(*waarden)

        return doe

    hasher = type(hashers.get_hasher())
    for naam in ("encode", "verify"):
        monkeypatch.setattr(hasher, naam, telt(getattr(hasher, naam)))
    for wie, wachtwoord in GEVALLEN:
        eerste(Client(), wie, wachtwoord)

    assert rondes == ["x", "x", "x"]


@pytest.mark.asvs("3.7.2")
@pytest.mark.parametrize("verder", ["https://elders.invalid/", "//elders.invalid", "x", "admin"])
def test_verder_gaan_naar_een_ander_adres_wordt_geweigerd(verder: str, ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").get("/bevestigen", {"next": verder})

    assert antwoord.headers["Location"] == "/"


@pytest.mark.asvs("6.3.4")
@pytest.mark.asvs("6.3.2")
def test_buiten_een_demo_is_er_geen_inloggen_met_een_klik() -> None:
    client = Client()

    antwoord = client.post("/inloggen/demo", {"gebruiker": str(id_van("amira"))})

    assert antwoord.status_code == 404
    assert "Kijk rond in de demo" not in client.get("/inloggen").content.decode()


@pytest.mark.asvs("7.4.1")
def test_na_uitloggen_is_het_koekje_dood(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    koekje = client.cookies[next(naam for naam in client.cookies if "vangnet" in naam)]
    client.post("/uitloggen")
    ander = Client()
    ander.cookies[koekje.key] = koekje.value

    assert not is_binnen(client)
    assert not is_binnen(ander)


def test_een_bewaker_mag_naar_de_koppen_van_de_inlogpagina_vragen() -> None:
    assert Client().head("/inloggen").status_code == 200
