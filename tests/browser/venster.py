# SPDX-License-Identifier: EUPL-1.2
"""A window on a house, which remembers everything that the browser complained about."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests.browser.huizen import Huis

# Who opens the pages: she may read cases and figures, and bring packages in.
ONDERSTEUNER = "Jelle Wiersma"
BEHEERDER, MANAGER, FG = "Nynke Hoekstra", "Marloes Hiemstra", "Sietse Meijer"
BESTUUR = "Foekje Reitsma"
_NORMEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Venster:
    """A page in a context of its own.

    meldingen: errors of the console, which is where the content policy speaks too, exceptions of
    scripts, and requests to another address than the house's. begon_op: what the page put the
    focus on, when that is the summary of errors.
    """

    huis: Huis
    blad: Page
    meldingen: list[str] = field(default_factory=list)
    standen: dict[str, int] = field(default_factory=dict)
    antwoorden: dict[str, Response] = field(default_factory=dict)
    begon_op: str = ""

    def __post_init__(self) -> None:
        self.blad.on("console", self._op_console)
        self.blad.on("pageerror", lambda fout: self.meldingen.append(str(fout)))
        self.blad.on("request", self._op_vraag)
        self.blad.on("response", self._op_antwoord)

    def open(self, pad: str) -> int:
        """Go to `pad`; gives the status of what was loaded in the end."""
        antwoord = self.blad.goto(f"{self.huis.adres}{pad}")
        assert antwoord is not None
        return antwoord.status

    @property
    def stand(self) -> int:
        """Status of the page that is shown."""
        return self.standen[self.blad.url.split("#")[0]]

    def tabblad(self) -> "Venster":
        """Another tab of the same browser; what it complains about counts here."""
        return Venster(self.huis, self.blad.context.new_page(), self.meldingen)

    def neem_klachten(self) -> list[str]:
        """What the browser complained about so far, for a test that makes it complain."""
        klachten = list(self.meldingen)
        self.meldingen.clear()
        return klachten

    def onthoud_begin(self) -> None:
        """Keep on what the page put the focus, before a test moves it."""
        overzicht = self.blad.locator("[data-foutoverzicht]:focus")
        self.begon_op = "data-foutoverzicht" if overzicht.count() else ""

    @property
    def gewicht(self) -> int:
        """Bytes of the page that is shown, packed as a server in front of the house does."""
        return len(gzip.compress(self.antwoorden[self.blad.url.split("#")[0]].body()))

    def log_in(self, naam: str) -> None:
        """As somebody of the demo, by one click."""
        self.open("/inloggen")
        with self.blad.expect_navigation():
            self.blad.get_by_role("button", name=naam).click()

    def schuift_opzij(self) -> bool:
        """Whether the page is wider than the window."""
        return bool(self.blad.evaluate("document.documentElement.scrollWidth > window.innerWidth"))

    def bezwaren(self) -> list[str]:
        """What axe finds: the rule, and the first element that breaks it."""
        opties = {"runOnly": {"type": "tag", "values": _NORMEN}, "resultTypes": ["violations"]}
        gevonden = Axe().run(self.blad, options=opties).response["violations"]
        return [f"{een['id']}: {een['nodes'][0]['html']}" for een in gevonden]

    def _op_console(self, melding: ConsoleMessage) -> None:
        # Every page with a status of 400 or higher is also in the console; tests ask the status.
        is_blad = melding.location.get("url", "") in self.standen
        if melding.type == "error" and not (is_blad and "Failed to load" in melding.text):
            self.meldingen.append(melding.text)

    def _op_vraag(self, vraag: Request) -> None:
        if not vraag.url.startswith((self.huis.adres, "data:")):
            self.meldingen.append(f"vraag aan {vraag.url}")

    def _op_antwoord(self, antwoord: Response) -> None:
        if antwoord.request.is_navigation_request():
            self.standen[antwoord.url] = antwoord.status
            self.antwoorden[antwoord.url] = antwoord


@contextmanager
def venster(
    chromium: Browser,
    huis: Huis,
    *,
    als: str = "",
    breedte: int = 1280,
    thema: str = "licht",
    script: bool = True,
) -> Iterator[Venster]:
    """A window `breedte` wide, logged in as `als`; each person logs in once in a house.

    At the end the browser must not have complained about it.
    """
    if als and als not in huis.staten:
        with venster(chromium, huis) as ander:
            ander.log_in(als)
            huis.staten[als] = ander.blad.context.storage_state()
    context = chromium.new_context(
        viewport={"width": breedte, "height": 900},
        color_scheme="dark" if thema == "donker" else "light",
        java_script_enabled=script,
        locale="nl-NL",
        storage_state=huis.staten.get(als),
    )
    # Nothing is slow here: what takes longer will not come.
    context.set_default_timeout(40_000)
    try:
        open_ = Venster(huis, context.new_page())
        yield open_
        assert open_.meldingen == []
    finally:
        context.close()
