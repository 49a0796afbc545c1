# SPDX-License-Identifier: EUPL-1.2
"""The product with every filter of the application taken out: the database alone decides."""

import inspect
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from types import ModuleType
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db.models import Model, Q
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
from vangnet.casus import querysets
from vangnet.casus.models import Casus
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang import kijker
from vangnet.toegang.kijker import Kijker

__all__ = ["relatiebank"]
Filter = Callable[..., Any]
# Somebody for the house, on a casus by name, as a partner, with a look, and without any relation.
KORT = {"procesregisseur", "trajectbegeleider", "ketenpartner", "manager", "zonder_rol"}
WIE = [
    pytest.param(naam, marks=() if naam in KORT else pytest.mark.alles)
    for naam in ("bezoeker", *MENSEN)
]
# Read a list for somebody and are no filter: they are made of those.
_LEZEN = {
    "vangnet.afsluiting.heropenvragen._tot_en_met",
    "vangnet.afsluiting.querysets.met_stand",
    "vangnet.afsluiting.selectors._ernaast",
    "vangnet.afsluiting.selectors._in_stand",
    "vangnet.afsluiting.selectors._zaken",
    "vangnet.casus.selectors.casussen_zoeken",
    "vangnet.casus.selectors.met_bron_en_publiek",
    "vangnet.toezicht.selectors.acts_op_persoon",
    "vangnet.voortgang.selectors.stagnerende",
}
_NIEMAND = Kijker(uuid4(), frozenset())


def _naam(filter_: Filter) -> str:
    return f"{filter_.__module__}.{filter_.__qualname__}"


def _modules() -> list[ModuleType]:
    return [een for naam, een in sys.modules.items() if naam.startswith("vangnet.")]


def _filters() -> list[Filter]:
    """Every function of the product that makes rows or a condition out of who looks."""
    gevonden = {
        _naam(een): een
        for module in _modules()
        for een in vars(module).values()
        if inspect.isfunction(een) and een.__module__.startswith("vangnet.") and _filtert(een)
    }
    return [een for naam, een in sorted(gevonden.items()) if naam not in _LEZEN]


def _filtert(functie: Filter) -> bool:
    soorten = {naam: _woord(soort) for naam, soort in functie.__annotations__.items()}
    return soorten.pop("return", "") in {"Q", "QuerySet"} and "Kijker" in soorten.values()


def _woord(soort: Any) -> str:
    """The name of a type, also of one that stands between quotes."""
    return soort.split("[")[0] if isinstance(soort, str) else getattr(soort, "__name__", "")


def _voor_niemand(filter_: Filter) -> dict[str, Any]:
    """What the function takes, for somebody who sees nothing."""
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    dag = date(2026, 1, 1)
    waarden = {"dag": dag, "sinds": dag, "moment": moment, "tekst": "x"}
    return {
        naam: _NIEMAND if _woord(een.annotation) == "Kijker" else waarden[naam]
        for naam, een in inspect.signature(filter_).parameters.items()
        if een.default is inspect.Parameter.empty and een.kind is not inspect.Parameter.VAR_KEYWORD
    }


def _opengezet(filter_: Filter) -> Filter:
    """The same function, that leaves nothing out."""
    if _woord(filter_.__annotations__["return"]) == "Q":
        # Never an empty Q: that OR a condition is the condition, and the filter would be back.
        return lambda *_, **__: Q(pk__isnull=False)
    model: type[Model] = filter_(**_voor_niemand(filter_)).model
    return lambda *_, **__: model._default_manager.all()


@pytest.fixture
def zonder_filters(
    relatiebank: str, django_db_blocker: DjangoDbBlocker, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Every filter replaced wherever a module holds it."""
    # Every page before that: a module that comes in later would bring its filter along.
    import_module(settings.ROOT_URLCONF)
    # Held as keys, so that no two of them are ever the same object.
    open_ = {een: _opengezet(een) for een in _filters()}
    open_[kijker.een_van] = lambda *_, **__: Q(pk__isnull=False)
    for module in _modules():
        for naam, waarde in list(vars(module).items()):
            if inspect.isfunction(waarde) and waarde in open_:
                monkeypatch.setattr(module, naam, open_[waarde])
    with django_db_blocker.unblock(), verbonden_met(relatiebank):
        yield relatiebank


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
    lekken, stuk, gevonden = [], [], frozenset[str]()
    for methode, adres, velden in _adressen():
        antwoord = client.get(adres) if methode == "GET" else client.post(adres, velden)
        assert isinstance(antwoord, HttpResponse)
        if antwoord.status_code >= 500:
            stuk.append(adres)
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
    # A page that breaks without its filter shows nothing, and proves nothing.
    assert stuk == []
    assert lekken == []
    assert woorden(caplog.text) & geheim - woorden(str(_adressen())) == frozenset()
    assert ("Kanarie-lopend-hoofd" in gevonden) == (vrager in {*_ZIET_LOPEND})


_ZIET_LOPEND = {"procesregisseur", "procesondersteuner", "ketenpartner"}


def test_de_filters_zijn_er_echt_uit(zonder_filters: str) -> None:
    """As administrator, for whom no policy holds, the same query gives every casus."""
    with cluster().verbind(BEHEERDER, zonder_filters) as beheer:
        aantal = int(lijst(beheer, "SELECT count(*) FROM casus_casus")[0])

    assert aantal > len(GEVALLEN)
    assert "WHERE" not in str(querysets.zichtbaar_voor(_NIEMAND).query)
    of_niets = Casus.objects.filter(querysets.in_hele(_NIEMAND) | Q(pk__in=[]))
    assert str(of_niets.query).endswith('WHERE "casus_casus"."id" IS NOT NULL')


def test_geen_filter_blijft_achter() -> None:
    """Typed by hand: those of which a page is made. One that is new comes along by itself."""
    namen = {_naam(een).removeprefix("vangnet.") for een in _filters()}

    assert namen >= {
        "aanmelding.querysets.concepten_van",
        "aanmelding.querysets.zichtbaar_voor",
        "casus.querysets.betrokkenen_voor",
        "casus.querysets.bijdragen_voor",
        "casus.querysets.in_hele",
        "casus.querysets.in_mijn",
        "casus.querysets.zichtbaar_voor",
        "plan.querysets._als_partner",
        "plan.querysets.afspraken_voor",
        "plan.querysets.mijn_afspraken",
        "plan.querysets.mijn_casussen",
        "toegang.kijker.lopende_inzagen",
        "toegang.kijker.organisaties_van",
        "toegang.kijker.voor_een_partner",
    }
