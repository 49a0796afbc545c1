# SPDX-License-Identifier: EUPL-1.2
"""The pages of progress and opschaling."""

from functools import partial
from typing import Literal

from tests.browser.bladzijde import Bladzijde, naar_casus
from tests.browser.bladzijde import naar as _naar
from tests.browser.venster import BESTUUR, MANAGER, Venster

REGISSEUR, AANGESPROKENE = "Amira Terpstra", "Durk Hoekstra"
# In the demo it waits for the answer of the aangesprokene.
_KENMERK = "C-00804"
_Stap = tuple[Literal["link", "button"], str]


def _volg_in_casus(stappen: tuple[_Stap, ...], venster: Venster) -> None:
    naar_casus(_KENMERK, venster)
    _klik(stappen, venster)


def _volg(pad: str, stappen: tuple[_Stap, ...], venster: Venster) -> None:
    venster.open(pad)
    _klik(stappen, venster)


def _klik(stappen: tuple[_Stap, ...], venster: Venster) -> None:
    for soort, naam in stappen:
        with venster.blad.expect_navigation():
            venster.blad.get_by_role(soort, name=naam, exact=True).first.click()


def _van_de_casus(*stappen: _Stap) -> partial[None]:
    tab: _Stap = ("link", "Voortgang & opschaling")
    return partial(_volg_in_casus, (tab, *stappen))


VOORTGANG = {
    "voortgang:lijst": Bladzijde(_naar("/voortgang/"), als=REGISSEUR),
    "voortgang:gremium": Bladzijde(_naar("/voortgang/gremium"), als=MANAGER),
    "voortgang:gremium bestuur": Bladzijde(_naar("/voortgang/gremium"), als=BESTUUR),
    "voortgang:casus": Bladzijde(_van_de_casus(), als=REGISSEUR),
    "voortgang:evaluatie": Bladzijde(_van_de_casus(("link", "Evaluatie opschrijven"))),
    "voortgang:veiligheid": Bladzijde(
        _van_de_casus(("link", "Veiligheid wijzigen")), als=REGISSEUR
    ),
    "voortgang:opschalen": Bladzijde(_van_de_casus(("link", "Zaak opschalen")), als=REGISSEUR),
    "voortgang:afronden": Bladzijde(_van_de_casus(("link", "Opschaling afronden")), als=REGISSEUR),
    "voortgang:notitie": Bladzijde(_van_de_casus(("link", "Notitie zonder namen"))),
    "voortgang:gevraagd": Bladzijde(_naar("/opschalingen/"), als=AANGESPROKENE),
    "voortgang:antwoord": Bladzijde(
        partial(_volg, "/opschalingen/", (("link", _KENMERK),)), als=AANGESPROKENE
    ),
}
