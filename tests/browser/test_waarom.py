# SPDX-License-Identifier: EUPL-1.2
"""Why somebody sees a casus or a person, and what one hears who does not (gebruik: bar 18)."""

import statistics
import time

import pytest
from playwright.sync_api import expect

from tests.browser.bladzijde import naar_casus
from tests.browser.bladzijden import BLADZIJDEN
from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import BEHEERDER, ONDERSTEUNER, Venster

pytestmark = pytest.mark.browser


def _leg_uit(venster: Venster) -> str:
    """What stands under the question, which is closed at first."""
    vraag = venster.blad.locator("details").filter(has_text="Waarom zie ik dit?")
    expect(vraag.locator("p").first).to_be_hidden()
    vraag.locator("summary").press("Enter")
    return vraag.inner_text()


@pytest.mark.parametrize(
    ("wie", "reden"),
    [
        ("Bram Douma", "omdat je meedoet namens GGZ-instelling met FACT en ForFACT"),
        ("Amira Terpstra", "omdat je erop staat als regisseur"),
        (ONDERSTEUNER, "omdat je procesregisseur of procesondersteuner van het huis bent"),
    ],
)
def test_op_de_casus_staat_waarom_je_haar_ziet_en_wie_je_het_vraagt(
    wie: str, reden: str, open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als=wie)
    naar_casus("C-00806", venster)
    uitleg = _leg_uit(venster)

    assert reden in uitleg
    assert "Vraag het aan de procesregisseur of je coördinator." in uitleg


def test_bij_een_persoon_staat_waarom_je_haar_ziet(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als=ONDERSTEUNER)
    BLADZIJDEN["personen:persoon"].ga(venster)
    uitleg = _leg_uit(venster)

    assert "van het huis bent en de zaak open is. Dat geldt sinds" in uitleg
    assert "Vraag het aan de procesregisseur of je coördinator." in uitleg


def _gelijke_adressen(open_venster: OpenVenster, huis: Huis) -> tuple[str, str]:
    """A casus that is there, and an address just like it of one that is not."""
    ondersteuner = open_venster(huis, als=ONDERSTEUNER)
    naar_casus("C-00800", ondersteuner)
    bestaat = huis.zaken["C-00800"]
    return bestaat, bestaat[:-4] + ("0000" if bestaat[-4:] != "0000" else "1111")


def test_wat_er_niet_is_en_wat_je_niet_mag_zien_zegt_hetzelfde(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    paden = _gelijke_adressen(open_venster, demohuis)
    venster = open_venster(demohuis, als=BEHEERDER)
    gezien = [(venster.open(pad), venster.blad.locator("body").inner_text()) for pad in paden]

    assert gezien[0][0] == 404
    assert gezien[0] == gezien[1]


def _duurt(venster: Venster, pad: str) -> float:
    begin = time.monotonic()
    assert venster.open(pad) == 404
    return time.monotonic() - begin


@pytest.mark.alles
def test_en_kost_evenveel_tijd(open_venster: OpenVenster, demohuis: Huis) -> None:
    paden = _gelijke_adressen(open_venster, demohuis)
    venster = open_venster(demohuis, als=BEHEERDER)
    tijden: dict[str, list[float]] = {pad: [] for pad in paden}
    for pad in paden * 15:
        tijden[pad].append(_duurt(venster, pad))

    # The middle of fifteen each, in turn: a busy machine slows both.
    middens = [statistics.median(tijden[pad]) for pad in paden]
    assert abs(middens[0] - middens[1]) <= 0.05
