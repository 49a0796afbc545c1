# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the handbook, made again of the demo house.

    python -m tests.browser.plaatjes [name of a picture ...]

Each comes by the same way as the browser tests get to that page, so it shows what a reader meets.
Look at them before you commit them: nothing here judges whether they are good.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser

from tests.browser.bladzijde import Bladzijde, naar_casus
from tests.browser.bladzijden import BLADZIJDEN, open_inzage
from tests.browser.conftest import chroom
from tests.browser.huizen import Huis, huis, proces, verzamel_statisch, zuiver_sjabloon
from tests.browser.venster import FG, MANAGER, Venster, venster
from tests.databank import WORTEL, pytest_unconfigure

MAP = WORTEL / "docs" / "beeld"
# What is lower is another picture: a reader sees the top of a page first.
HOOGST = 1400
# As many as a page of three colours and letters with soft edges needs.
KLEUREN = 96
# The one that five people open, in the handbook's page on who sees what.
DEZELFDE = "C-00806"
REGISSEUR, PARTNER = "Amira Terpstra", "Bram Douma"


@dataclass(frozen=True)
class Plaatje:
    """A page of the list of the browser tests; als: seen by somebody else than there."""

    bladzijde: Bladzijde
    als: str = ""
    breedte: int = 1280


def _van(naam: str, als: str = "", breedte: int = 1280) -> Plaatje:
    return Plaatje(BLADZIJDEN[naam], als, breedte)


def _casus(kenmerk: str, als: str) -> Plaatje:
    return Plaatje(Bladzijde(partial(naar_casus, kenmerk), als=als))


def _wie_heeft_gekeken(open_: Venster) -> None:
    naar_casus(DEZELFDE, open_)
    with open_.blad.expect_navigation():
        open_.blad.get_by_role("link", name="Wie heeft gekeken").first.click()


# What others do on a casus comes first: the look of each is in the picture of who looked.
PLAATJES = {
    "aanmelden": _van("aanmelden:nieuw"),
    "afsluiten": _van("afsluiten:overzicht"),
    "beeld": _van("zaken:beeld"),
    "beheer": _van("beheer:overzicht"),
    "besluit": _van("aanmelden:besluit"),
    "casus": _casus("C-00805", REGISSEUR),
    "cijfers": _van("cijfers:oogopslag"),
    "delen": _van("delen:overzicht regisseur"),
    "documenten": _van("documenten:overzicht"),
    "inloggen": _van("inloggen"),
    "invoer": _van("invoer:taak"),
    "mijn-werk": _van("werk:begin"),
    "netwerk": _van("zaken:personen", REGISSEUR),
    "onderweg": _van("onderweg:casus", breedte=360),
    "overleg": _van("overleg:punt"),
    "plan": _van("plan:overzicht"),
    "triage": _van("aanmelden:lijst", REGISSEUR),
    "voortgang": _van("voortgang:casus"),
    "wachtrij": _van("noodtoegang:wachtrij"),
    "werk-leiding": _van("werk:leiding"),
    "werk-partner": _van("werk:begin partner", breedte=360),
    "zaken": _van("zaken:lijst"),
    "zelfde-zaak-fg": Plaatje(Bladzijde(partial(open_inzage, DEZELFDE), als=FG)),
    "zelfde-zaak-partner": _casus(DEZELFDE, PARTNER),
    "zelfde-zaak-regisseur": _casus(DEZELFDE, REGISSEUR),
    "toezicht": Plaatje(Bladzijde(_wie_heeft_gekeken, als=REGISSEUR)),
}


def maak(namen: Sequence[str], chromium: Browser, in_huis: Huis) -> None:
    """Write the pictures with these names."""
    for naam in namen:
        een = PLAATJES[naam]
        als = een.als or een.bladzijde.als
        with venster(chromium, in_huis, als=als, breedte=een.breedte) as open_:
            een.bladzijde.ga(open_)
            _bewaar(naam, open_)
    if "zelfde-zaak-regisseur" in namen:
        with venster(chromium, in_huis, als=MANAGER) as open_:
            open_.open(in_huis.zaken[DEZELFDE])
            # The browser says on its console that there is no such page.
            open_.neem_klachten()
            _bewaar("zelfde-zaak-niet", open_)


def _bewaar(naam: str, open_: Venster) -> None:
    open_.blad.evaluate("document.activeElement?.blur()")
    ruw = Image.open(BytesIO(open_.blad.screenshot(full_page=True)))
    hoogte = min(ruw.height, HOOGST)
    beeld = ruw.convert("RGB").crop((0, 0, ruw.width, hoogte)).quantize(KLEUREN)
    beeld.save(MAP / f"{naam}.png", optimize=True)


def main() -> None:
    """Open the demo and a browser, and make the pictures that are asked for, or all."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("namen", nargs="*", choices=[[], *PLAATJES])
    namen = lezer.parse_args().namen or list(PLAATJES)
    verzamel_statisch()
    with (
        huis(zuiver_sjabloon(), werkers=1) as demo,
        proces(["vangnet", "werker"], demo.omgeving),
        chroom() as chromium,
    ):
        maak(namen, chromium, demo)


if __name__ == "__main__":
    try:
        main()
    finally:
        pytest_unconfigure()
