# SPDX-License-Identifier: EUPL-1.2
"""The three tasks of the street at 360 × 740, by touch (gebruik.md, bar 25)."""

import re
from collections.abc import Iterator
from itertools import count

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.huizen import Huis
from tests.browser.onderweg import BEGELEIDER, EERSTE
from tests.browser.venster import Venster, venster

pytestmark = pytest.mark.browser
_TIKKEN, _DOEL, _KLEINSTE_DOEL = 4, 44, 24
# Of an appointment, each time another: the same one is there already.
_UUR = count(9)
# What a system font of 200 % does: the root is twice as large.
_LETTER = """addEventListener("DOMContentLoaded", () => {
    document.documentElement.style.fontSize = "%s";
})"""
# All that can be tapped, but for a link in a sentence (WCAG 2.5.8).
_TE_KLEIN = """(kleinst) => [
    ...document.querySelectorAll("a, button, input, select, textarea, summary")]
    .filter((e) => e.type !== "hidden" && e.checkVisibility())
    .filter((e) => !e.matches(".alleen-voorlezen, .overslaan, p a:not(.knop)"))
    .filter((e) => {
        const doel = e.type === "checkbox" || e.type === "radio" ? e.closest("label") || e : e;
        const vak = doel.getBoundingClientRect();
        return Math.min(vak.width, vak.height) < kleinst;
    }).map((e) => e.outerHTML.slice(0, 90))"""


class Duim:
    """Taps, counted; each primary target is measured on the way."""

    def __init__(self, blad: Page) -> None:
        self.blad, self.tikken = blad, 0

    def tik(self, doel: Locator) -> None:
        """One tap on a target that a thumb can hit."""
        vak = doel.bounding_box()
        assert vak is not None
        assert min(vak["width"], vak["height"]) >= _DOEL, doel
        self.tikken += 1
        doel.tap()

    def knop(self, naam: str) -> Locator:
        """A button or link of the page by its words."""
        link = self.blad.locator("main").get_by_role("link", name=naam, exact=True)
        return link.or_(self.blad.locator("main").get_by_role("button", name=naam)).first


@pytest.fixture
def telefoon(chromium: Browser, demohuis: Huis) -> Iterator[Venster]:
    """A phone in one hand, on the start page of a trajectbegeleider."""
    with venster(chromium, demohuis) as ander:
        ander.log_in(BEGELEIDER)
        staat = ander.blad.context.storage_state()
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, locale="nl-NL", storage_state=staat
    )
    context.set_default_timeout(40_000)
    open_ = Venster(demohuis, context.new_page())
    open_.open("/")
    yield open_
    assert open_.meldingen == []
    context.close()


@pytest.fixture(params=["", "200%"], ids=["gewone letter", "grote letter"])
def duim(request: pytest.FixtureRequest, telefoon: Venster) -> Duim:
    """A thumb on the phone, also with the letters of the system twice as large."""
    if request.param:
        telefoon.blad.add_init_script(_LETTER % request.param)
        telefoon.blad.reload()
    return Duim(telefoon.blad)


def _tekst_is_er(blad: Page, tekst: str) -> int:
    """How often this note stands on the page of the casus, beside the line that can undo it."""
    blad.goto(blad.url.split("/notitie")[0].replace("/onderweg/", "/zaken/"))
    op_de_zaak = blad.locator(":not(.melding *)")
    return blad.get_by_text(tekst, exact=True).and_(op_de_zaak).count()


def test_een_notitie_kost_hooguit_vier_tikken(duim: Duim) -> None:
    duim.tik(duim.blad.locator(EERSTE).first)
    duim.tik(duim.knop("Notitie"))
    duim.tik(duim.blad.get_by_label("Notitie"))
    duim.blad.keyboard.type("Deur niet open, morgen weer.")
    duim.tik(duim.knop("Notitie opslaan"))

    expect(duim.blad.get_by_text("Je notitie is opgeslagen.")).to_be_visible()
    assert duim.tikken <= _TIKKEN


def test_een_volgende_afspraak_kost_hooguit_vier_tikken(duim: Duim) -> None:
    duim.tik(duim.blad.locator(EERSTE).first)
    duim.tik(duim.knop("Volgende afspraak"))
    duim.tik(duim.blad.get_by_label("Welke dag?"))
    duim.blad.keyboard.type("morgen")
    duim.blad.keyboard.press("Tab")  # the key "next" of the keyboard of a phone
    duim.blad.keyboard.type(f"{next(_UUR)}:00")
    duim.tik(duim.knop("Afspraak opslaan"))

    expect(duim.blad.get_by_text("De afspraak staat:")).to_be_visible()
    assert duim.tikken <= _TIKKEN


def test_een_partner_bellen_en_opschrijven_kost_hooguit_vier_tikken(duim: Duim) -> None:
    duim.tik(duim.blad.locator(EERSTE).first)
    duim.tik(duim.knop("Bel een partner"))
    bellen = duim.blad.locator("a[href^='tel:']").first
    expect(bellen).to_have_attribute("href", re.compile(r"^tel:\+?\d+$"))
    duim.tikken += 1  # opens the telephone, which a browser on a server has not
    duim.tik(duim.knop("Gesproken"))

    expect(duim.blad.get_by_text("Opgeschreven.")).to_be_visible()
    assert duim.tikken <= _TIKKEN


def test_wie_naar_de_deur_gaat_ziet_zonder_schuiven_voor_wie_het_onveilig_is(
    telefoon: Venster,
) -> None:
    blad = telefoon.blad
    onveilig = blad.locator(EERSTE).filter(has_text="⚠ Veiligheid").first
    onveilig.tap()

    melding = blad.locator("main .melding--waarschuwing")
    expect(melding).to_contain_text(re.compile(r"Veiligheid\s.* · .*\(.*\d{4}\)", re.DOTALL))
    boven, knop = melding.bounding_box(), blad.get_by_role("link", name="Notitie").bounding_box()
    assert boven is not None
    assert knop is not None
    assert boven["y"] + boven["height"] <= knop["y"] < 740
    assert not telefoon.schuift_opzij()


def test_een_notitie_zonder_verbinding_blijft_staan_en_wordt_een_keer_verstuurd(
    telefoon: Venster,
) -> None:
    blad, tekst = telefoon.blad, "Belde zelf: de huur is betaald."
    blad.locator(EERSTE).first.tap()
    blad.get_by_role("link", name="Notitie", exact=True).tap()
    blad.get_by_label("Notitie").fill(tekst)
    opslaan = blad.get_by_role("button", name="Notitie opslaan")

    blad.context.set_offline(True)
    opslaan.tap()
    melding = blad.get_by_role("alert")
    expect(melding).to_contain_text("Geen verbinding. Wat je typte, staat er nog")
    expect(melding).to_be_in_viewport()
    blad.wait_for_timeout(2_500)
    assert blad.get_by_label("Notitie").input_value() == tekst
    assert telefoon.neem_klachten() != []

    blad.context.set_offline(False)
    opslaan.tap()
    expect(melding).to_have_count(0)
    expect(blad.get_by_text("Je notitie is opgeslagen.")).to_be_visible()
    assert _tekst_is_er(blad, tekst) == 1


def test_een_antwoord_dat_onderweg_verloren_gaat_maakt_geen_tweede_notitie(
    telefoon: Venster,
) -> None:
    blad, tekst = telefoon.blad, "Samen naar de balie geweest."
    blad.locator(EERSTE).first.tap()
    blad.get_by_role("link", name="Notitie", exact=True).tap()
    blad.get_by_label("Notitie").fill(tekst)

    # The server gets it; the answer never comes.
    blad.route("**/notitie", lambda route: (route.fetch(max_redirects=0), route.abort()))
    blad.get_by_role("button", name="Notitie opslaan").tap()
    blad.wait_for_timeout(2_500)
    assert blad.get_by_label("Notitie").input_value() == tekst
    assert telefoon.neem_klachten() != []

    blad.unroute("**/notitie")
    blad.get_by_role("button", name="Notitie opslaan").tap()
    # Twice: the first one was saved too, and nobody had seen that yet.
    expect(blad.get_by_text("Je notitie is opgeslagen.")).to_have_count(2)
    assert _tekst_is_er(blad, tekst) == 1


@pytest.mark.parametrize("knop", ["", "Notitie", "Volgende afspraak", "Bel een partner"])
def test_elk_doel_is_groot_genoeg_en_het_scherm_past_ook_met_een_grote_letter(
    knop: str, telefoon: Venster
) -> None:
    blad = telefoon.blad
    stappen = [blad.locator(EERSTE).first]
    if knop:
        stappen.append(blad.get_by_role("link", name=knop, exact=True))
    for stap in stappen:
        with blad.expect_navigation():
            stap.tap()
    assert blad.evaluate(_TE_KLEIN, _KLEINSTE_DOEL) == []
    # Far larger than anything: the check finds what is there.
    assert len(blad.evaluate(_TE_KLEIN, 10_000)) > 5
    blad.evaluate("document.documentElement.style.fontSize = '200%'")

    assert not telefoon.schuift_opzij()
    assert blad.evaluate(_TE_KLEIN, _KLEINSTE_DOEL) == []
