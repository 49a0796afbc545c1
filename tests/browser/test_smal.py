# SPDX-License-Identifier: EUPL-1.2
"""On a telephone, with names that are long: what begins a line of its own, and what doesn't."""

import pytest

from tests.browser.bladzijden import BLADZIJDEN
from tests.browser.conftest import OpenVenster
from tests.browser.huizen import LANGE_NAAM, Huis

pytestmark = pytest.mark.browser
_LANGE_KRUIMEL = "naam => document.querySelector('.kruimels li:last-child a').textContent = naam"
_ZAKT = """() => { const een = document.querySelector('.kruimels li:last-child');
    return een.firstElementChild.getBoundingClientRect().top - een.getBoundingClientRect().top; }"""
# An element that breaks in the middle has a rectangle a line: where it begins is the first.
_LINKS = """vak => { const links = een => een.getClientRects()[0].left;
    const rijen = [...document.querySelectorAll(vak)];
    return rijen.map(een => links(een) - links(een.parentElement)); }"""


def test_een_lange_naam_in_het_kruimelpad_blijft_naast_haar_teken(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als="Amira Terpstra", breedte=360)
    BLADZIJDEN["beeld:scores"].ga(venster)
    venster.blad.evaluate(_LANGE_KRUIMEL, f"Wilhelmina van der {LANGE_NAAM}")

    assert venster.blad.evaluate(_ZAKT) < 4
    assert not venster.schuift_opzij()


def test_de_lange_naam_van_een_bewaard_filter_breekt_af(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    venster = open_venster(eigen_huis, als="Amira Terpstra", breedte=360)
    venster.open("/zaken/?inzet=procesregie")
    venster.blad.get_by_text("Bewaar dit filter").click()
    venster.blad.get_by_label("Naam van dit filter").fill("W" * 40)
    breed = []
    for knop in ("Filter bewaren", "Haal filter"):
        with venster.blad.expect_navigation():
            venster.blad.get_by_role("button", name=knop).click()
        breed.append(venster.schuift_opzij())

    assert breed == [False, False]


@pytest.mark.parametrize(
    ("bladzijde", "wat"), [("zaken:personen", ".is-daad"), ("zaken:beeld", "tbody th > .zacht")]
)
def test_wat_bij_een_rij_hoort_begint_op_een_eigen_regel(
    bladzijde: str, wat: str, open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als="Amira Terpstra", breedte=360)
    BLADZIJDEN[bladzijde].ga(venster)

    links = venster.blad.evaluate(_LINKS, f".tabel--stapelt {wat}")

    assert links
    assert max(links) < 1
