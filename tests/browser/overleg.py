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


def _naar_concept(venster: Venster) -> None:
    """What is kept of a form of an overleg, to be read without that form."""
    venster.open("/overleggen/nieuw")
    with venster.blad.expect_response("**/werk/concepten"):
        venster.blad.locator("#id_titel").press_sequentially("Een overleg over het plein")
    venster.open("/werk/")
    weg = venster.blad.locator("form[action^='/werk/concepten/'][action$='/weg']").first
    venster.open(str(weg.get_attribute("action")).removesuffix("/weg"))


OVERLEG = {
    "werk:concept_lezen": Bladzijde(_naar_concept, als="Amira Terpstra"),
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
