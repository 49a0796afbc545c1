# SPDX-License-Identifier: EUPL-1.2
"""The pages of documents, and how one gets there."""

from collections.abc import Sequence
from functools import partial

from tests.browser.bladzijde import Bladzijde, naar_casus
from tests.browser.venster import Venster

_REGISSEUR = "Amira Terpstra"


def _naar_documenten(zaak: str, daarna: Sequence[str], venster: Venster) -> None:
    naar_casus(zaak, venster)
    for naam in ("Documenten", *daarna):
        with venster.blad.expect_navigation():
            venster.blad.get_by_role("link", name=naam).first.click()


def _na_een_fout(venster: Venster) -> None:
    _naar_documenten("C-00806", ("Documenten toevoegen",), venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Documenten toevoegen").click()


def _naar_brief(venster: Venster) -> None:
    _naar_documenten("C-00806", ("Maak een brief",), venster)
    with venster.blad.expect_navigation():
        venster.blad.locator("main .lijst a").first.click()


def _brief_fout(venster: Venster) -> None:
    _naar_brief(venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Brief maken").click()


DOCUMENTEN = {
    "documenten:overzicht": Bladzijde(partial(_naar_documenten, "C-00806", ()), als=_REGISSEUR),
    "documenten:overzicht leeg": Bladzijde(partial(_naar_documenten, "C-00800", ())),
    "documenten:nieuw": Bladzijde(
        partial(_naar_documenten, "C-00806", ("Documenten toevoegen",)), als=_REGISSEUR
    ),
    "documenten:nieuw fout": Bladzijde(_na_een_fout, als=_REGISSEUR, stand=422),
    "documenten:brieven": Bladzijde(
        partial(_naar_documenten, "C-00806", ("Maak een brief",)), als=_REGISSEUR
    ),
    "documenten:brief": Bladzijde(_naar_brief, als=_REGISSEUR),
    "documenten:brief fout": Bladzijde(_brief_fout, als=_REGISSEUR, stand=422),
    "documenten:document": Bladzijde(
        partial(_naar_documenten, "C-00806", ("Brief over",)), als=_REGISSEUR
    ),
    "documenten:vernieuwen": Bladzijde(
        partial(_naar_documenten, "C-00806", ("Brief over", "Nieuwe versie")), als=_REGISSEUR
    ),
}
