# SPDX-License-Identifier: EUPL-1.2
"""The pages of an aanmelding that opened no casus."""

from functools import partial

from tests.browser.bladzijde import Bladzijde, naar, stuur_als_tweede
from tests.browser.venster import Venster

_REGISSEUR = "Amira Terpstra"


def _zonder_antwoord(knop: str, venster: Venster) -> None:
    """The first one without an answer here, and what can be done there."""
    venster.open("/aanmeldingen/")
    rij = venster.blad.locator("tr", has_text="Buiten Vangnet").first
    with venster.blad.expect_navigation():
        rij.locator("th a").click()
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name=knop).click()


def _brief(venster: Venster) -> None:
    _zonder_antwoord("Antwoord geven", venster)
    venster.blad.get_by_label("In een brief of mail van het huis").check()
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Antwoord vastleggen").click()


def _te_laat(venster: Venster) -> None:
    """A colleague told the aanmelder first."""
    _zonder_antwoord("Antwoord geven", venster)
    venster.blad.get_by_label("Wat wil je erbij zeggen?").fill(
        "Bel ons gerust als het weer misgaat."
    )
    venster.blad.get_by_label("In een brief of mail van het huis").check()
    stuur_als_tweede("Antwoord vastleggen", venster)


def _al_besloten(venster: Venster) -> None:
    """A decision on one that waits, sent to one on which was decided."""
    _zonder_antwoord("Antwoord geven", venster)
    besloten = venster.blad.url.rsplit("/", 1)[0] + "/besluit"
    venster.open("/aanmeldingen/")
    for link in (
        venster.blad.locator("tbody th a").first,
        venster.blad.get_by_role("link", name="Besluit vastleggen"),
    ):
        with venster.blad.expect_navigation():
            link.click()
    venster.blad.get_by_label("Advies", exact=True).check()
    formulier = venster.blad.locator("main form", has_text="Besluit vastleggen")
    formulier.evaluate("(een, adres) => { een.action = adres; }", besloten)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Besluit vastleggen").click()


def _bijlagen(venster: Venster, *verder: str) -> None:
    """The documents of the aanmelding that has some, and what can be opened from there."""
    venster.open("/aanmeldingen/")
    for link in ("AM-DEMO-1", "Documenten toevoegen of weghalen", *verder):
        with venster.blad.expect_navigation():
            venster.blad.get_by_role("link", name=link).first.click()


def _bijlagen_fout(venster: Venster) -> None:
    _bijlagen(venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Documenten toevoegen").click()


def _twee_vensters(venster: Venster) -> None:
    """A draft that another window changed meanwhile."""
    venster.open("/aanmeldingen/nieuw")
    venster.blad.get_by_label("Achternaam").fill("Tweevoud")
    venster.blad.get_by_text("Concept bewaard om").wait_for()
    formulier = venster.blad.locator("#melding")
    formulier.evaluate(
        "een => { const inhoud = new FormData(een); inhoud.set('doel', 'Rust in de straat.');"
        " return fetch('/aanmeldingen/concept', {method: 'POST', body: inhoud}); }"
    )
    venster.blad.get_by_label("Wat moet er anders worden?").fill("Een huis.")
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Bewaar als concept").click()


def _triagetafel(venster: Venster) -> None:
    """The weekly table, by its kind in the list of what comes."""
    venster.open("/overleggen/")
    rij = venster.blad.get_by_role("region", name="Wat komt").locator("tr", has_text="Triagetafel")
    with venster.blad.expect_navigation():
        rij.first.get_by_role("link").first.click()


AANMELDEN = {
    "aanmelden:nieuw twee vensters": Bladzijde(_twee_vensters, als="Bram Douma", stand=409),
    "overleg:agenda triage": Bladzijde(_triagetafel, als=_REGISSEUR),
    "aanmelden:vaste": Bladzijde(naar("/aanmeldingen/vaste-beslissers"), als=_REGISSEUR),
    "aanmelden:corrigeren": Bladzijde(
        partial(_zonder_antwoord, "Besluit verbeteren"), als=_REGISSEUR
    ),
    "aanmelden:bijlagen": Bladzijde(_bijlagen, als=_REGISSEUR),
    "aanmelden:bijlagen fout": Bladzijde(_bijlagen_fout, als=_REGISSEUR, stand=422),
    "aanmelden:bijlage": Bladzijde(
        lambda venster: _bijlagen(venster, "brief-buren.pdf"), als=_REGISSEUR
    ),
    "aanmelden:uitkomst": Bladzijde(partial(_zonder_antwoord, "Antwoord geven"), als=_REGISSEUR),
    "aanmelden:uitkomst te laat": Bladzijde(_te_laat, als=_REGISSEUR, stand=409),
    "aanmelden:besluit te laat": Bladzijde(_al_besloten, als=_REGISSEUR, stand=409),
    "aanmelden:brief": Bladzijde(_brief, als=_REGISSEUR),
}
