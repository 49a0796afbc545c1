# SPDX-License-Identifier: EUPL-1.2
"""Without a mouse."""

import pytest

from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import ONDERSTEUNER, Venster

pytestmark = pytest.mark.browser
_RAND = """() => {
    const stijl = getComputedStyle(document.activeElement);
    const vak = document.activeElement.getBoundingClientRect();
    const [x, y] = [vak.x + vak.width / 2, vak.y + Math.min(vak.height / 2, 20)];
    const midden = document.elementFromPoint(x, y);
    return {
        breed: stijl.outlineStyle === "none" ? 0 : parseFloat(stijl.outlineWidth),
        boven: document.activeElement.contains(midden) || midden?.contains(document.activeElement),
        wat: document.activeElement.outerHTML.slice(0, 80),
    };
}"""


@pytest.fixture
def lijst(open_venster: OpenVenster, demohuis: Huis) -> Venster:
    """The list of cases."""
    venster = open_venster(demohuis, als=ONDERSTEUNER)
    venster.open("/zaken/")
    return venster


def _heeft_focus(venster: Venster, plek: str) -> bool:
    return bool(venster.blad.locator(plek).first.evaluate("e => e === document.activeElement"))


def test_de_eerste_tab_gaat_naar_de_overslaanlink(lijst: Venster) -> None:
    lijst.blad.keyboard.press("Tab")

    assert _heeft_focus(lijst, ".overslaan")


def test_de_overslaanlink_gaat_naar_de_inhoud(lijst: Venster) -> None:
    lijst.blad.keyboard.press("Tab")
    lijst.blad.keyboard.press("Enter")

    assert _heeft_focus(lijst, "#inhoud")


def test_de_schuine_streep_gaat_naar_het_zoekvak(lijst: Venster) -> None:
    lijst.blad.keyboard.press("/")

    assert _heeft_focus(lijst, "#zoek")
    assert lijst.blad.locator("#zoek").input_value() == ""


def test_in_een_veld_is_de_schuine_streep_een_letter(lijst: Venster) -> None:
    lijst.blad.get_by_label("Kenmerk").press("/")

    assert lijst.blad.get_by_label("Kenmerk").input_value() == "/"


def test_de_focus_is_overal_te_zien(lijst: Venster) -> None:
    onzichtbaar = []
    for _ in range(25):
        lijst.blad.keyboard.press("Tab")
        rand = lijst.blad.evaluate(_RAND)
        if rand["breed"] < 2 or not rand["boven"]:
            onzichtbaar.append(rand["wat"])

    assert onzichtbaar == []


def test_esc_sluit_het_menu_en_geeft_de_focus_terug(lijst: Venster) -> None:
    menu = lijst.blad.locator("details.uitklap:last-of-type")
    menu.locator("summary").press("Enter")
    assert menu.get_attribute("open") is not None
    lijst.blad.keyboard.press("Tab")
    lijst.blad.keyboard.press("Escape")

    assert menu.get_attribute("open") is None
    assert _heeft_focus(lijst, "details.uitklap:last-of-type summary")


def test_de_keuze_voor_donker_blijft_op_de_volgende_bladzijde(lijst: Venster) -> None:
    lijst.blad.locator("details.uitklap:last-of-type summary").press("Enter")
    with lijst.blad.expect_response("**/weergave"):
        lijst.blad.get_by_role("button", name="Donker").press("Enter")
    lijst.open("/cijfers/")

    assert lijst.blad.locator("html").get_attribute("data-weergave") == "donker"
