# SPDX-License-Identifier: EUPL-1.2
"""Every address × method × asker, by real requests; and a refusal that tells nothing."""

import re
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse, HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.toegang.adressen import MENSEN, METHODEN, namen, paginaregels, uitkomst, vraag
from tests.uitslagen import noteer_cellen

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]


@pytest.fixture(autouse=True)
def losse_bestanden(settings: Settings) -> None:
    """Pages ask for static files by their own name: no collected copy has to exist."""
    opslag = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": opslag}


@pytest.fixture(autouse=True)
def zonder_eerdere_pogingen() -> None:
    """The brake on guessing counts by address, and here everybody has the same one."""
    cache.clear()


# A role that doesn't count is no role, which the gate tries: its kinds only in bin/test alles.
_VRAGERS = [
    pytest.param(een, marks=pytest.mark.alles) if een.startswith("rol_") else een
    for een in ("bezoeker", *MENSEN)
]


def test_elk_adres_staat_op_het_blad() -> None:
    nodig = {(naam, methode) for naam in namen() for methode in METHODEN}
    op_het_blad = {(regel.naam, regel.methode) for regel in paginaregels()}

    assert (
        sorted(
            f"zet een regel in tests/toegang/paginas.csv: {naam},{methode},…"
            for naam, methode in nodig - op_het_blad
        )
        == []
    )
    assert sorted(op_het_blad - nodig) == []


@pytest.mark.asvs("8.3.1")
@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("vrager", _VRAGERS)
def test_elke_bladzijde_antwoordt_zoals_de_scheidsrechter_zegt(
    vrager: str, ingelogd: Ingelogd
) -> None:
    """And is whole before the transaction ends: what is read later is read without an asker."""
    lekken: list[str] = []
    weigeringen: list[str] = []
    niet_af: list[str] = []
    client = ingelogd(MENSEN[vrager]) if vrager in MENSEN else Client()
    for regel in paginaregels():
        antwoord = vraag(client, regel)
        verwacht, gekregen = regel.verwacht(vrager), uitkomst(antwoord)
        niet_af += [regel.naam] if antwoord.streaming else []
        if gekregen != verwacht:
            verschil = f"{regel.naam} {regel.methode}: verwacht {verwacht}, kreeg {gekregen}"
            (lekken if verwacht in {"404", "inloggen"} else weigeringen).append(verschil)
        if regel.naam == "uitloggen" and vrager in MENSEN:
            client = ingelogd(MENSEN[vrager])

    noteer_cellen(
        "bladzijde × methode × vrager",
        len(paginaregels()),
        lekken=lekken,
        weigeringen=weigeringen,
    )
    assert lekken == []
    assert weigeringen == []
    assert niet_af == []


@pytest.mark.asvs("7.4.2")
def test_een_account_dat_voorbij_is_is_een_bezoeker(ingelogd: Ingelogd) -> None:
    client = Client()
    log_in(client, "ed")

    verschillen = [
        f"{regel.naam} {regel.methode}: {gekregen}"
        for regel in paginaregels()
        if (gekregen := uitkomst(vraag(client, regel))) != regel.bezoeker
    ]

    assert verschillen == []


def _alles(antwoord: HttpResponseBase) -> tuple[int, bytes, dict[str, str]]:
    assert isinstance(antwoord, HttpResponse)
    return antwoord.status_code, antwoord.content, dict(antwoord.headers)


@pytest.mark.asvs("8.2.1")
def test_wat_je_niet_mag_is_byte_voor_byte_wat_er_niet_is(ingelogd: Ingelogd) -> None:
    client = ingelogd("chantal")
    # While typing a note one reads at the field that it isn't kept, whatever became of the casus:
    # the same bytes for one that never was (tests/web/werk/test_notitieveld.py).
    dicht = [
        regel
        for regel in paginaregels()
        if regel.verwacht("collega_van_ketenpartner") == "404" and regel.naam != "zaken:concept"
    ]

    verschillen = [
        f"{regel.naam} {regel.methode}"
        for regel in dicht
        if _alles(vraag(client, regel)) != _alles(client.generic(regel.methode, "/bestaat-niet"))
    ]

    assert len(dicht) > 20
    assert verschillen == []


def test_een_casus_die_er_niet_is_antwoordt_als_een_adres_dat_er_niet_is(
    ingelogd: Ingelogd,
) -> None:
    client = ingelogd("amira")
    adres = reverse("zaken:casus", kwargs={"casus_id": id_van("geen casus")})

    assert _alles(client.get(adres)) == _alles(client.get("/bestaat-niet"))


_NUMMERS = re.compile(r"[0-9a-f-]{32,}|\d+")


def _opdrachten(client: Client, casus: str) -> list[str]:
    """The statements of one request, without ids, moments and traces."""
    adres = reverse("zaken:casus", kwargs={"casus_id": id_van(casus)})
    with CaptureQueriesContext(connection) as gevangen:
        client.get(adres)
    return [_NUMMERS.sub("#", vraag["sql"]) for vraag in gevangen]


@pytest.mark.parametrize("naam", ["chantal", "mirjam"])
def test_wat_je_niet_mag_kost_dezelfde_opdrachten_als_wat_er_niet_is(
    naam: str, ingelogd: Ingelogd
) -> None:
    client = ingelogd(naam)
    bestaat, bestaat_niet = _opdrachten(client, "casus"), _opdrachten(client, "geen casus")

    assert len(bestaat) > 5
    assert bestaat == bestaat_niet


@pytest.mark.asvs("3.5.1")
@pytest.mark.parametrize("naam", ["amira", "dirk"])
def test_een_formulier_van_elders_wordt_geweigerd(naam: str) -> None:
    client = Client(enforce_csrf_checks=True)
    log_in(client, naam)

    gekregen = {
        regel.naam: uitkomst(vraag(client, regel))
        for regel in paginaregels()
        if regel.methode == "POST"
    }

    assert {naam: status for naam, status in gekregen.items() if status != "403"} == {}
