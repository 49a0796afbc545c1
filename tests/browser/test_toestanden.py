# SPDX-License-Identifier: EUPL-1.2
"""Pages when things are not as usual: wrong input, nothing yet, long names, on paper."""

import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.bladzijden import BLADZIJDEN, bied_aan, pakket
from tests.browser.conftest import OpenVenster
from tests.browser.huizen import LANGE_NAAM, Huis
from tests.browser.venster import BEHEERDER, MANAGER, ONDERSTEUNER, Venster

pytestmark = pytest.mark.browser
BEVESTIGEN = "/beheer/bevestigen"
PDF = FilePayload(name="lijst.pdf", mimeType="application/pdf", buffer=b"%PDF")


@pytest.fixture
def verkeerd(open_venster: OpenVenster, demohuis: Huis) -> Venster:
    """The page for import after the upload of another kind of file."""
    venster = open_venster(demohuis, als=ONDERSTEUNER)
    bied_aan(venster, PDF)
    venster.blad.get_by_role("alert").wait_for()
    return venster


def test_een_verkeerd_bestand_geeft_422_en_een_titel_die_het_zegt(verkeerd: Venster) -> None:
    assert (verkeerd.stand, verkeerd.blad.title().split()[0]) == (422, "Fout:")


def test_het_overzicht_van_fouten_heeft_de_focus(verkeerd: Venster) -> None:
    expect(verkeerd.blad.get_by_role("alert")).to_be_focused()


def test_een_fout_in_het_overzicht_leidt_naar_haar_veld(verkeerd: Venster) -> None:
    verkeerd.blad.get_by_role("alert").get_by_role("link").click()

    expect(verkeerd.blad.get_by_label("Registerpakket")).to_be_focused()


def test_met_script_komt_de_uitkomst_van_de_proef_vanzelf(
    open_venster: OpenVenster, demohuis: Huis, werker: None
) -> None:
    venster = open_venster(demohuis, als=ONDERSTEUNER)
    bied_aan(venster, pakket())

    expect(venster.blad.get_by_text("Het pakket klopt")).to_be_visible()
    expect(venster.blad.get_by_role("button", name="Invoeren", exact=True)).to_be_visible()


LEEG = {
    "/cijfers/": "Er is nog niets geteld",
    "/cijfers/controles": "Niets gevonden.",
    "/cijfers/thema/zaken": "Nieuwe zaken",
    "/zaken/": "Er zijn nog geen zaken",
    "/invoer/": "Je hebt nog niets ingevoerd.",
}


@pytest.mark.parametrize("pad", LEEG)
def test_een_leeg_huis_zegt_wat_er_komt(
    pad: str, open_venster: OpenVenster, leeg_huis: Huis
) -> None:
    venster = open_venster(leeg_huis, als=ONDERSTEUNER, breedte=320)

    assert venster.open(pad) == 200
    assert LEEG[pad] in venster.blad.locator("main").inner_text()
    assert (venster.bezwaren(), venster.schuift_opzij()) == ([], False)


@pytest.mark.parametrize("breedte", [320, 1280])
def test_een_lange_naam_blijft_binnen_haar_vak(
    breedte: int, open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als=ONDERSTEUNER, breedte=breedte)
    BLADZIJDEN["zaken:casus lange-naam"].ga(venster)
    buiten = "e => e.scrollWidth > e.clientWidth"

    for vak in venster.blad.locator(".paneel, .identiteit").filter(has_text=LANGE_NAAM).all():
        assert not vak.evaluate(buiten)


def test_op_papier_staat_de_inhoud_zonder_knoppen_en_menu(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als=ONDERSTEUNER)
    BLADZIJDEN["zaken:casus"].ga(venster)
    venster.blad.emulate_media(media="print")

    for weg in ("nav >> nth=0", ".zoek", ".kop__rechts"):
        expect(venster.blad.locator(weg)).to_be_hidden()
    expect(venster.blad.get_by_text("Bewaar dit papier veilig")).to_be_visible()
    expect(venster.blad.get_by_role("heading", name="Over deze zaak")).to_be_visible()


def test_op_papier_staan_ook_dichtgeklapte_cijfers(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als=ONDERSTEUNER)
    venster.open("/cijfers/thema/advies?jaar=2022")
    venster.blad.emulate_media(media="print")

    expect(venster.blad.locator(".uitleg:not([open]) > :not(summary)").first).to_be_visible()


def test_een_naam_zonder_spaties_duwt_de_bladzijden_van_het_beheer_niet_opzij(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    lang = "Zonderspaties" * 10
    beheer = open_venster(demohuis, als=BEHEERDER)
    beheer.open("/beheer/gebruikers/nieuw")
    beheer.blad.get_by_label("E-mailadres").fill("zonderspaties@proef.invalid")
    beheer.blad.get_by_label("Naam").fill(lang)
    with beheer.blad.expect_navigation():
        beheer.blad.get_by_role("button", name="Account maken").click()
    account = beheer.blad.url.removeprefix(demohuis.adres)
    _geef_rol(beheer)
    beheer.open("/beheer/gebruikers/")
    assert not beheer.blad.locator(".tabelvak").evaluate("e => e.scrollWidth > e.clientWidth")

    beheer.blad.set_viewport_size({"width": 360, "height": 900})
    manager = open_venster(demohuis, als=MANAGER, breedte=360)
    breder = []
    for wie, pad in ((beheer, "/beheer/gebruikers/"), (beheer, account), (manager, BEVESTIGEN)):
        wie.open(pad)
        assert lang in wie.blad.locator("main").inner_text()
        breder += [pad] if wie.schuift_opzij() else []
    assert breder == []


def _geef_rol(venster: Venster) -> None:
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="Rol geven").click()
    venster.blad.get_by_label("Rol", exact=True).select_option("procesregisseur")
    venster.blad.get_by_label("Aangewezen door").select_option(index=1)
    venster.blad.get_by_role("radio").first.check()
    venster.blad.get_by_label("Datum van de VOG of de screening").fill("5-1-2026")
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Rol geven").click()
    assert venster.stand == 200


def test_de_stand_van_een_deelnemer_staat_er_op_een_telefoon_helemaal(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als=ONDERSTEUNER, breedte=360)
    BLADZIJDEN["delen:overzicht"].ga(venster)
    buiten = "e => e.getBoundingClientRect().right > e.closest('td').getBoundingClientRect().right"
    chip = venster.blad.locator("td .chip").first
    chip.evaluate("e => { e.textContent = 'Doet mee, nog niemand op naam' }")

    assert not chip.evaluate(buiten)
