# SPDX-License-Identifier: EUPL-1.2
"""The warning that a session is about to end comes by itself, in time (gebruik: bar 17)."""

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import Venster

pytestmark = pytest.mark.browser
# Of a quarter of an hour and of ten hours, some seconds before the page asks by itself.
_BIJNA_STIL = timedelta(minutes=12, seconds=46)
_BIJNA_LANGST = timedelta(hours=9, minutes=57, seconds=46)


def _waarschuwing(venster: Venster) -> Locator:
    return venster.blad.get_by_role("dialog", name="Je wordt zo uitgelogd")


def _seconden_over(venster: Venster) -> int:
    """What the house says that is left."""
    stand = venster.blad.evaluate("fetch('/sessie/stand').then((een) => een.json())")
    return int(stand["over"])


def test_de_waarschuwing_komt_vanzelf_twee_minuten_vooraf_en_een_toets_houdt_alles_vast(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    venster = open_venster(eigen_huis)
    venster.log_in("Jelle Wiersma")
    venster.blad.clock.install()
    venster.open("/overleggen/nieuw")
    veld = venster.blad.get_by_role("main").get_by_role("textbox").first
    veld.fill("half getypt")
    # Keeping a draft is doing something: after that it is quiet.
    venster.blad.get_by_text("Bewaard als concept om").wait_for()
    melding = _waarschuwing(venster)

    # By the clock of the house, and by that of the browser.
    venster.huis.maak_zitting_ouder(stil=_BIJNA_STIL, langst=_BIJNA_STIL)
    venster.blad.clock.fast_forward(_BIJNA_STIL // timedelta(milliseconds=1))
    expect(melding).to_be_hidden()
    melding.wait_for()
    assert _seconden_over(venster) >= 120
    venster.blad.keyboard.press("Enter")
    expect(melding).to_be_hidden()

    assert _seconden_over(venster) > 800
    assert veld.input_value() == "half getypt"


def test_ook_voor_het_einde_na_tien_uur_komt_de_waarschuwing_twee_minuten_vooraf(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    venster = open_venster(eigen_huis)
    venster.log_in("Jelle Wiersma")
    venster.huis.maak_zitting_ouder(stil=timedelta(0), langst=_BIJNA_LANGST)
    venster.open("/zaken/")
    expect(_waarschuwing(venster)).to_be_hidden()
    _waarschuwing(venster).wait_for()

    assert _seconden_over(venster) >= 120
