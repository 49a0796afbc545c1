# SPDX-License-Identifier: EUPL-1.2
"""One page of the list: how one gets there."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.browser.venster import ONDERSTEUNER, Venster


@dataclass(frozen=True)
class Bladzijde:
    """How one gets to a page, as whom, and with which status it comes."""

    ga: Callable[[Venster], object]
    als: str = ONDERSTEUNER
    stand: int = 200


def naar(pad: str) -> Callable[[Venster], object]:
    """The way to a page that has an address of its own."""
    return lambda venster: venster.open(pad)


def naar_casus(kenmerk: str, venster: Venster) -> None:
    """By the list, as somebody does who has no address of it; the house keeps it for the next."""
    bekend = venster.huis.zaken.get(kenmerk)
    if bekend:
        venster.open(bekend)
        return
    venster.open(f"/zaken/?kenmerk={kenmerk}")
    # A click does not wait for the page that it opens: axe would look at the list, or at neither.
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name=kenmerk, exact=True).click()
    venster.huis.zaken[kenmerk] = venster.blad.url.removeprefix(venster.huis.adres)


def stuur_als_tweede(knop: str, venster: Venster) -> None:
    """By a button, when the same form was sent from elsewhere just before."""
    formulier = venster.blad.locator("main form").filter(
        has=venster.blad.get_by_role("button", name=knop)
    )
    formulier.evaluate("een => fetch(een.action, {method: 'POST', body: new FormData(een)})")
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name=knop).click()
