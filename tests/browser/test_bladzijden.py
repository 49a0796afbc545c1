# SPDX-License-Identifier: EUPL-1.2
"""Every page once, alternating between light and dark and between three widths."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.adressen import GEEN_BLADZIJDE
from tests.browser.bladzijden import BLADZIJDEN
from tests.browser.huizen import Huis
from tests.browser.nakijken import (
    eerste_halte,
    is_verborgen,
    klaagt_zelf,
    loop_langs,
    mist_bij_de_fout,
    staat_terug,
    valt_weg,
    zet_ruimte,
)
from tests.browser.venster import Venster, venster
from tests.toegang.adressen import namen

pytestmark = pytest.mark.browser
THEMAS, BREEDTES = ("licht", "donker"), (1280, 360, 320)
KLEUREN: tuple[Literal["light", "dark"], ...] = ("light", "dark")
NAMEN = list(BLADZIJDEN)
# The gate has twenty minutes: it looks at each address of the casework once, and of a quiet room
# at the first. As somebody else, in another state, and all the rest: bin/test alles.
_STIL = {"beheer", "toezicht", "cijfers", "noodtoegang", "invoer", "account"}


def _sleutel(naam: str) -> str:
    adres = naam.split()[0]
    kamer = re.split("[:_]", adres)[0]
    return kamer if kamer in _STIL else adres


_EERSTE = {_sleutel(naam): naam for naam in reversed(NAMEN)}.values()
_BEZOEKEN = [
    naam if naam in _EERSTE else pytest.param(naam, marks=pytest.mark.alles) for naam in NAMEN
]


@pytest.fixture(scope="module", params=_BEZOEKEN)
def bezocht(
    request: pytest.FixtureRequest, chromium: Browser, demohuis: Huis, werker: None
) -> Iterator[Venster]:
    """The window on one page, open for all tests of this file."""
    nummer = NAMEN.index(request.param)
    bladzijde = BLADZIJDEN[request.param]
    with venster(
        chromium,
        demohuis,
        als=bladzijde.als,
        breedte=BREEDTES[nummer % 3],
        thema=THEMAS[nummer % 2],
    ) as open_:
        bladzijde.ga(open_)
        assert open_.stand == bladzijde.stand
        open_.onthoud_begin()
        yield open_


def test_elk_adres_staat_in_de_lijst_van_bladzijden() -> None:
    bezocht = {naam.split()[0] for naam in BLADZIJDEN} - {"fout", "niet-gevonden"}

    assert bezocht | GEEN_BLADZIJDE == set(namen())


def test_axe_vindt_niets(bezocht: Venster) -> None:
    assert bezocht.bezwaren() == []


def test_tab_gaat_langs_alles_in_de_volgorde_van_het_lezen(bezocht: Venster) -> None:
    afwijking = loop_langs(bezocht.blad)

    assert afwijking == []
    assert eerste_halte(bezocht.blad) == "#inhoud"
    assert staat_terug(bezocht.blad) == []
    assert is_verborgen(bezocht.blad) == []


def test_de_browser_klaagt_niet_zelf_en_elke_knop_kan_ingedrukt(bezocht: Venster) -> None:
    assert klaagt_zelf(bezocht.blad) == []


def test_alleen_wat_wordt_geweigerd_zegt_wat_er_fout_is_met_de_focus_erop(
    bezocht: Venster,
) -> None:
    geweigerd = bezocht.stand == 422

    assert bezocht.blad.title().startswith("Fout: ") == geweigerd
    assert not geweigerd or mist_bij_de_fout(bezocht.blad) == []
    assert not geweigerd or bezocht.begon_op == "data-foutoverzicht"


def test_op_320_punten_schuift_niets_opzij_en_valt_niets_weg(bezocht: Venster) -> None:
    """As a window of 1280 at a zoom of 400 %."""
    bezocht.blad.set_viewport_size({"width": 320, "height": 900})

    assert not bezocht.schuift_opzij()
    assert valt_weg(bezocht.blad) == []


def test_met_meer_ruimte_in_de_tekst_schuift_niets_opzij_en_valt_niets_weg(
    bezocht: Venster,
) -> None:
    bezocht.blad.set_viewport_size({"width": 320, "height": 900})
    zet_ruimte(bezocht.blad)

    assert not bezocht.schuift_opzij()
    assert valt_weg(bezocht.blad) == []
    zet_ruimte(bezocht.blad, "")


def test_de_bladzijde_weegt_ingepakt_hooguit_100_kilobyte(bezocht: Venster) -> None:
    assert 0 < bezocht.gewicht <= 100_000


@pytest.mark.asvs("14.2.1")
def test_titel_en_adres_noemen_niemand(bezocht: Venster) -> None:
    namen = bezocht.blad.locator(
        "[data-kop=Hoofdbetrokkene], [aria-labelledby=betrokkenen] tbody th"
    ).all_inner_texts()
    zichtbaar = f"{bezocht.blad.title()} {bezocht.blad.url}"

    assert bezocht.blad.title()
    assert [naam for naam in namen if naam.split()[-1] in zichtbaar] == []


def test_de_browser_klaagt_nergens_over(bezocht: Venster) -> None:
    assert bezocht.meldingen == []


@pytest.mark.alles
def test_axe_vindt_niets_in_licht_en_donker_op_elke_breedte(bezocht: Venster) -> None:
    """The last of the file: it leaves the window as the last of these."""
    # Or axe reads a colour on its way from dark to light.
    bezocht.blad.emulate_media(reduced_motion="reduce")
    for thema, breedte in product(KLEUREN, BREEDTES):
        bezocht.blad.emulate_media(color_scheme=thema)
        bezocht.blad.set_viewport_size({"width": breedte, "height": 900})
        assert (thema, breedte, bezocht.bezwaren()) == (thema, breedte, [])
