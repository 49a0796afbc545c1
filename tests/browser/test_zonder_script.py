# SPDX-License-Identifier: EUPL-1.2
"""Every task of the house with JavaScript switched off."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.bladzijden import bied_aan, pakket
from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import ONDERSTEUNER, Venster

pytestmark = pytest.mark.browser


@pytest.fixture
def venster(open_venster: OpenVenster, demohuis: Huis) -> Venster:
    """Somebody who may do everything, in a browser without script."""
    return open_venster(demohuis, als=ONDERSTEUNER, script=False)


def _ververs_tot(venster: Venster, kop: str) -> None:
    """What the script does by itself: ask again.

    A click doesn't wait for the page that it leads to, and the worker may be done
    before that page is there: each round first waits for one that says how it stands.
    """
    klaar = venster.blad.get_by_text(kop)
    ververs = venster.blad.get_by_role("link", name="Ververs")
    for _ in range(40):
        expect(klaar.or_(ververs).first).to_be_visible()
        if klaar.is_visible():
            return
        venster.blad.wait_for_timeout(250)
        with venster.blad.expect_navigation():
            ververs.click()
    raise AssertionError(f"'{kop}' komt niet.")


def _adviezen(venster: Venster) -> int:
    venster.open("/cijfers/?jaar=2022")
    tegel = venster.blad.locator(".tegel", has_text="Korte adviezen")
    return int(tegel.locator(".tegel__waarde").inner_text().split()[0])


def test_inloggen_en_uitloggen(open_venster: OpenVenster, demohuis: Huis) -> None:
    venster = open_venster(demohuis, script=False)
    venster.log_in("Amira Terpstra")
    expect(venster.blad).to_have_url(re.compile("/werk/$"))
    venster.blad.locator("details.uitklap:last-of-type summary").click()
    venster.blad.get_by_role("button", name="Uitloggen").click()
    venster.open("/zaken/")

    assert venster.blad.url.endswith("/inloggen?next=/zaken/")


def test_de_lijst_filteren(venster: Venster) -> None:
    venster.open("/zaken/")
    venster.blad.get_by_label("Inzet").select_option("Ondersteuning")
    venster.blad.get_by_role("button", name="Toon resultaat").click()

    inzetten = venster.blad.locator("td[data-kop=Inzet]").all_inner_texts()
    assert set(inzetten) == {"Ondersteuning"}


def test_door_de_lijst_bladeren_en_terug(venster: Venster) -> None:
    venster.open("/zaken/")
    eerste = venster.blad.locator("tbody th").first.inner_text()
    venster.blad.get_by_role("link", name="Volgende").click()
    assert venster.blad.locator("tbody th").first.inner_text() != eerste
    venster.blad.get_by_role("link", name="Vorige").click()

    assert venster.blad.locator("tbody th").first.inner_text() == eerste


def test_een_zaak_zoeken_en_openen(venster: Venster) -> None:
    venster.open("/cijfers/")
    venster.blad.get_by_role("searchbox").fill("C-00800")
    venster.blad.get_by_role("searchbox").press("Enter")
    venster.blad.get_by_role("link", name="C-00800", exact=True).click()

    assert venster.blad.get_by_role("heading", level=1).inner_text() == "C-00800"


def test_de_lijst_uitvoeren(venster: Venster) -> None:
    venster.open("/zaken/?stand=open")
    with venster.blad.expect_download() as download:
        venster.blad.get_by_role("button", name="Excel").click()

    assert download.value.suggested_filename == "zaken.xlsx"


def test_een_jaar_kiezen(venster: Venster) -> None:
    venster.open("/cijfers/")
    venster.blad.get_by_label("Jaar").select_option("2021")
    venster.blad.get_by_role("button", name="Toon").click()

    assert venster.blad.get_by_role("heading", level=1).inner_text() == "2021 in één oogopslag"
    assert venster.blad.get_by_label("Jaar").input_value() == "2021"


def test_een_pakket_bekijken_en_invoeren(venster: Venster, werker: None) -> None:
    eerst = _adviezen(venster)
    bied_aan(venster, pakket())
    _ververs_tot(venster, "Het pakket klopt")
    assert _adviezen(venster) == eerst
    venster.blad.go_back()
    venster.blad.get_by_role("button", name="Invoeren", exact=True).click()
    _ververs_tot(venster, "Het pakket is ingevoerd")

    assert _adviezen(venster) == eerst + 1


def test_een_formulier_dat_te_laat_komt_staat_er_na_het_inloggen_weer(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, script=False)
    venster.log_in(ONDERSTEUNER)
    venster.open("/zaken/?kenmerk=C-00806")
    venster.blad.get_by_role("link", name="C-00806", exact=True).click()
    venster.blad.get_by_role("link", name="Bijdrage toevoegen").click()
    venster.blad.get_by_label("Een notitie").check()
    venster.blad.get_by_label("Tekst").fill("Zij was vandaag thuis.")
    demohuis.maak_zitting_ouder(stil=timedelta(minutes=16))
    venster.blad.get_by_role("button", name="Bijdrage toevoegen").click()

    expect(venster.blad.get_by_text("Wat je had getypt, is niet weg")).to_be_visible()
    venster.blad.get_by_role("button", name=ONDERSTEUNER).click()
    expect(venster.blad.get_by_text("Wat je had getypt, staat er weer")).to_be_visible()
    assert venster.blad.get_by_label("Tekst").input_value() == "Zij was vandaag thuis."
    assert venster.blad.get_by_label("Een notitie").is_checked()
