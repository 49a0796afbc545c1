# SPDX-License-Identifier: EUPL-1.2
"""The product with every filter of the application taken out: the database alone decides."""

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db.models import Q
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, verbonden_met
from tests.toegang.adressen import MENSEN, Paginaregel, paginaregels
from tests.toegang.kanaries import verboden, woorden
from tests.toegang.proefbank import lijst
from tests.toegang.relaties import GEVALLEN, casus_van
from tests.toegang.test_relaties import relatiebank
from tests.uitslagen import noteer_cellen
from vangnet.aanmelding import querysets as aanmeldingen
from vangnet.aanmelding.models import Aanmelding, Concept
from vangnet.casus import querysets
from vangnet.casus.models import Betrokkenheid, Bijdrage, Casus, CasusRol
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang import kijker
from vangnet.toegang.models import Inzage

__all__ = ["relatiebank"]
# One of each relation that a page can be opened in.
WIE = ("bezoeker", *MENSEN)
# What each filter of the application says when it says everything.
ALLES: dict[Callable[..., Any], Callable[..., Any]] = {
    querysets.loopt_voor: lambda wie, rol="": Q(),
    querysets.lopende_rollen: lambda wie: CasusRol.objects.all(),
    querysets.huisrollen: lambda wie: CasusRol.objects.all(),
    querysets.partnerrollen: lambda wie: CasusRol.objects.all(),
    querysets.geldende_inzagen: lambda wie: Inzage.objects.all(),
    querysets.in_hele: lambda wie, casus="casus": Q(),
    querysets.in_mijn: lambda wie, casus="casus": Q(),
    querysets.zichtbaar_voor: lambda wie: Casus.objects.all(),
    querysets.betrokkenen_voor: lambda wie: Betrokkenheid.objects.all(),
    querysets.bijdragen_voor: lambda wie: Bijdrage.objects.all(),
    aanmeldingen.zichtbaar_voor: lambda wie: Aanmelding.objects.all(),
    aanmeldingen.concepten_van: lambda wie: Concept.objects.all(),
    kijker.lopende_inzagen: lambda wie: Inzage.objects.all(),
    kijker.een_van: lambda veld, ids: Q(),
    kijker.voor_een_partner: lambda wie, organisatie="organisatie": Q(),
}


@pytest.fixture
def zonder_filters(
    relatiebank: str, django_db_blocker: DjangoDbBlocker, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Every filter replaced wherever a module holds it."""
    for module in [een for naam, een in sys.modules.items() if naam.startswith("vangnet.")]:
        for naam, waarde in list(vars(module).items()):
            if callable(waarde) and (alles := _alles(waarde)):
                monkeypatch.setattr(module, naam, alles)
    with django_db_blocker.unblock(), verbonden_met(relatiebank):
        yield relatiebank


def _alles(waarde: Callable[..., Any]) -> Callable[..., Any] | None:
    return next((alles for echt, alles in ALLES.items() if echt is waarde), None)


Adres = tuple[str, str, dict[str, str]]


def _adressen() -> list[Adres]:
    """Every page, the page of every casus, and every search."""
    paginas: list[Adres] = [
        (regel.methode, regel.adres(), {})
        for regel in paginaregels()
        if regel.methode == "GET" and not regel.naam.startswith(("account", "inloggen"))
    ]
    casussen: list[Adres] = [
        ("GET", f"/zaken/{id_van(casus_van(geval))}", {}) for geval in GEVALLEN
    ]
    zoeken = [("POST", _adres("zaken:zoeken"), {"zoek": "Kanarie"})]
    uitvoer = [("POST", _adres("zaken:uitvoer"), {"formaat": "csv"})]
    return [*paginas, *casussen, *zoeken, *uitvoer]


def _adres(naam: str) -> str:
    def is_deze(regel: Paginaregel) -> bool:
        return regel.naam == naam

    return next(filter(is_deze, paginaregels())).adres()


@pytest.mark.traag
@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize("vrager", WIE)
def test_zonder_filters_lekt_geen_bladzijde(
    vrager: str, zonder_filters: str, caplog: pytest.LogCaptureFixture
) -> None:
    geheim = verboden(zonder_filters, vrager)
    client = Client(raise_request_exception=False)
    if vrager != "bezoeker":
        log_in(client, MENSEN[vrager])
    lekken, gevonden = [], frozenset[str]()
    for methode, adres, velden in _adressen():
        antwoord = client.get(adres) if methode == "GET" else client.post(adres, velden)
        assert isinstance(antwoord, HttpResponse)
        alles = antwoord.content.decode(errors="replace") + str(antwoord.headers)
        gevonden |= woorden(alles)
        if lek := (woorden(alles) & geheim) - woorden(adres):
            lekken.append((adres, sorted(lek)[:5]))

    noteer_cellen(
        "bladzijde × vrager, zonder filters",
        len(_adressen()),
        lekken=[str(lek) for lek in lekken],
        weigeringen=[],
    )
    assert lekken == []
    assert woorden(caplog.text) & geheim - woorden(str(_adressen())) == frozenset()
    assert ("Kanarie-lopend-hoofd" in gevonden) == (vrager in {*_ZIET_LOPEND})


_ZIET_LOPEND = {"procesregisseur", "procesondersteuner", "ketenpartner"}


def test_de_filters_zijn_er_echt_uit(zonder_filters: str) -> None:
    """As administrator, for whom no policy holds, the same query gives every casus."""
    with cluster().verbind(BEHEERDER, zonder_filters) as beheer:
        aantal = int(lijst(beheer, "SELECT count(*) FROM casus_casus")[0])

    assert aantal > len(GEVALLEN)
    assert str(querysets.zichtbaar_voor(None).query).count("WHERE") == 0  # type: ignore[arg-type]
