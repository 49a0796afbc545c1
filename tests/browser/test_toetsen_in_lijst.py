# SPDX-License-Identifier: EUPL-1.2
"""Keys in the lists of a page and in a casus, with the switch on and off (gebruik c.4)."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.bladzijde import naar_casus
from tests.browser.bladzijden import BLADZIJDEN
from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import ONDERSTEUNER, Venster

pytestmark = pytest.mark.browser
REGISSEUR = "Amira Terpstra"
_RIJ = """[...document.querySelectorAll('#inhoud tbody tr')]
    .indexOf(document.activeElement.closest('tr'))"""
_GEREED = "!!document.activeElement.closest('tr')?.querySelector('[name=gereed][value=ja]')"


def _druk(venster: Venster, toetsen: str) -> None:
    for toets in toetsen:
        venster.blad.keyboard.press(toets)


def _zet_uit(venster: Venster) -> None:
    venster.blad.evaluate("document.documentElement.dataset.sneltoetsen = 'uit'")


@pytest.fixture
def lijst(open_venster: OpenVenster, demohuis: Huis) -> Venster:
    venster = open_venster(demohuis, als=ONDERSTEUNER)
    venster.open("/zaken/")
    return venster


@pytest.fixture
def plan(open_venster: OpenVenster, eigen_huis: Huis) -> Venster:
    """The plan of a casus with the focus on an afspraak that is open."""
    venster = open_venster(eigen_huis, als=REGISSEUR)
    naar_casus("C-00806", venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="Plan & afspraken").first.click()
    for _ in range(30):
        _druk(venster, "j")
        if venster.blad.evaluate(_GEREED):
            return venster
    raise AssertionError("no open afspraak on this plan")


def test_j_en_k_lopen_langs_de_regels_en_enter_opent(lijst: Venster) -> None:
    plekken = []
    for toets in "jjjk":
        _druk(lijst, toets)
        plekken.append(lijst.blad.evaluate(_RIJ))
    lijst.blad.keyboard.press("Enter")

    assert plekken == [0, 1, 2, 1]
    expect(lijst.blad).to_have_url(re.compile(r"/zaken/[0-9a-f-]{36}$"))


def test_de_regel_waar_je_bent_is_te_zien(lijst: Venster) -> None:
    _druk(lijst, "j")
    rand = lijst.blad.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")

    assert rand >= 2


def test_voorbij_de_laatste_regel_blijft_de_focus_staan(lijst: Venster) -> None:
    _druk(lijst, "k")
    laatste = lijst.blad.evaluate(_RIJ)
    _druk(lijst, "j")

    assert laatste == lijst.blad.locator("#inhoud tbody tr").count() - 1
    assert lijst.blad.evaluate(_RIJ) == laatste


def test_in_een_veld_is_j_een_letter(lijst: Venster) -> None:
    lijst.blad.get_by_label("Kenmerk").press_sequentially("jkxd1s")

    assert lijst.blad.get_by_label("Kenmerk").input_value() == "jkxd1s"


def test_met_de_sneltoetsen_uit_loopt_j_niet_langs_de_regels(lijst: Venster) -> None:
    _zet_uit(lijst)
    _druk(lijst, "j")

    assert lijst.blad.evaluate(_RIJ) == -1


def test_x_vinkt_de_afspraak_van_de_regel_af(plan: Venster) -> None:
    voor = plan.blad.get_by_role("button", name="Ongedaan maken").count()
    with plan.blad.expect_navigation():
        _druk(plan, "x")

    expect(plan.blad.get_by_role("button", name="Ongedaan maken")).to_have_count(voor + 1)


def test_d_gaat_naar_de_dag_van_de_afspraak(plan: Venster) -> None:
    with plan.blad.expect_navigation():
        _druk(plan, "d")

    expect(plan.blad.locator("#id_uiterlijk_op")).to_be_focused()


def test_met_de_sneltoetsen_uit_doen_x_en_d_niets(plan: Venster) -> None:
    adres = plan.blad.url
    _zet_uit(plan)
    _druk(plan, "xd")
    plan.blad.wait_for_timeout(300)

    assert plan.blad.url == adres
    assert plan.blad.evaluate(_GEREED)


@pytest.mark.parametrize(
    ("toetsen", "adres"), [("s", "/delen$"), ("ge", "/afsluiten/?$"), ("nf", "/afspraken/nieuw#")]
)
def test_in_een_zaak_openen_toetsen_een_onderdeel(
    toetsen: str, adres: str, open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    venster = open_venster(eigen_huis, als=REGISSEUR)
    naar_casus("C-00806", venster)
    _druk(venster, toetsen)

    expect(venster.blad).to_have_url(re.compile(adres))


def test_n_f_zet_de_cursor_in_het_eerste_veld_van_de_afspraak(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    venster = open_venster(eigen_huis, als=REGISSEUR)
    naar_casus("C-00806", venster)
    with venster.blad.expect_navigation():
        _druk(venster, "nf")

    expect(venster.blad.get_by_label("Wat", exact=True)).to_be_focused()


@pytest.mark.parametrize(("toetsen", "keuze"), [("2", 1), ("23", 2), ("41", 0)])
def test_het_laatste_cijfer_kiest_het_besluit(
    toetsen: str, keuze: int, open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als=REGISSEUR)
    BLADZIJDEN["aanmelden:besluit"].ga(venster)
    _druk(venster, toetsen)

    expect(venster.blad.locator("[type=radio][name=besluit]").nth(keuze)).to_be_checked()


def test_met_de_sneltoetsen_uit_kiest_een_cijfer_niets(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als=REGISSEUR)
    BLADZIJDEN["aanmelden:besluit"].ga(venster)
    _zet_uit(venster)
    _druk(venster, "2")

    expect(venster.blad.locator("[type=radio][name=besluit]:checked")).to_have_count(0)


@pytest.mark.parametrize("breedte", [360, 1280])
def test_het_menu_nieuw_past_en_opent_wat_je_kiest(
    breedte: int, open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als=ONDERSTEUNER, breedte=breedte)
    venster.open("/cijfers/")
    venster.blad.locator("summary").filter(has_text="Nieuw").press("Enter")
    assert venster.bezwaren() == []
    assert not venster.schuift_opzij()
    venster.blad.get_by_role("link", name="Overleg plannen").press("Enter")

    expect(venster.blad).to_have_url(re.compile("/overleggen/nieuw$"))
