# SPDX-License-Identifier: EUPL-1.2
"""Every page once, alternating between light and dark and between three widths."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.adressen import GEEN_BLADZIJDE, adressen
from tests.browser.bladzijden import BLADZIJDEN
from tests.browser.huizen import Huis
from tests.browser.venster import Venster, venster

pytestmark = pytest.mark.browser
THEMAS, BREEDTES = ("licht", "donker"), (1280, 360, 320)
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
        yield open_


def test_elk_adres_staat_in_de_lijst_van_bladzijden() -> None:
    bezocht = {naam.split()[0] for naam in BLADZIJDEN} - {"fout", "niet-gevonden"}

    assert bezocht | GEEN_BLADZIJDE == adressen()


def test_axe_vindt_niets(bezocht: Venster) -> None:
    assert bezocht.bezwaren() == []


def test_op_320_punten_schuift_niets_opzij(bezocht: Venster) -> None:
    bezocht.blad.set_viewport_size({"width": 320, "height": 900})

    assert not bezocht.schuift_opzij()


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
