# SPDX-License-Identifier: EUPL-1.2
"""Pages on paper: the heading and whole tables, and nothing that one can only click."""

import re
from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Browser

from tests.browser.bladzijden import BLADZIJDEN
from tests.browser.huizen import Huis
from tests.browser.venster import Venster, venster

pytestmark = pytest.mark.browser
# A casus, a list, who takes part, a plan and figures. The rest: bin/test alles.
_POORT = {
    "zaken:casus",
    "zaken:lijst",
    "delen:overzicht regisseur",
    "plan:overzicht",
    "cijfers:oogopslag",
}
# A letter is its own paper: it begins with whom it is for, and not with the heading of the page.
_BRIEVEN = {"aanmelden:brief": "is over je aanmelding besloten."}
_OP_PAPIER = [naam for naam, een in BLADZIJDEN.items() if een.stand == 200]
# Of A4 with a margin of a centimetre, in points of the browser.
_BREED = 718
_TE_KLIKKEN = """() => [...document.querySelectorAll(
    'nav, button, .knop, .zoek, .kruimels, .filter, .bladeren, dialog, [role=search], .overslaan'
  )].filter((een) => een.checkVisibility()).map((een) => een.outerHTML.slice(0, 120))"""
_AFGEKNIPT = """() => [...document.querySelectorAll('main table, main svg')]
  .filter((een) => een.checkVisibility() && een.getBoundingClientRect().right > innerWidth + 1)
  .map((een) => een.outerHTML.slice(0, 120))"""
_KOPPEN = "() => [...document.querySelectorAll('main h1')].map((een) => een.innerText)"
_LAATSTE_KOLOM = """() => [...document.querySelectorAll('main table')]
  .filter((een) => een.checkVisibility())
  .map((een) => [...een.querySelectorAll('thead th:not(:has(.alleen-voorlezen))')].at(-1))
  .filter((een) => een).map((een) => een.innerText)"""


@pytest.fixture(
    params=[
        naam if naam in _POORT else pytest.param(naam, marks=pytest.mark.alles)
        for naam in _OP_PAPIER
    ]
)
def op_papier(
    request: pytest.FixtureRequest, chromium: Browser, demohuis: Huis, werker: None
) -> Iterator[Venster]:
    """The window on one page, as it goes to the printer."""
    bladzijde = BLADZIJDEN[request.param]
    with venster(chromium, demohuis, als=bladzijde.als) as open_:
        bladzijde.ga(open_)
        open_.blad.emulate_media(media="print")
        open_.blad.set_viewport_size({"width": _BREED, "height": 1000})
        yield open_


def _tekst(pdf: bytes) -> str:
    """All text of a pdf, without spaces: a line that broke reads the same."""
    bladen = pypdfium2.PdfDocument(pdf)
    return _aaneen("".join(blad.get_textpage().get_text_range() for blad in bladen))


def _aaneen(tekst: str) -> str:
    return re.sub(r"[\s\u00ad\u200b\ufffe-]+", "", tekst).lower()


def test_op_papier_staat_de_kop_met_hele_tabellen_en_niets_om_op_te_klikken(
    op_papier: Venster, request: pytest.FixtureRequest
) -> None:
    tekst = _tekst(op_papier.blad.pdf(format="A4"))

    brief = _BRIEVEN.get(request.node.callspec.params["op_papier"])
    koppen = op_papier.blad.evaluate(_KOPPEN)
    laatste = op_papier.blad.evaluate(_LAATSTE_KOLOM)
    assert koppen
    assert [een for een in koppen if _aaneen(een) not in tekst] == (koppen if brief else [])
    assert [een for een in [brief or "", *laatste] if _aaneen(een) not in tekst] == []
    assert op_papier.blad.evaluate(_TE_KLIKKEN) == []
    assert op_papier.blad.evaluate(_AFGEKNIPT) == []


@pytest.mark.parametrize(
    ("naam", "wel", "niet"),
    [
        ("zaken:casus", "Open afspraken", ["Soort gegeven", "Veiligheid wijzigen"]),
        ("zaken:personen", "Netwerk", ["Niet meer betrokken", "Relatie is voorbij"]),
        ("delen:overzicht regisseur", "Wie er meedoet", ["Iemand uitnodigen", "Beperken"]),
        ("plan:overzicht", "Doelen", ["Nieuwe afspraak"]),
    ],
)
def test_wat_je_in_een_zaak_kunt_doen_staat_niet_op_papier(
    naam: str, wel: str, niet: list[str], chromium: Browser, demohuis: Huis, werker: None
) -> None:
    bladzijde = BLADZIJDEN[naam]
    with venster(chromium, demohuis, als=bladzijde.als) as open_:
        bladzijde.ga(open_)
        op_scherm = _aaneen(open_.blad.locator("main").inner_text())
        tekst = _tekst(open_.blad.pdf(format="A4"))

    assert _aaneen(niet[0]) in op_scherm
    assert _aaneen(wel) in tekst
    assert [een for een in niet if _aaneen(een) in tekst] == []


def test_het_eerste_blad_van_een_zaak_is_niet_bijna_leeg(
    chromium: Browser, demohuis: Huis, werker: None
) -> None:
    bladzijde = BLADZIJDEN["zaken:tijdlijn"]
    with venster(chromium, demohuis, als=bladzijde.als) as open_:
        bladzijde.ga(open_)
        bladen = pypdfium2.PdfDocument(open_.blad.pdf(format="A4"))
        eerste = _aaneen(bladen[0].get_textpage().get_text_range())

    assert len(bladen) > 1
    assert len(eerste) > 1_000
