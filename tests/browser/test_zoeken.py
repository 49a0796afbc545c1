# SPDX-License-Identifier: EUPL-1.2
"""The search box and the keys, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import ONDERSTEUNER, Venster

pytestmark = pytest.mark.browser


@pytest.fixture
def venster(open_venster: OpenVenster, demohuis: Huis) -> Venster:
    """Somebody of the house on the list of cases, without a mouse."""
    open_ = open_venster(demohuis, als=ONDERSTEUNER)
    open_.open("/zaken/")
    return open_


def _typ(venster: Venster, tekst: str) -> None:
    venster.blad.keyboard.press("/")
    venster.blad.keyboard.type(tekst, delay=20)


def test_schuine_streep_letters_enter_en_je_typt_in_de_notitie(venster: Venster) -> None:
    _typ(venster, "vande")
    venster.blad.keyboard.press("Enter")
    venster.blad.wait_for_url(re.compile(r"/zaken/[0-9a-f-]{36}#id_tekst$"))
    venster.blad.keyboard.type("Belde net.")

    assert venster.blad.get_by_label("Notitie", exact=True).input_value() == "Belde net."


def test_de_keuzes_zijn_te_lezen_en_te_kiezen_met_de_pijltjes(venster: Venster) -> None:
    vak = venster.blad.get_by_role("combobox", name="Zoeken")
    _typ(venster, "overleg")
    expect(vak).to_have_attribute("aria-expanded", "true")
    eerste = vak.get_attribute("aria-activedescendant")
    venster.blad.keyboard.press("ArrowDown")

    assert eerste == "zoekkeuze-0"
    assert vak.get_attribute("aria-activedescendant") == "zoekkeuze-1"
    assert venster.blad.locator("#zoeklijst [aria-selected=true]").count() == 1
    assert venster.bezwaren() == []


def test_esc_sluit_de_keuzes_en_laat_de_tekst_staan(venster: Venster) -> None:
    vak = venster.blad.get_by_role("combobox", name="Zoeken")
    _typ(venster, "overleg")
    expect(venster.blad.get_by_role("listbox")).to_be_visible()
    venster.blad.keyboard.press("Escape")

    expect(venster.blad.get_by_role("listbox")).to_be_hidden()
    assert vak.input_value() == "overleg"


def test_een_opdracht_opent_haar_bladzijde(venster: Venster) -> None:
    venster.blad.keyboard.press("Control+k")
    venster.blad.keyboard.type("overleg plan")
    venster.blad.keyboard.press("Enter")

    expect(venster.blad).to_have_url(re.compile("/overleggen/nieuw$"))


def test_wat_niets_vindt_geeft_de_bladzijde_met_alles(venster: Venster) -> None:
    _typ(venster, "qqqqq")
    venster.blad.keyboard.press("Enter")

    expect(venster.blad.get_by_role("heading", name="Niets gevonden")).to_be_visible()


def test_op_een_telefoon_past_de_lijst(open_venster: OpenVenster, demohuis: Huis) -> None:
    smal = open_venster(demohuis, als=ONDERSTEUNER, breedte=360)
    smal.open("/zaken/")
    smal.blad.locator("#zoek").fill("politie")
    expect(smal.blad.get_by_role("listbox")).to_be_visible()

    assert not smal.schuift_opzij()


@pytest.mark.parametrize(
    ("toetsen", "adres"),
    [
        ("gw", "/werk/"),
        ("gz", "/zaken/"),
        ("gp", "/zaken/zoeken"),
        ("go", "/overleggen/"),
        ("gc", "/cijfers/"),
        ("nm", "/aanmeldingen/nieuw"),
    ],
)
def test_twee_toetsen_openen_een_bladzijde(toetsen: str, adres: str, venster: Venster) -> None:
    venster.open("/account")
    venster.blad.keyboard.type(toetsen)

    expect(venster.blad).to_have_url(re.compile(f"{adres}$"))


def test_een_vraagteken_toont_de_lijst_en_esc_sluit_haar(venster: Venster) -> None:
    venster.blad.keyboard.press("?")
    vak = venster.blad.get_by_role("dialog", name="Sneltoetsen")
    expect(vak).to_be_visible()
    assert venster.bezwaren() == []
    venster.blad.keyboard.press("Escape")

    expect(vak).to_be_hidden()


def test_wie_typt_of_ze_uitzet_heeft_geen_sneltoetsen(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als="Bram Douma")
    venster.open("/zaken/")
    venster.blad.get_by_label("Kenmerk").press_sequentially("gw?/")
    assert venster.blad.get_by_label("Kenmerk").input_value() == "gw?/"

    venster.open("/account/sneltoetsen")
    venster.blad.get_by_role("button", name="Sneltoetsen uitzetten").click()
    venster.blad.get_by_role("button", name="Sneltoetsen aanzetten").wait_for()
    venster.blad.locator("h1").click()
    venster.blad.keyboard.type("gw?/")
    uit = venster.blad.url
    venster.blad.get_by_role("button", name="Sneltoetsen aanzetten").click()

    assert uit.endswith("/account/sneltoetsen")
    expect(venster.blad.get_by_text("De sneltoetsen staan aan.").first).to_be_visible()
