# SPDX-License-Identifier: EUPL-1.2
"""Drafts in a real browser: a killed tab, a server that is away, and two tabs on one form."""

import pytest
from playwright.sync_api import expect

from tests.browser.bladzijden import _naar_plan
from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import ONDERSTEUNER, Venster

pytestmark = pytest.mark.browser
VELD = "Wat wordt er beter?"


def _naar_doel(open_venster: OpenVenster, demohuis: Huis) -> Venster:
    venster = open_venster(demohuis, als=ONDERSTEUNER)
    _naar_plan(("Doel toevoegen",), venster)
    return venster


def _gooi_weg(venster: Venster) -> None:
    venster.open("/werk/")
    rij = venster.blad.get_by_role("row").filter(
        has=venster.blad.get_by_role("link", name="Doel", exact=True)
    )
    rij.get_by_role("button", name="Weggooien").click()


def test_een_gesloten_tabblad_verliest_niets(open_venster: OpenVenster, demohuis: Huis) -> None:
    eerste = _naar_doel(open_venster, demohuis)
    eerste.blad.get_by_label(VELD).press_sequentially("Een vaste plek om te wonen")
    eerste.blad.wait_for_timeout(6000)
    adres = eerste.blad.url.removeprefix(demohuis.adres)
    eerste.blad.close()
    tweede = open_venster(demohuis, als=ONDERSTEUNER, breedte=360)
    tweede.open(adres)

    assert tweede.blad.get_by_label(VELD).input_value() == "Een vaste plek om te wonen"
    assert tweede.bezwaren() == []
    assert not tweede.schuift_opzij()
    _gooi_weg(tweede)


def test_lukt_bewaren_niet_dan_staat_dat_er_en_later_lukt_het(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = _naar_doel(open_venster, demohuis)
    venster.blad.route("**/werk/concepten", lambda vraag: vraag.fulfill(status=204, body=""))
    venster.blad.get_by_label(VELD).press_sequentially("Een vaste plek")
    expect(venster.blad.get_by_text("Niet bewaard sinds")).to_be_visible()
    venster.blad.unroute("**/werk/concepten")

    expect(venster.blad.get_by_text("Bewaard als concept om")).to_be_visible()
    _gooi_weg(venster)


def test_een_tweede_tabblad_kiest_welke_tekst_blijft(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    eerste, tweede = (_naar_doel(open_venster, demohuis) for _ in range(2))
    eerste.blad.get_by_label(VELD).press_sequentially("Eerste tekst")
    expect(eerste.blad.get_by_text("Bewaard als concept om")).to_be_visible()
    tweede.blad.get_by_label(VELD).press_sequentially("Tweede tekst")
    botsing = tweede.blad.get_by_text("staat een nieuwere tekst")
    expect(botsing).to_be_visible()
    tweede.blad.get_by_role("button", name="Neem de nieuwere tekst").click()
    expect(tweede.blad.get_by_label(VELD)).to_have_value("Eerste tekst")
    _gooi_weg(tweede)
