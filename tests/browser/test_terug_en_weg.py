# SPDX-License-Identifier: EUPL-1.2
"""Going back after a search, a form with an old key, and a page of which the session has ended."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import ONDERSTEUNER, Venster, venster

pytestmark = pytest.mark.browser


@pytest.fixture
def uitgelogd(open_venster: OpenVenster, demohuis: Huis) -> Venster:
    """A casus is open in a tab, and its session has ended."""
    open_ = open_venster(demohuis)
    open_.log_in(ONDERSTEUNER)
    open_.open("/zaken/?kenmerk=C-00800")
    with open_.blad.expect_navigation():
        open_.blad.get_by_role("link", name="C-00800", exact=True).click()
    open_.blad.context.clear_cookies()
    return open_


def test_na_zoeken_en_een_zaak_openen_werkt_terug(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    open_ = open_venster(demohuis, als=ONDERSTEUNER)
    open_.open("/zaken/")
    open_.blad.locator("#zoek").fill("C-00800")
    open_.blad.get_by_role("button", name="Zoeken", exact=True).click()
    open_.blad.get_by_role("link", name="C-00800", exact=True).click()
    expect(open_.blad.get_by_role("heading", level=1)).to_have_text("C-00800")
    open_.blad.go_back()

    expect(open_.blad.get_by_role("heading", level=1)).to_have_text("Zoeken")
    expect(open_.blad.get_by_label("Zoek een zaak, een persoon of een opdracht")).to_be_focused()
    expect(open_.blad.get_by_label("Zoek een zaak, een persoon of een opdracht")).to_have_value("")


@pytest.mark.asvs("14.3.1")
def test_na_het_einde_van_de_sessie_staat_er_niets_meer_van_de_zaak(uitgelogd: Venster) -> None:
    uitgelogd.blad.locator("#zoek").fill("half getypt")
    uitgelogd.blad.evaluate("kijk()")

    expect(uitgelogd.blad.get_by_role("heading", name="Je bent uitgelogd")).to_be_visible()
    expect(uitgelogd.blad.locator("h1")).to_be_hidden()
    expect(uitgelogd.blad.locator("#zoek")).to_be_hidden()
    uitgelogd.blad.emulate_media(media="print")
    expect(uitgelogd.blad.locator("h1")).to_be_hidden()


@pytest.mark.asvs("14.3.1")
def test_zonder_iets_getypt_te_hebben_kom_je_bij_inloggen(uitgelogd: Venster) -> None:
    with uitgelogd.blad.expect_navigation():
        uitgelogd.blad.evaluate("void kijk()")

    expect(uitgelogd.blad.get_by_role("heading", level=1)).to_have_text("Inloggen")
    assert "/inloggen?next=/zaken/" in uitgelogd.blad.url


def test_een_formulier_met_een_oude_sleutel_kan_opnieuw_worden_verstuurd(
    chromium: Browser, demohuis: Huis
) -> None:
    with venster(chromium, demohuis, script=False) as open_:
        open_.log_in(ONDERSTEUNER)
        open_.open("/zaken/?kenmerk=C-00806")
        open_.blad.get_by_role("link", name="C-00806", exact=True).click()
        open_.blad.get_by_role("link", name="Bijdrage toevoegen").click()
        open_.blad.get_by_label("Tekst").fill("Hij belde vanmorgen terug.")
        open_.blad.get_by_label("Wat voor gegeven is het?").select_option(index=1)
        ander = open_.tabblad()
        ander.open("/zaken/")
        ander.blad.locator("details.uitklap:last-of-type summary").click()
        with ander.blad.expect_navigation():
            ander.blad.get_by_role("button", name="Uitloggen").click()
        ander.log_in(ONDERSTEUNER)
        open_.blad.get_by_role("button", name="Bijdrage toevoegen").click()
        expect(open_.blad.get_by_role("heading", level=1)).to_have_text("Dit formulier is verlopen")
        open_.blad.get_by_role("button", name="Opnieuw versturen").click()

        expect(open_.blad.get_by_text("Hij belde vanmorgen terug.", exact=True)).to_be_visible()
