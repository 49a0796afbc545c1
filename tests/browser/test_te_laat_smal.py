# SPDX-License-Identifier: EUPL-1.2
"""Who is too late on a telephone reads why and what they typed, also a word that never ends."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenVenster
from tests.browser.huizen import LANGE_NAAM, Huis
from tests.browser.nakijken import valt_weg
from tests.browser.onderweg import BEGELEIDER, EERSTE
from tests.browser.venster import Venster

pytestmark = pytest.mark.browser
_STUUR = "een => fetch(een.form.action, {method: 'POST', body: new FormData(een.form)})"
_TEKST = f"Bel {LANGE_NAAM} morgen terug."


def _laatste(telefoon: Venster) -> str:
    """The last of her people, who has no appointment; gives the id of the casus."""
    telefoon.open("/onderweg/")
    with telefoon.blad.expect_navigation():
        telefoon.blad.locator(EERSTE).last.click()
    casus = telefoon.blad.url.split("?")[0].rsplit("/", 1)[1]
    telefoon.open(f"/onderweg/{casus}/notitie")
    telefoon.blad.get_by_label("Notitie", exact=True).fill(_TEKST)
    return casus


def _wissel_te_laat(venster: Venster, casus: str) -> None:
    """What a window sends that asked for the inzet which there is by now."""
    venster.open(f"/zaken/{casus}/inzet")
    for naam in ("regie_bij", "vraag", "huis_doet", "waarom_stopt_traject"):
        venster.blad.locator(f"main [name={naam}]").fill(_TEKST)
    knop = venster.blad.locator("main button[name=naar]")
    knop.evaluate("een => { een.value = 'procesregie'; }")
    with venster.blad.expect_navigation():
        knop.click()


def _stop_te_laat(venster: Venster, casus: str) -> None:
    """A colleague stopped it first, for another reason."""
    venster.open(f"/zaken/{casus}/voortgang/traject/stoppen")
    reden = venster.blad.locator("main [name=reden]")
    reden.fill("Het gaat zonder.")
    reden.evaluate(_STUUR)
    reden.fill(_TEKST)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Trajectbegeleiding stoppen").click()


def _leest(venster: Venster, kop: str) -> None:
    expect(venster.blad.get_by_role("heading", level=1)).to_have_text(kop)
    assert LANGE_NAAM in venster.blad.locator("main").inner_text()
    assert not venster.schuift_opzij()
    assert valt_weg(venster.blad) == []


def test_wie_te_laat_is_leest_op_een_telefoon_alles(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    telefoon = open_venster(eigen_huis, als=BEGELEIDER, breedte=360)
    regisseur = open_venster(eigen_huis, als="Amira Terpstra", breedte=360)
    casus = _laatste(telefoon)

    _wissel_te_laat(regisseur, casus)
    _leest(regisseur, "Iemand was je voor")

    _stop_te_laat(regisseur, casus)
    _leest(regisseur, "Iemand was je voor")

    # Sent in the page: an answer comes in its place.
    telefoon.blad.get_by_role("button", name="Notitie opslaan").click()
    _leest(telefoon, "Deze pagina is er niet")
    telefoon.neem_klachten()
