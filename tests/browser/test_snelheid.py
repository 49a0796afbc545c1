# SPDX-License-Identifier: EUPL-1.2
"""How soon the server answers, and a page is there over a slow line (gebruik: bar 15)."""

import time
from collections.abc import Callable

import pytest

from tests.browser.bladzijde import naar, naar_casus
from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import Venster

# A measured time: not in the gate, where other work goes on beside it.
pytestmark = [pytest.mark.browser, pytest.mark.alles]
# "Slow 4G" of Lighthouse: 150 ms there and back, 1.6 and 0.75 Mbit/s.
_LIJN = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
_GROOTSTE = """() => new Promise((klaar) => new PerformanceObserver((lijst) =>
    klaar(lijst.getEntries().at(-1).startTime)
).observe({type: "largest-contentful-paint", buffered: true}))"""


def _grootste_deel(venster: Venster, pad: str) -> float:
    """In how many seconds it stands there, with nothing kept of an earlier page."""
    sessie = venster.blad.context.new_cdp_session(venster.blad)
    sessie.send("Network.enable")
    sessie.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sessie.send("Network.emulateNetworkConditions", _LIJN)
    venster.open(pad)
    return float(venster.blad.evaluate(_GROOTSTE)) / 1000


def _naar_de_casus(venster: Venster) -> None:
    naar_casus("C-00806", venster)


@pytest.mark.parametrize(
    ("ga", "seconden"),
    [
        (_naar_de_casus, 0.2),
        (naar("/zaken/"), 0.3),
        (naar("/werk/"), 0.3),
        (naar("/aanmeldingen/"), 0.3),
    ],
    ids=["casus", "zaken", "werk", "aanmeldingen"],
)
def test_van_honderd_keer_een_bladzijde_komen_er_vijfennegentig_op_tijd(
    ga: Callable[[Venster], object], seconden: float, open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als="Amira Terpstra")
    ga(venster)
    adres, gemeten = venster.blad.url, []
    for _ in range(100):
        begin = time.monotonic()
        assert venster.blad.request.get(adres).status == 200
        gemeten.append(time.monotonic() - begin)

    assert sorted(gemeten)[94] <= seconden, sorted(gemeten)[-10:]


@pytest.mark.parametrize(
    "ga", [_naar_de_casus, naar("/zaken/"), naar("/werk/")], ids=["casus", "lijst", "werk"]
)
def test_over_een_trage_lijn_staat_het_grootste_deel_er_binnen_anderhalve_seconde(
    ga: Callable[[Venster], object], open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als="Amira Terpstra")
    ga(venster)
    pad = venster.blad.url.removeprefix(demohuis.adres)

    # The gate runs on a busy machine: one of five says what the product takes.
    gemeten: list[float] = []
    while len(gemeten) < 5 and (not gemeten or gemeten[-1] > 1.5):
        gemeten.append(_grootste_deel(venster, pad))

    assert 0.3 < min(gemeten) <= 1.5, gemeten
