# SPDX-License-Identifier: EUPL-1.2
"""A meeting of three casussen, from its agenda to verslagen that the invited read, in clicks."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.huizen import Huis
from tests.browser.venster import ONDERSTEUNER, Venster, venster

pytestmark = pytest.mark.browser
# Bar 6: beyond the afspraken that are typed.
MEESTE_KLIKKEN = 6
ZAKEN = ("C-00804", "C-00805", "C-00806")


def _plan(open_: Venster) -> None:
    """An overleg of today about three casussen in which a partner takes part."""
    open_.open("/overleggen/nieuw")
    open_.blad.get_by_label("Dag", exact=True).fill("vandaag")
    with open_.blad.expect_navigation():
        open_.blad.get_by_role("button", name="Overleg plannen").click()
    for kenmerk in ZAKEN:
        open_.blad.get_by_label("Kenmerk van de zaak").fill(kenmerk)
        with open_.blad.expect_navigation():
            open_.blad.get_by_role("button", name="Op de agenda zetten").click()


def _teller(open_: Venster) -> tuple[list[str], Callable[[Locator], None]]:
    """What was clicked, and the only way in which this test clicks."""
    geklikt: list[str] = []

    def klik(waar: Locator) -> None:
        geklikt.append(waar.inner_text())
        with open_.blad.expect_navigation():
            waar.click()

    return geklikt, klik


def _typ(open_: Venster, nummer: int) -> None:
    """What the house types at one casus; with the keyboard, field by field."""
    open_.blad.get_by_label("Wat is besproken?").fill(f"Zaak {nummer} is besproken.")
    uitleg = open_.blad.get_by_text("Bijvoorbeeld: Belt de huisarts").inner_text()
    wie = next(woord for woord in uitleg.split() if woord.startswith("@"))
    open_.blad.get_by_label("Nieuwe afspraken").fill(
        f"Belt morgen {nummer} keer {wie} over 2 weken"
    )


@pytest.mark.parametrize("script", [True, False], ids=["met script", "zonder script"])
def test_van_agenda_tot_verslag_van_drie_zaken_in_zes_klikken(
    script: bool, chromium: Browser, eigen_huis: Huis
) -> None:
    with venster(chromium, eigen_huis, script=script) as open_:
        open_.log_in(ONDERSTEUNER)
        _plan(open_)
        geklikt, klik = _teller(open_)
        knop = open_.blad.get_by_role

        klik(knop("button", name="Begin, iedereen is er"))
        for nummer in range(1, len(ZAKEN)):
            _typ(open_, nummer)
            klik(knop("button", name="Opslaan en naar de volgende zaak"))
        _typ(open_, len(ZAKEN))
        klik(knop("button", name="Opslaan en alle verslagen vaststellen"))

        expect(open_.blad.get_by_text("3 verslagen zijn vastgesteld.")).to_be_visible()
        for woord, vorm, begin in (("Word", "docx", b"PK"), ("pdf", "pdf", b"%PDF")):
            verslagen = knop("link", name=re.compile(f"^{woord}.*verslag van"))
            expect(verslagen).to_have_count(len(ZAKEN))
            with open_.blad.expect_download() as opgehaald:
                verslagen.first.click()
            geklikt.append(vorm)
            assert opgehaald.value.suggested_filename.endswith(f".{vorm}")
            assert opgehaald.value.path().read_bytes().startswith(begin)
        assert len(geklikt) <= MEESTE_KLIKKEN, geklikt
        open_.blad.locator("a[href$='/verslag']").first.click()
        expect(open_.blad.get_by_text("Zaak 1 is besproken.")).to_be_visible()
        _plan(open_)
        klik(knop("button", name="Begin, iedereen is er"))
        # What the last meeting left open stands there to tick off.
        expect(knop("checkbox", name="Belt morgen 1 keer").first).to_be_visible()


def test_een_dichtgevallen_tab_verliest_niet_wat_is_getypt(
    chromium: Browser, eigen_huis: Huis
) -> None:
    with venster(chromium, eigen_huis) as open_:
        open_.log_in(ONDERSTEUNER)
        _plan(open_)
        with open_.blad.expect_navigation():
            open_.blad.get_by_role("link", name="Begin bij de eerste zaak").click()
        adres = open_.blad.url
        open_.blad.get_by_label("Wat is besloten?").fill("We wachten op de uitslag.")
        with open_.blad.expect_response("**/werk/concepten"):
            open_.blad.get_by_label("Nieuwe afspraken").fill("Belt de hui")
        nieuw = open_.tabblad().blad
        open_.blad.close()
        nieuw.goto(adres)

        expect(nieuw.get_by_label("Wat is besloten?")).to_have_value("We wachten op de uitslag.")
        expect(nieuw.get_by_label("Nieuwe afspraken")).to_have_value("Belt de hui")
        expect(
            nieuw.get_by_text("staat in het formulier. Het is nog niet opgeslagen.")
        ).to_be_visible()
