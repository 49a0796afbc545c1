# SPDX-License-Identifier: EUPL-1.2
"""Drafts in a real browser: a killed tab, a server that is away, and two tabs on one form."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from playwright.sync_api import Error, Page, Route, expect

from tests.browser.bladzijde import naar_casus
from tests.browser.bladzijden import BLADZIJDEN, _naar_plan
from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import ONDERSTEUNER, Venster
from tests.toegang.adressen import patronen
from vangnet.web.getypt import soort_concept

pytestmark = pytest.mark.browser
VELD = "Wat wordt er beter?"
# What somebody types in; what the page fills in or chooses itself is not.
_TYPVELDEN = "main form.formulier :is(textarea, input[type=text]):visible"


def _naar_doel(open_venster: OpenVenster, demohuis: Huis) -> Venster:
    venster = open_venster(demohuis, als=ONDERSTEUNER)
    _naar_plan(("Doel toevoegen",), venster)
    return venster


def _gooi_weg(venster: Venster) -> None:
    """The newest: another test of the same house may have left one on a form of its own."""
    venster.open("/werk/")
    rij = venster.blad.get_by_role("row").filter(
        has=venster.blad.get_by_role("link", name="Doel", exact=True)
    )
    rij.get_by_role("button", name="Weggooien").first.click()


def _breek_af(blad: Page) -> None:
    """The process of the tab dies."""
    with suppress(Error):
        blad.goto("chrome://crash", timeout=5_000)


@pytest.mark.parametrize("weg", [Page.close, _breek_af])
def test_een_tabblad_dat_weg_is_verliest_niets(
    weg: Callable[[Page], None], open_venster: OpenVenster, demohuis: Huis
) -> None:
    eerste = _naar_doel(open_venster, demohuis)
    eerste.blad.get_by_label(VELD).press_sequentially("Een vaste plek om te wonen")
    eerste.blad.wait_for_timeout(6000)
    adres = eerste.blad.url.removeprefix(demohuis.adres)
    weg(eerste.blad)
    tweede = open_venster(demohuis, als=ONDERSTEUNER, breedte=360)
    tweede.open(adres)

    assert tweede.blad.get_by_label(VELD).input_value() == "Een vaste plek om te wonen"
    assert tweede.bezwaren() == []
    assert not tweede.schuift_opzij()
    _gooi_weg(tweede)


def test_na_een_zitting_die_voorbij_is_staat_er_wat_je_niet_had_verstuurd(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    venster = open_venster(eigen_huis)
    venster.log_in(ONDERSTEUNER)
    _naar_plan(("Doel toevoegen",), venster)
    adres = venster.blad.url.removeprefix(eigen_huis.adres)
    venster.blad.get_by_label(VELD).press_sequentially("Een vaste plek om te wonen")
    venster.blad.wait_for_timeout(6000)
    eigen_huis.maak_zitting_ouder(stil=timedelta(minutes=16))

    venster.open(adres)
    assert "/inloggen" in venster.blad.url
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name=ONDERSTEUNER).click()

    assert venster.blad.url.endswith(adres)
    assert venster.blad.get_by_label(VELD).input_value() == "Een vaste plek om te wonen"


@pytest.mark.alles
def test_elk_lang_formulier_houdt_wat_je_typt(open_venster: OpenVenster, eigen_huis: Huis) -> None:
    adressen = {naam for naam, patroon in patronen() if soort_concept(patroon.callback)}
    # Nothing but choices: tests/web/beheer/test_bevestigen_en_ronde.py.
    adressen.remove("beheer:ronde")
    gehouden: dict[str, str] = {}
    for naam in adressen:
        venster = open_venster(eigen_huis, als=BLADZIJDEN[naam].als)
        BLADZIJDEN[naam].ga(venster)
        veld = venster.blad.locator(_TYPVELDEN).first
        veld.fill("Wat ik typte")
        # A page that was refused says so from the start, of what was sent.
        with venster.blad.expect_response("**/werk/concepten"):
            veld.press("!")
        expect(venster.blad.get_by_text("Bewaard als concept om")).to_be_visible()
        # As who came to the page, which need not be who the way began with.
        ander = venster.blad.context.new_page()
        ander.goto(venster.blad.url)
        gehouden[naam] = ander.locator(_TYPVELDEN).first.input_value()

    assert gehouden == dict.fromkeys(adressen, "Wat ik typte!")
    assert len(adressen) > 35


def test_na_een_bewaring_zonder_antwoord_is_wat_je_verstuurt_geen_ander_tabblad(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    """The house had the text, and the page heard that it hadn't."""
    venster = _naar_doel(open_venster, eigen_huis)
    venster.blad.route("**/werk/concepten", _zonder_antwoord)
    venster.blad.get_by_label(VELD).fill("Een vaste plek")
    expect(venster.blad.get_by_text("Niet bewaard sinds")).to_be_visible()
    venster.blad.get_by_label(VELD).fill("Een eigen huis")
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Doel toevoegen").click()

    venster.neem_klachten()
    assert venster.stand == 422
    expect(venster.blad.get_by_text("Bewaard als concept om")).to_be_visible()
    _gooi_weg(venster)


def _zonder_antwoord(onderweg: Route) -> None:
    onderweg.fetch()
    onderweg.abort()


@pytest.mark.parametrize("breedte", [360, 1280])
def test_een_notitie_gooi_je_weg_en_haal_je_terug_op_mijn_werk(
    breedte: int, open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    venster = open_venster(eigen_huis, als=ONDERSTEUNER, breedte=breedte)
    naar_casus("C-00806", venster)
    veld, tekst = venster.blad.get_by_label("Notitie", exact=True), f"Hij belde net: {breedte}."
    with venster.blad.expect_response("**/notitie/concept"):
        veld.fill(tekst)
    venster.open("/werk/")
    rij = venster.blad.get_by_role("row").filter(has_text="Notitie")
    rij.get_by_role("button", name="Weggooien").click()
    rij.get_by_role("button", name="Terughalen").click()
    expect(rij.get_by_role("button", name="Weggooien")).to_be_visible()

    assert venster.bezwaren() == []
    assert not venster.schuift_opzij()
    with venster.blad.expect_navigation():
        rij.get_by_role("link", name="Notitie").click()
    expect(veld).to_have_value(tekst)


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


def test_op_het_formulier_haal_je_terug_wat_je_weggooide_ook_als_je_verder_typte(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    """The last words go along: the button waits until they are kept."""
    venster = _naar_doel(open_venster, eigen_huis)
    veld, terug = (
        venster.blad.get_by_label(VELD),
        venster.blad.get_by_role("button", name="Terughalen"),
    )
    veld.fill("Eerste tekst")
    expect(venster.blad.get_by_text("Bewaard als concept om")).to_be_visible()
    venster.blad.reload()
    venster.blad.get_by_role("button", name="Concept weggooien").click()
    expect(veld).to_have_value("")
    veld.press_sequentially("Tweede tekst")
    terug.click()
    expect(veld).to_have_value("Eerste tekst")
    assert venster.bezwaren() == []
    terug.click()
    expect(veld).to_have_value("Tweede tekst")
    _gooi_weg(venster)
