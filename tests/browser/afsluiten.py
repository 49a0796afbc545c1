# SPDX-License-Identifier: EUPL-1.2
"""The pages of closing, handover and nazorg."""

from functools import partial

from tests.browser.bladzijde import Bladzijde, naar, naar_casus
from tests.browser.venster import Venster

REGISSEUR = "Amira Terpstra"


def _sluit(kenmerk: str, knop: str, venster: Venster) -> None:
    """The tab Afsluiten of a casus, and the link on it."""
    naar_casus(kenmerk, venster)
    for naam in ("Afsluiten", *([knop] if knop else [])):
        with venster.blad.expect_navigation():
            venster.blad.get_by_role("link", name=naam).first.click()


AFSLUITEN = {
    "afsluiten:overzicht": Bladzijde(partial(_sluit, "C-00805", "")),
    "afsluiten:overzicht partner": Bladzijde(partial(_sluit, "C-00806", ""), als="Bram Douma"),
    "afsluiten:voorstellen": Bladzijde(partial(_sluit, "C-00802", "Besluit om"), als=REGISSEUR),
    "afsluiten:controleren": Bladzijde(partial(_sluit, "C-00803", "Voorstel"), als=REGISSEUR),
    "afsluiten:overdragen": Bladzijde(partial(_sluit, "C-00806", "Overdracht vragen")),
    "afsluiten:antwoorden": Bladzijde(partial(_sluit, "C-00806", "Antwoord"), als="Bram Douma"),
    "nazorg:lijst": Bladzijde(naar("/nazorg/")),
    "nazorg:heropenen": Bladzijde(naar("/nazorg/heropenen"), als=REGISSEUR),
}
