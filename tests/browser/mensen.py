# SPDX-License-Identifier: EUPL-1.2
"""The pages of an ondersteuning, of the inzet, and of naming people on a casus."""

from collections.abc import Sequence
from functools import partial

from tests.browser.bladzijde import Bladzijde, naar_casus
from tests.browser.venster import Venster

REGISSEUR = "Amira Terpstra"


def _klik(venster: Venster, namen: Sequence[str]) -> None:
    for naam in namen:
        with venster.blad.expect_navigation():
            venster.blad.get_by_role("link", name=naam).first.click()


def _van_de_zaak(namen: Sequence[str], venster: Venster) -> None:
    naar_casus("C-00806", venster)
    _klik(venster, namen)


def _nieuwste(inzet: str, namen: Sequence[str], venster: Venster) -> None:
    """The newest open casus with this inzet."""
    venster.open(f"/zaken/?stand=open&inzet={inzet}")
    with venster.blad.expect_navigation():
        venster.blad.locator("tbody th a").first.click()
    _klik(venster, namen)


def _persoon_fout(venster: Venster) -> None:
    _van_de_zaak(("Personen & netwerk", "Persoon toevoegen"), venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Persoon toevoegen").click()


def _gegevens(venster: Venster) -> None:
    naar_casus("C-00806", venster)
    with venster.blad.expect_navigation():
        venster.blad.locator("[aria-labelledby=betrokkenen] tbody th a").first.click()
    _klik(venster, ("Gegevens aanpassen",))


_PERSONEN = "Personen & netwerk"
MENSEN = {
    "zaken:casus ondersteuning": Bladzijde(partial(_nieuwste, "ondersteuning", ())),
    "zaken:ondersteuning": Bladzijde(partial(_nieuwste, "ondersteuning", ("Aanpassen",))),
    "zaken:aandachtsgebieden": Bladzijde(
        partial(_nieuwste, "procesregie", ("Verdere aandachtsgebieden aanpassen",))
    ),
    "zaken:inzet": Bladzijde(
        partial(_nieuwste, "procesregie", ("Naar ondersteuning",)), als=REGISSEUR
    ),
    "zaken:inzet terug": Bladzijde(
        partial(_nieuwste, "ondersteuning", ("Naar procesregie",)), als=REGISSEUR
    ),
    "zaken:persoon_nieuw": Bladzijde(partial(_van_de_zaak, (_PERSONEN, "Persoon toevoegen"))),
    "zaken:persoon_nieuw fout": Bladzijde(_persoon_fout, stand=422),
    "zaken:persoon_einde": Bladzijde(partial(_van_de_zaak, (_PERSONEN, "Niet meer betrokken"))),
    "zaken:persoon_kant": Bladzijde(
        partial(_van_de_zaak, (_PERSONEN, "Kant wijzigen")), als=REGISSEUR
    ),
    "zaken:relatie_nieuw": Bladzijde(partial(_van_de_zaak, (_PERSONEN, "Relatie toevoegen"))),
    "zaken:relatie_einde": Bladzijde(partial(_van_de_zaak, (_PERSONEN, "Relatie is voorbij"))),
    "personen:wijzigen": Bladzijde(_gegevens),
}
