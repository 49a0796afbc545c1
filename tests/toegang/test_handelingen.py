# SPDX-License-Identifier: EUPL-1.2
"""Every request leaves the acts that the referee of the journaal says; and each call is missed."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import NamedTuple
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from pytest_django import Settings

from tests.architectuur.boom import BRON, WORTEL
from tests.bezetting import id_van
from tests.toegang.adressen import paginaregels
from tests.toegang.blad import regels
from vangnet.journaal import services as journaal
from vangnet.toezicht.woorden import WOORDEN

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
Plek = tuple[str, int]


class Handelingsregel(NamedTuple):
    """One line of handelingen.csv."""

    naam: str
    methode: str
    argumenten: str
    inhoud: str
    vrager: str
    handelingen: tuple[str, ...]

    def vraag(self, client: Client) -> None:
        """Make the request."""
        adres = reverse(self.naam, kwargs=_paren(self.argumenten, " "))
        if self.methode == "POST":
            client.post(adres, _paren(self.inhoud, "|"))
        else:
            client.get(adres)


def _paren(tekst: str, scheiding: str) -> dict[str, str | UUID]:
    paren = [deel.split("=", 1) for deel in tekst.split(scheiding) if deel]
    return {naam: _waarde(waarde) for naam, waarde in paren}


def _waarde(tekst: str) -> str | UUID:
    if tekst == "*":
        return uuid4()
    return id_van(tekst[1:]) if tekst.startswith("@") else tekst


def handelingsregels() -> list[Handelingsregel]:
    """handelingen.csv."""
    return [
        Handelingsregel(
            regel["naam"],
            regel["methode"],
            regel["argumenten"],
            regel["inhoud"],
            regel["vrager"],
            tuple(regel["handelingen"].split()) if regel["handelingen"] != "geen" else (),
        )
        for regel in regels("handelingen.csv")
    ]


REGELS = handelingsregels()


@pytest.fixture(autouse=True)
def losse_bestanden(settings: Settings) -> None:
    opslag = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": opslag}


@contextmanager
def _opgeschreven(
    monkeypatch: pytest.MonkeyPatch, weg: Plek | None = None
) -> Iterator[list[tuple[str, Plek]]]:
    """The acts that are written, with the place of each call; the call at `weg` does nothing."""
    gedaan: list[tuple[str, Plek]] = []
    # A view that is imported during the test would keep the replacement.
    assert get_resolver().url_patterns
    echt = journaal.leg_vast

    def nep(act: journaal.Act) -> UUID:
        kader = sys._getframe(1)
        plek = (str(Path(kader.f_code.co_filename).relative_to(BRON)), kader.f_lineno)
        if plek == weg:
            return uuid4()
        gedaan.append((act.handeling, plek))
        return echt(act)

    with monkeypatch.context() as tijdelijk:
        for module in _wie_het_gebruikt(echt):
            tijdelijk.setattr(module, "leg_vast", nep)
        yield gedaan


def _wie_het_gebruikt(functie: object) -> list[ModuleType]:
    return [
        module
        for naam, module in sys.modules.items()
        if naam.startswith("vangnet.") and getattr(module, "leg_vast", None) is functie
    ]


def _voer_uit(regel: Handelingsregel, ingelogd: Ingelogd) -> None:
    client = Client() if regel.vrager == "bezoeker" else ingelogd(regel.vrager)
    regel.vraag(client)


@pytest.mark.asvs("16.3.2")
@pytest.mark.parametrize("regel", REGELS, ids=lambda een: f"{een.naam} {een.methode} {een.vrager}")
def test_een_verzoek_laat_na_wat_de_scheidsrechter_zegt(
    regel: Handelingsregel, ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _opgeschreven(monkeypatch) as gedaan:
        _voer_uit(regel, ingelogd)

    assert tuple(handeling for handeling, _ in gedaan) == regel.handelingen


def test_elk_adres_heeft_een_regel() -> None:
    """Also a page that concerns nobody says so. A method that no page takes needs no line."""
    nodig = {(een.naam, een.methode) for een in paginaregels() if een.mag != "405"}
    nodig -= {(een.naam, een.methode) for een in paginaregels() if een.mag == een.anders == "404"}

    assert sorted(nodig - {(een.naam, een.methode) for een in REGELS}) == []


def test_elke_handeling_staat_in_een_test() -> None:
    """The words that the FG reads are all acts that there are; a test there holds that list."""
    proeven = "".join(
        pad.read_text(encoding="utf-8")
        for pad in (WORTEL / "tests").rglob("*")
        if pad.suffix in {".py", ".csv"}
    )

    assert [naam for naam in WOORDEN if naam not in proeven] == []


def test_elke_aanroep_wordt_gemist_als_zij_wegvalt(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each place that writes an act, left out: another line is then no longer right."""
    gemist = []
    for regel in REGELS:
        with _opgeschreven(monkeypatch) as gedaan:
            _voer_uit(regel, ingelogd)
        for _, plek in list(gedaan):
            with _opgeschreven(monkeypatch, weg=plek) as zonder:
                _voer_uit(regel, ingelogd)
            if tuple(handeling for handeling, _ in zonder) == regel.handelingen:
                gemist.append(plek)

    assert gemist == []
