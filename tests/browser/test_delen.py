# SPDX-License-Identifier: EUPL-1.2
"""Sharing, seen from both sides: what a partner gets to see, from the invitation to its end."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.bladzijde import naar_casus
from tests.browser.huizen import Huis
from tests.browser.venster import Venster, venster

pytestmark = pytest.mark.browser
REGISSEUR, PARTNER = "Amira Terpstra", "Bram Douma"
VAN = "GGZ-instelling met FACT en ForFACT"
VOOR_ALLEN, VOOR_HET_HUIS = "Dinsdag is er een intake.", "Ik bel eerst zelf met de wijkagent."


@contextmanager
def _samen(chromium: Browser, huis: Huis, *, script: bool) -> Iterator[tuple[Venster, Venster]]:
    """The regisseur and the partner, each in a browser of their own."""
    with (
        venster(chromium, huis, script=script) as amira,
        venster(chromium, huis, script=script) as bram,
    ):
        amira.log_in(REGISSEUR)
        bram.log_in(PARTNER)
        yield amira, bram


def _knop(wie: Venster, naam: str, van: str = "") -> None:
    """van: which of several, as only a screen reader says."""
    knop = re.compile(f"{naam}.*{van}")
    with wie.blad.expect_navigation():
        wie.blad.get_by_role("main").get_by_role("button", name=knop).first.click()


def _nodig_bram_uit(amira: Venster, kenmerk: str) -> str:
    """Gives the address of the casus."""
    naar_casus(kenmerk, amira)
    adres = amira.blad.url.removeprefix(amira.huis.adres)
    amira.open(f"{adres}/delen")
    keuze = amira.blad.get_by_label("Wie nodig je uit?")
    # The cast of the tests has a Bram of another organisation.
    plek = keuze.locator(f'optgroup[label="{VAN}"] option', has_text=PARTNER)
    keuze.select_option(plek.get_attribute("value"))
    _knop(amira, "Uitnodigen")
    return adres


def _noteer(amira: Venster, adres: str, tekst: str, voor: str) -> None:
    amira.open(adres)
    amira.blad.get_by_label("Notitie", exact=True).fill(tekst)
    amira.blad.get_by_label("Zichtbaar voor").select_option(label=voor)
    _knop(amira, "Notitie opslaan")


@pytest.mark.parametrize(("script", "kenmerk"), [(True, "C-00802"), (False, "C-00801")])
def test_een_partner_ziet_wat_gedeeld_is_zo_lang_hij_meedoet(
    script: bool, kenmerk: str, chromium: Browser, eigen_huis: Huis
) -> None:
    with _samen(chromium, eigen_huis, script=script) as (amira, bram):
        adres = _nodig_bram_uit(amira, kenmerk)
        _noteer(amira, adres, VOOR_ALLEN, "iedereen in deze zaak")
        _noteer(amira, adres, VOOR_HET_HUIS, "alleen het huis en jij")

        assert bram.open(adres) == 404, "uitgenodigd is nog niet binnen"
        bram.open("/zaken/")
        _knop(bram, "Ik doe mee", kenmerk)
        assert bram.open(adres) == 200
        expect(bram.blad.get_by_text(VOOR_ALLEN)).to_be_visible()
        expect(bram.blad.get_by_text("Zichtbaar voor: iedereen in deze zaak").first).to_be_visible()
        expect(bram.blad.get_by_text(VOOR_HET_HUIS)).to_have_count(0)

        amira.open(f"{adres}/delen")
        _knop(amira, "Beëindigen", PARTNER)
        assert bram.open(adres) == 404, "een rol die eindigt werkt bij het volgende verzoek"
        _knop(amira, "Ongedaan maken", PARTNER)
        assert bram.open(adres) == 200
