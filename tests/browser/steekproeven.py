# SPDX-License-Identifier: EUPL-1.2
"""The pages of a sample: each begins with something to draw from."""

from functools import partial

from tests.browser.bladzijde import Bladzijde, naar
from tests.browser.venster import FG, ONDERSTEUNER, Venster


def _trek_steekproef(venster: Venster, *, bevindingen: int = 0, aantal: str = "3") -> None:
    """Somebody looks at cases first, so that there is something to draw.

    Starts from a window where nobody is in: to log in as another ends the session of before.
    """
    venster.log_in(ONDERSTEUNER)
    for _ in range(3):
        venster.open("/zaken/?q=C-00800")
    venster.blad.context.clear_cookies()
    venster.log_in(FG)
    venster.open("/toezicht/steekproef/nieuw")
    venster.blad.get_by_label("Hoeveel handelingen").fill(aantal)
    _klik(venster, "button", "Steekproef trekken")
    for _ in range(bevindingen):
        if venster.blad.get_by_role("button", name="Bevinding opslaan").count() == 0:
            _klik(venster, "link", "Beoordelen")
        venster.blad.get_by_label("Nader onderzoek").check()
        venster.blad.get_by_label("Motivering").fill("Geen rol in deze zaak. " * 20)
        _klik(venster, "button", "Bevinding opslaan")


def _klik(venster: Venster, soort: str, naam: str) -> None:
    with venster.blad.expect_navigation():
        venster.blad.get_by_role(soort, name=naam, exact=True).click()  # type: ignore[arg-type]


def _trek_en_klik(venster: Venster, *stappen: tuple[str, str], bevindingen: int = 0) -> None:
    _trek_steekproef(venster, bevindingen=bevindingen)
    for soort, naam in stappen:
        _klik(venster, soort, naam)


STEEKPROEVEN: dict[str, Bladzijde] = {
    "toezicht:steekproeven": Bladzijde(
        lambda venster: _trek_en_klik(venster, ("link", "Steekproeven")), als=""
    ),
    "toezicht:steekproef_trekken": Bladzijde(naar("/toezicht/steekproef/nieuw"), als=FG),
    "toezicht:steekproef_trekken fout": Bladzijde(
        partial(_trek_steekproef, aantal="0"), als="", stand=422
    ),
    "toezicht:steekproef": Bladzijde(_trek_steekproef, als=""),
    "toezicht:steekproef gesloten": Bladzijde(
        lambda venster: _trek_en_klik(venster, ("button", "Steekproef sluiten"), bevindingen=3),
        als="",
    ),
    "toezicht:steekproef_regel": Bladzijde(
        lambda venster: _trek_en_klik(venster, ("link", "Beoordelen")), als=""
    ),
    "toezicht:steekproef_regel fout": Bladzijde(
        lambda venster: _trek_en_klik(
            venster, ("link", "Beoordelen"), ("button", "Bevinding opslaan")
        ),
        als="",
        stand=422,
    ),
}
