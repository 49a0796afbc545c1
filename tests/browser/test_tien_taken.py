# SPDX-License-Identifier: EUPL-1.2
"""The most frequent tasks (gebruik.md c.4), one script with and without JavaScript.

From Mijn werk, with a mouse: a click is a link or a button; a field is what somebody fills in or
chooses. A meeting, the sixth, is in test_overleg.py; tally and advice have no page yet.
"""

import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.bladzijde import naar_casus
from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import Venster
from vangnet.kern.klok import vandaag

pytestmark = pytest.mark.browser
REGISSEUR, PARTNER = "Amira Terpstra", "Bram Douma"
# Far more than somebody needs who types on: the gate runs on a busy machine.
MEESTE_SECONDEN = 60
CRITERIA = ("Er zijn problemen", "Het gaat om meer", "Dat leidt tot", "Zonder samenwerking")
HUISCRITERIA = ("Er zijn kinderen in het gezin", "Er is al een lokale aanpak geprobeerd")


class Hand:
    """Whatever somebody does, counted."""

    def __init__(self, open_: Venster) -> None:
        self.venster, self.blad = open_, open_.blad
        self.klikken: list[str] = []
        self.velden: list[str] = []

    def klik(self, waar: Locator) -> None:
        """One click, and the page that comes of it."""
        self.klikken.append(" ".join(waar.inner_text().split()))
        with self.blad.expect_navigation():
            waar.click()

    def link(self, naam: str) -> Locator:
        """The first link of the page, or else of the menu, with these words."""
        inhoud = self.blad.get_by_role("main").get_by_role("link", name=naam)
        return (inhoud if inhoud.count() else self.blad.get_by_role("link", name=naam)).first

    def knop(self, naam: str) -> Locator:
        """The first button with these words."""
        return self.blad.get_by_role("main").get_by_role("button", name=naam).first

    def typ(self, label: str, tekst: str) -> None:
        """Fill in one field."""
        self.velden.append(label)
        self.blad.get_by_role("main").get_by_label(label, exact=True).first.fill(tekst)

    def kies(self, label: str, woorden: str) -> None:
        """Choose one of a list."""
        self.velden.append(label)
        veld = self.blad.get_by_role("main").get_by_label(label).first
        keuze = veld.locator("option").filter(has_text=woorden).first
        veld.select_option(keuze.get_attribute("value"))

    def kruis(self, vraag: str, antwoord: str) -> None:
        """Choose one of the answers of a question."""
        self.velden.append(vraag)
        self.blad.get_by_role("group", name=vraag).get_by_label(antwoord, exact=True).first.check()


# The gate has twenty minutes; without script in bin/test alles.
@pytest.fixture(
    params=[
        pytest.param(True, id="met script"),
        pytest.param(False, id="zonder script", marks=pytest.mark.alles),
    ]
)
def begin(
    request: pytest.FixtureRequest, open_venster: OpenVenster, eigen_huis: Huis
) -> Iterator[Callable[[str], Hand]]:
    """Opens Mijn werk of somebody; what comes after it may not take too long."""

    def op_mijn_werk(wie: str) -> Hand:
        scherm = open_venster(eigen_huis, als=wie, script=request.param)
        scherm.open("/werk/")
        return Hand(scherm)

    begonnen = time.monotonic()
    yield op_mijn_werk
    assert time.monotonic() - begonnen < MEESTE_SECONDEN


def test_1_een_notitie_in_een_zaak(begin: Callable[[str], Hand]) -> None:
    hand = begin(REGISSEUR)

    hand.klik(hand.blad.get_by_role("region", name="Mijn zaken").get_by_role("link").first)
    hand.typ("Notitie", "Belde net: het gaat goed.")
    hand.klik(hand.knop("Notitie opslaan"))

    expect(hand.blad.get_by_text("Je notitie is opgeslagen.")).to_be_visible()
    expect(hand.blad.get_by_text("Belde net: het gaat goed.").first).to_be_visible()
    assert (len(hand.klikken), len(hand.velden)) == (2, 1)


def test_2_een_persoon_zoeken(begin: Callable[[str], Hand]) -> None:
    hand = begin(REGISSEUR)

    hand.blad.get_by_role("main").press("/")
    zoek = hand.blad.get_by_role("searchbox").or_(hand.blad.get_by_role("combobox"))
    with hand.blad.expect_navigation():
        zoek.first.fill("vanderzwaluwenburg")
        zoek.first.press("Enter")
    if "/zaken/zoeken" in hand.blad.url:
        hand.klik(hand.blad.get_by_role("main").get_by_role("link", name="ZVH-2022-0001").first)

    assert hand.blad.get_by_role("heading", level=1).inner_text() == "ZVH-2022-0001"
    assert len(hand.klikken) <= 1


def test_5_een_afspraak_afvinken_en_verzetten(begin: Callable[[str], Hand]) -> None:
    hand = begin(REGISSEUR)
    eerste = hand.knop("Gereed")
    wat = " ".join(eerste.inner_text().split()).partition(": ")[2]

    hand.klik(eerste)
    assert len(hand.klikken) == 1
    rij = hand.blad.get_by_role("row").filter(has_text=wat)
    hand.klik(rij.get_by_role("button", name="Ongedaan maken").first)
    hand.klikken.clear()
    hand.klik(hand.link(wat))
    hand.typ("Uiterlijk", "over 3 weken")
    hand.klik(hand.knop("Afspraak opslaan"))

    assert (len(hand.klikken), len(hand.velden)) == (2, 1)


def test_7_een_aanmelding_innemen_en_beslissen(begin: Callable[[str], Hand]) -> None:
    hand = begin(REGISSEUR)

    hand.klik(hand.link("Aanmeldingen"))
    hand.klik(hand.blad.get_by_role("region", name="Wacht op triage").get_by_role("link").first)
    hand.klik(hand.link("Besluit vastleggen"))
    for vraag in CRITERIA + HUISCRITERIA:
        hand.kruis(vraag, "Ja")
    for reden in hand.blad.get_by_label("Waarom vinden de deelnemers dat?").all():
        hand.velden.append("Waarom vinden de deelnemers dat?")
        reden.fill("Dat blijkt uit de aanmelding.")
    # Who decides at the weekly table stands there already.
    hand.kies("Is beslisser 1 het eens?", "Ja")
    hand.kies("Is beslisser 2 het eens?", "Ja")
    hand.kruis("Wat is het besluit?", "Procesregie")
    hand.klik(hand.knop("Besluit vastleggen"))

    expect(hand.blad.get_by_label("Notitie", exact=True)).to_be_visible()
    # The ideal is two clicks; the page of the aanmelding stands between, and saving.
    assert (len(hand.klikken), len(hand.velden)) == (4, 15)


def test_8_een_vraag_van_het_huis_beantwoorden(begin: Callable[[str], Hand]) -> None:
    hand = begin(PARTNER)

    hand.klik(hand.blad.get_by_role("region", name="Vragen aan jou").get_by_role("link").first)
    hand.typ("Je antwoord", "Zij komt elke week.")
    hand.kruis("Wie mag dit zien?", "Iedereen in deze zaak")
    hand.kies("Wat voor gegeven is het?", "Gezondheid")
    hand.velden.append("Ik heb een beroepsgeheim")
    hand.blad.get_by_label("Ik heb een beroepsgeheim").check()
    hand.kies("Waarom mag je het delen?", "Uitdrukkelijke toestemming")
    hand.typ("Leg dat uit in een zin", "Zij tekende er zelf voor.")
    hand.klik(hand.knop("Antwoord geven"))

    expect(hand.blad.get_by_text("Zij komt elke week.").first).to_be_visible()
    assert (len(hand.klikken), len(hand.velden)) == (2, 6)


def test_9_een_zaak_sluiten(begin: Callable[[str], Hand]) -> None:
    hand = begin(REGISSEUR)
    naar_casus("C-00801", hand.venster)

    hand.klik(hand.link("Afsluiten"))
    hand.klik(hand.link("Besluit om te sluiten opschrijven"))
    for doel in hand.blad.get_by_role("group").filter(has_text="Doel: ").all():
        hand.velden.append("Doel")
        doel.get_by_label("Doel gerealiseerd").check()
    hand.kruis("Wat is er bereikt?", "Doel gerealiseerd")
    hand.kies("Waarom sluit de zaak?", "Doelen gerealiseerd")
    hand.typ("Licht het besluit toe", "Het gaat al maanden goed.")
    hand.kruis("Weet de betrokkene dat de zaak sluit?", "Ja")
    hand.typ("Op welke dag?", f"{vandaag():%d-%m-%Y}")
    # Who decides at the weekly table stands there already.
    hand.kies("Is beslisser 1 het eens?", "Ja")
    hand.kies("Is beslisser 2 het eens?", "Ja")
    hand.klik(hand.knop("Besluit laten nakijken"))

    expect(hand.blad.get_by_text("Een andere regisseur kijkt dit na.")).to_be_visible()
    assert len(hand.klikken) == 3
    # As it was, for the next.
    hand.klik(hand.link("Voorstel terugnemen"))
    hand.typ("Waarom neem je het voorstel terug?", "Te vroeg.")
    hand.klik(hand.knop("Voorstel terugnemen"))


def test_10_een_cijfer_opzoeken(begin: Callable[[str], Hand]) -> None:
    hand = begin(REGISSEUR)

    hand.klik(hand.link("Cijfers"))
    hand.klik(hand.blad.get_by_role("region", name="Per onderwerp").get_by_role("link").first)
    with hand.blad.expect_download() as opgehaald:
        hand.link("Download als CSV").click()
    hand.klikken.append("CSV")

    assert opgehaald.value.suggested_filename.endswith(".csv")
    assert len(hand.klikken) == 3
