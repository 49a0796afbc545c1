# SPDX-License-Identifier: EUPL-1.2
"""The pages of the tab Beeld: questions, scores and hypotheses."""

from collections.abc import Sequence
from functools import partial

from tests.browser.bladzijde import Bladzijde, naar_casus
from tests.browser.venster import Venster

_REGISSEUR, _PARTNER = "Amira Terpstra", "Bram Douma"


def _volg(stappen: Sequence[str], venster: Venster) -> None:
    """Over the tab Beeld of a casus in which the partner has open questions."""
    naar_casus("C-00806", venster)
    for naam in ("Beeld", *stappen):
        with venster.blad.expect_navigation():
            venster.blad.get_by_role("link", name=naam, exact=naam == "Beeld").first.click()


def _stel_niets(venster: Venster) -> None:
    """The form of a question, after it was sent empty."""
    _volg(("Vraag stellen",), venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Vraag stellen").click()


BEELD = {
    "zaken:beeld partner": Bladzijde(partial(_volg, ()), als=_PARTNER),
    "beeld:vraag_nieuw": Bladzijde(partial(_volg, ("Vraag stellen",)), als=_REGISSEUR),
    "beeld:vraag_nieuw fout": Bladzijde(_stel_niets, als=_REGISSEUR, stand=422),
    "beeld:vraag": Bladzijde(partial(_volg, ("Beantwoorden",)), als=_PARTNER),
    "beeld:vraag_weigeren": Bladzijde(
        partial(_volg, ("Beantwoorden", "Ik geef dit niet")), als=_PARTNER
    ),
    "beeld:vraag_namens": Bladzijde(partial(_volg, ("Antwoord per telefoon",)), als=_REGISSEUR),
    "beeld:vraag_namens_weigeren": Bladzijde(
        partial(_volg, ("Antwoord per telefoon", "Schrijf een weigering op")), als=_REGISSEUR
    ),
    "beeld:scores": Bladzijde(partial(_volg, ("Nieuwe evaluatie",)), als=_REGISSEUR),
    "beeld:oordeel": Bladzijde(partial(_volg, ("Bevestigen of verwerpen",)), als=_REGISSEUR),
}
