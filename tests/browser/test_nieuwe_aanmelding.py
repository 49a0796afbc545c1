# SPDX-License-Identifier: EUPL-1.2
"""A partner reports somebody on one page, and nothing of it is asked again (gebruik: bar 5)."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import Venster

pytestmark = pytest.mark.browser
REGISSEUR, PARTNER = "Amira Terpstra", "Bram Douma"
# What a fair typist takes for a key.
SECONDEN_PER_TOETS = 0.06
GETYPT = {
    "Voornamen": "Wobbe",
    "Achternaam": "Verzinstra-Proefstuk",
    "Geboortedatum": "12-3-98",
    "Wat is er aan de hand?": "Hij slaapt sinds een maand in zijn auto en belt elke nacht 112.",
    "Wat moet er anders worden?": "Een bed, en iemand die hem elke week ziet.",
    "Wat is er al geprobeerd, en waarom lukte het niet?": "Twee keer een intake; hij kwam niet.",
}
# The label of a field, or the question above a group of boxes, that a reader sees.
_VRAGEN = """() => [...document.querySelectorAll("main label, main legend")]
    .filter((e) => e.checkVisibility() && (e.tagName === "LEGEND" || !e.closest("fieldset")))
    .map((e) => e.textContent.replace("(niet verplicht)", "").trim())"""


def _vragen(blad: Page) -> list[str]:
    return list(blad.evaluate(_VRAGEN))


def _meld_aan(venster: Venster) -> float:
    """Fill in the page and send it; gives the seconds that a typist takes for it."""
    blad, begonnen, toetsen = venster.blad, time.monotonic(), 0
    for label, tekst in GETYPT.items():
        toetsen += len(tekst)
        blad.get_by_role("main").get_by_label(label).first.fill(tekst)
    for vraag, antwoorden in {
        "Voor wie is het onveilig?": ["De persoon zelf"],
        "Wat geldt volgens jou?": ["a", "b", "c", "d"],
        "Weet de persoon van deze aanmelding?": ["Ja"],
    }.items():
        vakken = blad.get_by_role("group", name=vraag).locator("input")
        for plek in range(len(antwoorden)):
            vakken.nth(plek).check()
            toetsen += 2
    with blad.expect_navigation():
        blad.get_by_role("button", name="Aanmelding versturen").click()
    return time.monotonic() - begonnen + toetsen * SECONDEN_PER_TOETS


def test_een_partner_meldt_aan_op_een_bladzijde_en_niets_wordt_nog_eens_gevraagd(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    partner = open_venster(eigen_huis, als=PARTNER)
    partner.open("/aanmeldingen/nieuw")
    gevraagd = _vragen(partner.blad)

    seconden = _meld_aan(partner)

    assert partner.stand == 200, partner.blad.locator("[data-foutoverzicht]").inner_text()
    kenmerk = partner.blad.get_by_text("AM-20").first.inner_text().split()[-1].rstrip(".")
    assert len(gevraagd) <= 10
    assert seconden <= 180
    regisseur = open_venster(eigen_huis, als=REGISSEUR)
    regisseur.open("/aanmeldingen/")
    with regisseur.blad.expect_navigation():
        regisseur.blad.get_by_role("link", name=kenmerk).click()
    expect(regisseur.blad.get_by_text("Verzinstra-Proefstuk").first).to_be_visible()
    with regisseur.blad.expect_navigation():
        regisseur.blad.get_by_role("link", name="Besluit vastleggen").first.click()
    later = _vragen(regisseur.blad)
    assert len(later) > 10
    assert set(gevraagd) & set(later) == set()
