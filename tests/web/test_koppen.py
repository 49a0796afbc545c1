# SPDX-License-Identifier: EUPL-1.2
"""What the browser is told with every answer: pages, files, refusals and failures alike."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpResponseBase
from django.test import Client
from pytest_django import Settings

from tests.bezetting import WACHTWOORD
from tests.toegang.adressen import Paginaregel, paginaregels, vraag
from vangnet.web.fouten import foutpagina

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
KOPPEN = {
    "Content-Security-Policy": CSP,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
# What somebody uploaded runs nothing at all, and loads nothing.
_VAN_EEN_ANDER = {
    "aanmelden:bijlage_bestand",
    "aanmelden:bijlage_blad",
    "beheer:sjabloon_ophalen",
    "documenten:bestand",
    "documenten:blad",
}
_ALLEEN_KIJKEN = "default-src 'none'; sandbox"
# Files have no charset.
_BESTANDEN = ("image/png", "application/pdf", "officedocument")
SJABLONEN = Path("src/vangnet/web/templates")
# Script and style in a page, which the policy refuses: they would be dead, or tempt to loosen it.
_IN_DE_BLADZIJDE = re.compile(
    r"<script(?![^>]*\ssrc=)|<style|\sstyle=|javascript:"
    r"|\son(?:click|load|error|submit|change|input|focus|blur|toggle|key\w+|mouse\w+)=",
    re.IGNORECASE,
)


def verschil(antwoord: HttpResponseBase, csp: str = CSP) -> dict[str, str | None]:
    """The headers of `antwoord` that are not as they have to be."""
    return {
        naam: antwoord.headers.get(naam)
        for naam, waarde in (KOPPEN | {"Content-Security-Policy": csp}).items()
        if antwoord.headers.get(naam) != waarde
    }


@pytest.fixture
def losse_bestanden(settings: Settings) -> None:
    opslag = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": opslag}


def _verschil_van(client: Client, regel: Paginaregel) -> dict[str, str | None]:
    antwoord = vraag(client, regel)
    bestand = antwoord.status_code == 200 and regel.naam in _VAN_EEN_ANDER
    return verschil(antwoord, _ALLEEN_KIJKEN if bestand else CSP) | _zonder_soort(antwoord)


def _zonder_soort(antwoord: HttpResponseBase) -> dict[str, str | None]:
    """The kind of an answer with content, when that doesn't say in which signs it is."""
    soort = antwoord.headers.get("Content-Type", "")
    # JSON is UTF-8 by its own standard (RFC 8259) and has no charset.
    goed = "charset=utf-8" in soort or soort == "application/json"
    heeft_tekst = antwoord.status_code == 200 and not any(een in soort for een in _BESTANDEN)
    return {"Content-Type": soort} if heeft_tekst and not goed else {}


@pytest.mark.asvs("3.5.8")
@pytest.mark.asvs("3.4.8")
@pytest.mark.asvs("3.4.5")
@pytest.mark.asvs("3.4.4")
@pytest.mark.asvs("3.4.3")
@pytest.mark.asvs("3.4.6")
@pytest.mark.asvs("14.3.2")
@pytest.mark.asvs("4.1.1")
@pytest.mark.usefixtures("losse_bestanden")
@pytest.mark.parametrize(
    "naam",
    [
        "",
        "joris",
        *(pytest.param(een, marks=pytest.mark.alles) for een in ("bram", "dirk", "els", "frank")),
    ],
)
def test_elk_antwoord_draagt_alle_koppen(naam: str, ingelogd: Ingelogd) -> None:
    client = ingelogd(naam) if naam else Client()
    verschillen = {
        f"{regel.naam} {regel.methode}": anders
        for regel in paginaregels()
        if regel.naam != "uitloggen" and (anders := _verschil_van(client, regel))
    }

    assert verschillen == {}


@pytest.mark.asvs("3.4.4")
@pytest.mark.asvs("3.4.3")
@pytest.mark.parametrize("methode", ["put", "patch", "delete", "options", "trace", "head"])
def test_ook_een_andere_methode_krijgt_alle_koppen(methode: str, ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")

    assert verschil(getattr(client, methode)("/zaken/")) == {}


@pytest.mark.parametrize("pad", ["/uitloggen", "/zaken/uitvoer"])
def test_een_adres_van_een_knop_antwoordt_met_een_bladzijde(pad: str, ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").get(pad)

    assert (antwoord.status_code, antwoord.headers["Allow"]) == (405, "POST")
    assert "Ga terug en gebruik die knop" in antwoord.content.decode()
    assert verschil(antwoord) == {}


@pytest.mark.asvs("3.4.4")
@pytest.mark.asvs("3.4.3")
@pytest.mark.parametrize(
    "pad", ["/bestaat-niet", "/%00", "/zaken/geen-id", "//evil.example/", "/statisch/bestaat-niet"]
)
def test_een_adres_dat_er_niet_is_draagt_alle_koppen(pad: str) -> None:
    assert verschil(Client().get(pad)) == {}


def test_een_naam_van_elders_wordt_geweigerd() -> None:
    antwoord = Client().get("/inloggen", headers={"host": "evil.example"})

    assert antwoord.status_code == 400
    assert b"evil.example" not in antwoord.content
    assert verschil(antwoord) == {}


@pytest.mark.asvs("4.1.3")
@pytest.mark.parametrize("kop", ["x-forwarded-host", "x-forwarded-server", "x-original-url"])
def test_een_kop_van_een_tussenserver_verandert_geen_adres(kop: str) -> None:
    antwoord = Client().get("/zaken/", headers={kop: "evil.example"})

    assert antwoord.headers["Location"] == "/inloggen?next=/zaken/"


@pytest.mark.asvs("1.2.2")
@pytest.mark.asvs("3.7.2")
@pytest.mark.parametrize(
    "naar",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        " https://evil.example",
        "\thttps://evil.example",
        "http:///evil.example",
        "/%09/evil.example",
    ],
)
def test_verder_gaan_blijft_in_dit_huis(naar: str) -> None:
    antwoord = Client().post("/weergave", {"weergave": "donker", "terug": naar})

    assert antwoord.headers["Location"] in {"/", "/%09/evil.example"}


@pytest.mark.asvs("3.4.3")
@pytest.mark.parametrize(
    "sjabloon", sorted(SJABLONEN.rglob("*.html")), ids=lambda pad: str(pad.relative_to(SJABLONEN))
)
def test_geen_sjabloon_heeft_script_of_stijl_in_de_bladzijde(sjabloon: Path) -> None:
    tekst = re.sub(r"{#.*?#}", "", sjabloon.read_text(encoding="utf-8"))

    assert _IN_DE_BLADZIJDE.findall(tekst) == []


@pytest.mark.asvs("16.5.1")
@pytest.mark.parametrize("stand", [400, 403, 404, 409, 413, 429, 500, 503])
def test_geen_foutpagina_verraadt_hoe_het_werkt(stand: int) -> None:
    inhoud = foutpagina(stand).content.decode().lower()
    woorden = ("traceback", "django", "psycopg", "exception")

    assert [woord for woord in woorden if woord in inhoud] == []


@pytest.mark.asvs("3.3.2")
@pytest.mark.asvs("3.3.4")
def test_het_koekje_van_de_sessie_is_dicht() -> None:
    client = Client()
    client.post("/inloggen", {"email": "amira@proef.invalid", "wachtwoord": WACHTWOORD})
    sessie = next(koekje for naam, koekje in client.cookies.items() if naam.startswith("vangnet"))

    assert (sessie["httponly"], sessie["samesite"], sessie["path"]) == (True, "Lax", "/")
    assert sessie["domain"] == ""


@pytest.mark.asvs("3.3.2")
@pytest.mark.asvs("3.3.4")
def test_het_koekje_van_het_formulier_is_dicht() -> None:
    client = Client()
    client.get("/inloggen")
    formulier = next(een for naam, een in client.cookies.items() if naam.startswith("formulier"))

    assert (formulier["httponly"], formulier["samesite"], formulier["path"]) == (True, "Lax", "/")
    assert formulier["domain"] == ""


@pytest.mark.asvs("3.4.1")
@pytest.mark.asvs("3.3.1")
def test_achter_tls_gaat_alles_langs_tls() -> None:
    """In a process of its own: the settings are read once."""
    vraag_ = (
        "from config import settings as s; print(s.SECURE_HSTS_SECONDS, "
        "s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, "
        "s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME)"
    )
    uit = subprocess.run(  # noqa: S603 - own program, fixed words
        [sys.executable, "-c", vraag_],
        env=os.environ | {"VANGNET_TLS": "ja"},
        capture_output=True,
        text=True,
        check=True,
    )
    namen = ["__Host-vangnet", "__Host-formulier"]

    assert uit.stdout.split() == ["31536000", "True", "True", "True", *namen]
