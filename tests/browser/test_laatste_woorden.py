# SPDX-License-Identifier: EUPL-1.2
"""The words of the last seconds, in a real browser: who leaves the page at once, loses none."""

from collections.abc import Callable
from time import sleep

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.bladzijde import naar_casus
from tests.browser.bladzijden import _naar_plan
from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.onderweg import BEGELEIDER, ONDERWEG
from tests.browser.venster import ONDERSTEUNER, Venster

pytestmark = pytest.mark.browser
WOORDEN = "Een vaste plek om te wonen, en dit zijn de laatste woorden"


def _langs_een_link(venster: Venster) -> None:
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="Zaken", exact=True).first.click()


def _terug(venster: Venster) -> None:
    venster.blad.go_back()


def _sluit(venster: Venster) -> None:
    venster.blad.close()


def _log_uit(venster: Venster) -> None:
    venster.blad.locator("details.uitklap:last-of-type summary").click()
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Uitloggen").click()


def _naar_een_ander_tabblad(venster: Venster) -> None:
    """A phone keeps the page, and may end it there: none of its timers comes any more."""
    venster.blad.evaluate("for (let een = 0; een < 1e5; een += 1) clearTimeout(een)")
    venster.blad.evaluate("document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))")


@pytest.mark.parametrize(
    "weg", [_langs_een_link, _terug, _sluit, _log_uit, _naar_een_ander_tabblad]
)
def test_wie_meteen_weggaat_vindt_alle_woorden_terug(
    weg: Callable[[Venster], None], open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    venster = open_venster(eigen_huis)
    venster.log_in(ONDERSTEUNER)
    _naar_plan(("Doel toevoegen",), venster)
    adres = venster.blad.url.removeprefix(eigen_huis.adres)
    woorden = f"{WOORDEN} {weg.__name__}"
    veld = venster.blad.get_by_label("Wat wordt er beter?")
    # Another test of the same house may have left a draft.
    veld.fill("")
    # Longer than the two seconds after which a text is kept.
    veld.press_sequentially(woorden, delay=45)
    weg(venster)

    later = open_venster(eigen_huis, als=ONDERSTEUNER)
    assert _gevonden(later, adres, woorden) == woorden
    with later.blad.expect_navigation():
        later.blad.get_by_role("button", name="Concept weggooien").click()


def test_uitloggen_wacht_op_de_laatste_woorden(open_venster: OpenVenster, eigen_huis: Huis) -> None:
    """On a slow line too: after it the text would be refused."""
    venster = open_venster(eigen_huis)
    venster.log_in(ONDERSTEUNER)
    _naar_plan(("Doel toevoegen",), venster)
    adres = venster.blad.url.removeprefix(eigen_huis.adres)
    venster.blad.route("**/werk/concepten", _traag)
    venster.blad.get_by_label("Wat wordt er beter?").fill(WOORDEN)
    _log_uit(venster)

    later = open_venster(eigen_huis, als=ONDERSTEUNER)
    assert _gevonden(later, adres, WOORDEN) == WOORDEN
    with later.blad.expect_navigation():
        later.blad.get_by_role("button", name="Concept weggooien").click()


def _traag(route: Route) -> None:
    sleep(1.5)
    route.continue_()


def _gevonden(venster: Venster, adres: str, woorden: str) -> str:
    """What stands in the field, once what was sent has arrived."""
    veld = venster.blad.get_by_label("Wat wordt er beter?")
    for _keer in range(10):
        venster.open(adres)
        if veld.input_value() == woorden:
            break
        venster.blad.wait_for_timeout(500)
    return veld.input_value()


def _typ(blad: Page, veld: str) -> None:
    blad.get_by_label(veld, exact=True).fill("")
    blad.get_by_label(veld, exact=True).press_sequentially(WOORDEN, delay=20)


def test_een_notitie_waarvan_je_meteen_weggaat_staat_er_nog(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    venster = open_venster(eigen_huis, als="Amira Terpstra")
    naar_casus("C-00806", venster)
    _typ(venster.blad, "Notitie")
    _langs_een_link(venster)
    naar_casus("C-00806", venster)

    expect(venster.blad.get_by_label("Notitie", exact=True)).to_have_value(WOORDEN)


def test_een_notitie_onderweg_waarvan_je_meteen_weggaat_staat_er_nog(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    venster = open_venster(eigen_huis, als=BEGELEIDER)
    ONDERWEG["onderweg:notitie"].ga(venster)
    _typ(venster.blad, "Notitie")
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="Onderweg", exact=True).first.click()
    ONDERWEG["onderweg:notitie"].ga(venster)

    expect(venster.blad.get_by_label("Notitie", exact=True)).to_have_value(WOORDEN)


def test_een_aanmelding_waarvan_je_meteen_weggaat_staat_er_nog(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    venster = open_venster(eigen_huis, als="Bram Douma")
    venster.open("/aanmeldingen/nieuw")
    venster.blad.get_by_label("Achternaam").press_sequentially("Laatstewoorden")
    venster.blad.get_by_label("Wat moet er anders worden?").press_sequentially(WOORDEN)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="Aanmeldingen", exact=True).first.click()
    venster.open("/aanmeldingen/")
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="Laatstewoorden").first.click()

    expect(venster.blad.get_by_label("Wat moet er anders worden?")).to_have_value(WOORDEN)


def test_meer_dan_een_browser_meeneemt_wordt_bewaard_als_altijd(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    """Sent without the favour that a page which goes gets, also when it was hidden before."""
    venster = open_venster(eigen_huis, als=ONDERSTEUNER)
    _naar_plan(("Doel toevoegen",), venster)
    venster.blad.get_by_label("Waaraan zie je dat het is gelukt?").fill("lang " * 14_000)
    _naar_een_ander_tabblad(venster)

    expect(venster.blad.get_by_text("Bewaard als concept om")).to_be_visible()
    venster.blad.reload()
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Concept weggooien").click()
