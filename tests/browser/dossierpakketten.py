# SPDX-License-Identifier: EUPL-1.2
"""The pages of an order for a dossier package: it begins with a manager who asks."""

from tests.bezetting import OPENBARE_SLEUTEL
from tests.browser.bladzijde import Bladzijde, naar, stuur_als_tweede
from tests.browser.venster import FG, MANAGER, Venster


def _klik(venster: Venster, soort: str, naam: str) -> None:
    with venster.blad.expect_navigation():
        venster.blad.get_by_role(soort, name=naam).first.click()  # type: ignore[arg-type]


def _vraag(venster: Venster) -> None:
    venster.log_in(MANAGER)
    venster.open("/dossierpakket/vragen")
    venster.blad.get_by_label("Voor welk huis is het pakket?").fill("Veiligheidshuis Oost")
    venster.blad.get_by_label("Openbare sleutel van dat huis").fill(OPENBARE_SLEUTEL)
    venster.blad.get_by_label("Waarom moeten de dossiers mee?").fill("Wij gaan daarheen over.")
    _klik(venster, "button", "Vraag versturen")


def _besluit(venster: Venster, *stappen: tuple[str, str]) -> None:
    _vraag(venster)
    venster.blad.context.clear_cookies()
    venster.log_in(FG)
    venster.open("/dossierpakket/")
    for soort, naam in (("link", "Besluiten"), *stappen):
        _klik(venster, soort, naam)


def _te_laat(venster: Venster) -> None:
    _besluit(venster)
    venster.blad.get_by_label("Nee", exact=True).check()
    venster.blad.get_by_label("Waarom vind je dat?").fill("De sleutel is niet nagelezen.")
    stuur_als_tweede("Besluit vastleggen", venster)


DOSSIERPAKKETTEN: dict[str, Bladzijde] = {
    "dossierpakket:lijst": Bladzijde(_vraag, als=""),
    "dossierpakket:vragen": Bladzijde(naar("/dossierpakket/vragen"), als=MANAGER),
    "dossierpakket:besluiten": Bladzijde(_besluit, als=""),
    "dossierpakket:besluiten fout": Bladzijde(
        lambda venster: _besluit(venster, ("button", "Besluit vastleggen")), als="", stand=422
    ),
    "dossierpakket:besluiten te laat": Bladzijde(_te_laat, als="", stand=409),
}
