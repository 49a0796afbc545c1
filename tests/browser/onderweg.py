# SPDX-License-Identifier: EUPL-1.2
"""The pages of a trajectbegeleider, and how a regisseur assigns and stops one."""

from functools import partial

from tests.browser.bladzijde import Bladzijde
from tests.browser.bladzijde import naar as _naar
from tests.browser.venster import Venster

BEGELEIDER, _REGISSEUR = "Tjitske Brouwer", "Amira Terpstra"
EERSTE = "main nav li a"


def _eerste(knop: str, venster: Venster) -> None:
    """The first of her people, and one of the buttons there."""
    venster.open("/onderweg/")
    stappen = [venster.blad.locator(EERSTE).first]
    if knop:
        stappen.append(venster.blad.get_by_role("link", name=knop, exact=True))
    for stap in stappen:
        with venster.blad.expect_navigation():
            stap.click()


def _stoppen(venster: Venster) -> None:
    """Of the first casus that a trajectbegeleider has; its regisseur sees the same one."""
    venster.log_in(BEGELEIDER)
    _eerste("", venster)
    casus = venster.blad.url.split("?")[0].rsplit("/", 1)[1]
    venster.log_in(_REGISSEUR)
    venster.open(f"/zaken/{casus}/voortgang/traject/stoppen")


def _overgenomen(venster: Venster) -> None:
    """The appointment that the regisseur took over, from Mijn werk."""
    venster.open("/werk/")
    with venster.blad.expect_navigation():
        venster.blad.locator("a[href*='/voortgang/afspraak/']").first.click()


ONDERWEG = {
    "onderweg:begin": Bladzijde(_naar("/onderweg/"), als=BEGELEIDER),
    "onderweg:casus": Bladzijde(partial(_eerste, ""), als=BEGELEIDER),
    "onderweg:notitie": Bladzijde(partial(_eerste, "Notitie"), als=BEGELEIDER),
    "onderweg:volgende": Bladzijde(partial(_eerste, "Volgende afspraak"), als=BEGELEIDER),
    "onderweg:bellen": Bladzijde(partial(_eerste, "Bel een partner"), als=BEGELEIDER),
    "onderweg:oud_client": Bladzijde(_naar("/onderweg/oud-client"), als=BEGELEIDER),
    "onderweg:heropenen": Bladzijde(_naar("/onderweg/oud-client/heropenen"), als=BEGELEIDER),
    "werk:begin trajectbegeleider": Bladzijde(_naar("/werk/"), als=BEGELEIDER),
    "voortgang:traject_stoppen": Bladzijde(_stoppen, als=""),
    "voortgang:afspraak": Bladzijde(_overgenomen, als=_REGISSEUR),
}
