# SPDX-License-Identifier: EUPL-1.2
"""What nakijken.py sees on a page that was made wrong on purpose."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.nakijken import (
    is_verborgen,
    klaagt_zelf,
    loop_langs,
    mist_bij_de_fout,
    staat_terug,
    valt_weg,
    zet_ruimte,
)

pytestmark = pytest.mark.browser
_RAND = "<style>:focus-visible { outline: 3px solid }</style>"


@pytest.fixture
def blad(chromium: Browser) -> Iterator[Page]:
    """An empty page as narrow as can be."""
    context = chromium.new_context(viewport={"width": 320, "height": 400})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "stijl",
    [
        "width: 4em; overflow: hidden; white-space: nowrap",
        "height: 1em; overflow: clip",
        "position: absolute; left: 310px",
        "margin-left: -2em",
    ],
)
def test_tekst_die_wegvalt_wordt_gezien(stijl: str, blad: Page) -> None:
    blad.set_content(f'<main><p style="{stijl}">Een zin die niet past<br>op een regel</p></main>')

    assert len(valt_weg(blad)) >= 1


def test_tekst_die_past_of_schuift_of_alleen_wordt_voorgelezen_valt_niet_weg(blad: Page) -> None:
    blad.set_content(
        "<p>past</p><p style='overflow: auto; white-space: nowrap'>schuift, hoe lang het ook is, "
        "in een eigen vak</p><p style='position: absolute; width: 1px; height: 1px; "
        "overflow: hidden; clip-path: inset(50%)'>voorgelezen</p>"
    )

    assert valt_weg(blad) == []


def test_wat_alleen_met_meer_ruimte_wegvalt_wordt_gezien(blad: Page) -> None:
    blad.set_content(
        "<p style='width: 5.2em; overflow: hidden; white-space: nowrap'>nauwelijks</p>"
    )
    assert valt_weg(blad) == []
    zet_ruimte(blad)

    assert len(valt_weg(blad)) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<a href='#'>een</a><a href='#' tabindex='1'>twee</a>",
        "<a href='#'>een</a><input onkeydown='event.preventDefault()'><a href='#'>twee</a>",
    ],
)
def test_een_andere_volgorde_of_een_val_wordt_gezien(html: str, blad: Page) -> None:
    blad.set_content(f"<main>{html}</main>")

    assert loop_langs(blad) != []


def test_van_een_groep_keuzes_is_er_een_halte(blad: Page) -> None:
    blad.set_content(
        "<form><input type=radio name=a><input type=radio name=a checked></form><a href='#'>x</a>"
    )

    assert loop_langs(blad) == []


@pytest.mark.parametrize("stijl", ["column-reverse", "row-reverse"])
def test_wat_omgekeerd_staat_wordt_gezien(stijl: str, blad: Page) -> None:
    blad.set_content(
        f"<main style='display: flex; flex-direction: {stijl}'>"
        "<a href='#'>een</a><a href='#'>twee</a></main>"
    )
    loop_langs(blad)

    assert len(staat_terug(blad)) == 1


def test_een_kolom_ernaast_mag_hoger_beginnen(blad: Page) -> None:
    blad.set_content(
        "<main style='columns: 2; height: 4em'><a href='#'>een</a><br><br><br>"
        "<a href='#'>twee</a><br><a href='#'>drie</a></main>"
    )
    loop_langs(blad)

    assert staat_terug(blad) == []


@pytest.mark.parametrize(
    "html",
    [
        "<style>:focus { outline: 0 }</style><a href='#'>kaal</a>",
        f"{_RAND}<a href='#'>onder</a><div style='position: fixed; inset: 0'></div>",
        f"{_RAND}<a href='#' style='position: fixed; left: -999px'>buiten</a>",
    ],
)
def test_een_verborgen_focus_wordt_gezien(html: str, blad: Page) -> None:
    blad.set_content(html)
    loop_langs(blad)

    assert len(is_verborgen(blad)) == 1


def test_een_zichtbare_focus_is_goed(blad: Page) -> None:
    blad.set_content(f"{_RAND}<a href='#'>een</a><a href='#'>twee</a>")
    loop_langs(blad)

    assert is_verborgen(blad) == []


@pytest.mark.parametrize(
    "html",
    [
        "<form><input required></form>",
        "<form><input type=email></form>",
        "<form novalidate><button disabled>Opslaan</button></form>",
    ],
)
def test_een_browser_die_zelf_klaagt_en_een_dode_knop_worden_gezien(html: str, blad: Page) -> None:
    blad.set_content(html)

    assert len(klaagt_zelf(blad)) == 1


_OVERZICHT = "<ul data-foutoverzicht><li><a href='#naam'>Naam: Vul in.</a></li></ul>"
_VELD = "<div class='veld--fout'><p>{}</p><input id='naam'></div>"


@pytest.mark.parametrize(
    ("titel", "html", "mist"),
    [
        ("Fout: x", _OVERZICHT + _VELD.format("Vul in."), []),
        ("x", _OVERZICHT + _VELD.format("Vul in."), ["titel"]),
        ("Fout: x", _VELD.format("Vul in."), ["overzicht"]),
        ("Fout: x", _OVERZICHT + _VELD.format("Anders."), ["Naam: Vul in."]),
        ("Fout: x", _OVERZICHT, ["Naam: Vul in."]),
    ],
)
def test_wat_er_mist_bij_een_fout_wordt_gezien(
    titel: str, html: str, mist: list[str], blad: Page
) -> None:
    blad.set_content(f"<title>{titel}</title>{html}")

    assert mist_bij_de_fout(blad) == mist
