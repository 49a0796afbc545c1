# SPDX-License-Identifier: EUPL-1.2
"""The tests of the browser's headers bite: each header, cookie flag and check left out in turn."""

from collections.abc import Callable
from functools import partial

import pytest
from django.conf import settings as instellingen
from django.db import transaction
from django.test import Client
from pytest_django import Settings

from tests.toegang import test_paginas
from tests.uitslagen import noteer_fouten
from tests.web import test_koppen
from vangnet.web import koppen

pytestmark = [pytest.mark.alles, pytest.mark.django_db]
_DOORGEGEVEN = "x-forwarded-host"
# Django's own middleware sets these too: without a header means without both.
_OOK_VAN_DJANGO: dict[str, tuple[str, object]] = {
    "Cross-Origin-Opener-Policy": ("SECURE_CROSS_ORIGIN_OPENER_POLICY", None),
    "Referrer-Policy": ("SECURE_REFERRER_POLICY", None),
    "X-Content-Type-Options": ("SECURE_CONTENT_TYPE_NOSNIFF", False),
}
_MIDDLEWARE = instellingen.MIDDLEWARE


def _zonder(einde: str) -> list[str]:
    (weg,) = [een for een in _MIDDLEWARE if een.endswith(einde)]
    return [een for een in _MIDDLEWARE if een != weg]


# Each setting that guards the browser, what it becomes, and the test that has to fail.
INSTELLINGEN: list[tuple[str, object, Callable[[], None]]] = [
    ("SESSION_COOKIE_HTTPONLY", False, test_koppen.test_het_koekje_van_de_sessie_is_dicht),
    ("SESSION_COOKIE_SAMESITE", None, test_koppen.test_het_koekje_van_de_sessie_is_dicht),
    ("SESSION_COOKIE_DOMAIN", "example", test_koppen.test_het_koekje_van_de_sessie_is_dicht),
    ("SESSION_COOKIE_PATH", "/zaken", test_koppen.test_het_koekje_van_de_sessie_is_dicht),
    ("CSRF_COOKIE_HTTPONLY", False, test_koppen.test_het_koekje_van_het_formulier_is_dicht),
    ("CSRF_COOKIE_SAMESITE", None, test_koppen.test_het_koekje_van_het_formulier_is_dicht),
    ("CSRF_COOKIE_DOMAIN", "example", test_koppen.test_het_koekje_van_het_formulier_is_dicht),
    ("ALLOWED_HOSTS", ["*"], test_koppen.test_een_naam_van_elders_wordt_geweigerd),
    (
        "USE_X_FORWARDED_HOST",
        True,
        partial(test_koppen.test_een_kop_van_een_tussenserver_verandert_geen_adres, _DOORGEGEVEN),
    ),
    (
        "MIDDLEWARE",
        _zonder("CsrfViewMiddleware"),
        partial(test_paginas.test_een_formulier_van_elders_wordt_geweigerd, "amira"),
    ),
    (
        "MIDDLEWARE",
        _zonder("KoppenMiddleware"),
        partial(test_koppen.test_een_adres_dat_er_niet_is_draagt_alle_koppen, "/bestaat-niet"),
    ),
]


@pytest.fixture(autouse=True)
def losse_bestanden(settings: Settings) -> None:
    opslag = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": opslag}


def _alle_koppen_kloppen() -> bool:
    return not any(
        test_koppen.verschil(Client().get(adres)) for adres in ("/inloggen", "/bestaat-niet")
    )


def test_elke_kop_die_ontbreekt_wordt_gezien(monkeypatch: pytest.MonkeyPatch) -> None:
    gemist = []
    namen = list(koppen.KOPPEN)
    for naam in namen:
        with monkeypatch.context() as zonder:
            _laat_weg(zonder, naam)
            if _alle_koppen_kloppen():
                gemist.append(naam)

    noteer_fouten("kop van een antwoord", len(namen), gemist)
    assert _alle_koppen_kloppen()
    assert len(namen) == 8
    assert gemist == []


def _laat_weg(zonder: pytest.MonkeyPatch, naam: str) -> None:
    zonder.delitem(koppen.KOPPEN, naam)
    if ook := _OOK_VAN_DJANGO.get(naam):
        zonder.setattr(instellingen, *ook)


def test_elk_deel_van_het_inhoudsbeleid_dat_ontbreekt_wordt_gezien(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    naam = "Content-Security-Policy"
    delen = koppen.KOPPEN[naam].split("; ")
    gemist = []
    for deel in delen:
        zonder_deel = "; ".join(een for een in delen if een != deel)
        with monkeypatch.context() as zonder:
            zonder.setitem(koppen.KOPPEN, naam, zonder_deel)
            if _alle_koppen_kloppen():
                gemist.append(deel)

    noteer_fouten("deel van het inhoudsbeleid", len(delen), gemist)
    assert len(delen) == 9
    assert gemist == []


def test_elke_instelling_voor_de_browser_die_omgaat_wordt_gezien(settings: Settings) -> None:
    gemist = []
    for naam, anders, proef in INSTELLINGEN:
        proef()
        eerst = getattr(settings, naam)
        setattr(settings, naam, anders)
        if not _faalt(proef):
            gemist.append(f"{naam} = {anders}")
        setattr(settings, naam, eerst)

    noteer_fouten("instelling voor de browser", len(INSTELLINGEN), gemist)
    assert gemist == []


def _faalt(proef: Callable[[], None]) -> bool:
    try:
        with transaction.atomic():
            proef()
    except (AssertionError, KeyError):
        return True
    return False
