# SPDX-License-Identifier: EUPL-1.2
"""The pages of an overleg, its agenda, the screen of the day, and the tab of a casus."""

from collections.abc import Sequence
from functools import partial

from tests.browser.bladzijde import Bladzijde, naar, naar_casus
from tests.browser.venster import Venster


def naar_overleg(deel: str, daarna: Sequence[str], venster: Venster) -> None:
    """The first overleg of a list, and links from there on."""
    venster.open("/overleggen/")
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("region", name=deel).get_by_role("link").first.click()
    for naam in daarna:
        with venster.blad.expect_navigation():
            venster.blad.get_by_role("link", name=naam).first.click()


def _naar_zaak(venster: Venster) -> None:
    """The tab; the menu has a link of that name too."""
    naar_casus("C-00806", venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="Overleggen", exact=True).last.click()


OVERLEG = {
    "overleg:lijst": Bladzijde(naar("/overleggen/")),
    "overleg:lijst partner": Bladzijde(naar("/overleggen/"), als="Bram Douma"),
    "overleg:nieuw": Bladzijde(naar("/overleggen/nieuw")),
    "overleg:agenda": Bladzijde(partial(naar_overleg, "Wat komt", ())),
    "overleg:wijzigen": Bladzijde(partial(naar_overleg, "Wat komt", ("Overleg wijzigen",))),
    "zaakoverleg:lijst": Bladzijde(_naar_zaak),
    "overleg:punt": Bladzijde(partial(naar_overleg, "Wat komt", ("Begin bij de eerste zaak",))),
    "overleg:punt partner": Bladzijde(
        partial(naar_overleg, "Wat komt", ("Begin bij de eerste zaak",)), als="Bram Douma"
    ),
    "overleg:derde": Bladzijde(
        partial(naar_overleg, "Wat komt", ("Begin bij de eerste zaak", "Derde uitnodigen"))
    ),
    "overleg:verslag": Bladzijde(
        partial(naar_overleg, "Wat is geweest", ("Begin bij de eerste zaak", "Lees het verslag"))
    ),
}
