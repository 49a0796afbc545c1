# SPDX-License-Identifier: EUPL-1.2
"""One text field in two windows, in a real browser: nothing that was typed is lost."""

from functools import partial

import pytest
from playwright.sync_api import Dialog, Locator, Route, expect

from tests.browser.bladzijde import naar_casus
from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import MANAGER, Venster

pytestmark = pytest.mark.browser
_BEWAARD = "Concept bewaard om"


def _typ_notitie(venster: Venster, tekst: str) -> None:
    """Until the form knows that it was kept."""
    merk = venster.blad.locator("#id_merk")
    was = merk.input_value()
    venster.blad.get_by_label("Notitie", exact=True).fill(tekst)
    expect(merk).not_to_have_value(was)


def test_een_notitie_opslaan_laat_het_andere_venster_met_rust(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    eerste, tweede = (open_venster(eigen_huis, als="Amira Terpstra") for _ in range(2))
    naar_casus("C-00806", eerste)
    _typ_notitie(eerste, "Een.")
    naar_casus("C-00806", tweede)
    _typ_notitie(tweede, "Twee.")
    eerste.blad.get_by_role("button", name="Notitie opslaan").click()
    eerste.blad.locator(".tijdlijn__tekst").filter(has_text="Een.").wait_for()

    naar_casus("C-00806", tweede)
    expect(tweede.blad.get_by_label("Notitie", exact=True)).to_have_value("Twee.")


def _accepteer(gevraagd: list[str], vraag: Dialog) -> None:
    gevraagd.append(vraag.type)
    vraag.accept()


@pytest.mark.parametrize(
    ("tekst", "vraagt"), [("Twee.", ["beforeunload"]), ("", [])], ids=["getypt", "leeggemaakt"]
)
def test_een_ander_formulier_versturen_vraagt_eerst_of_de_tekst_weg_mag(
    tekst: str, vraagt: list[str], open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    eerste, tweede = (open_venster(eigen_huis, als="Amira Terpstra") for _ in range(2))
    for venster in (eerste, tweede):
        naar_casus("C-00806", venster)
    _typ_notitie(eerste, f"Eerst, en dan {tekst or 'niets'}")
    veld = tweede.blad.get_by_label("Notitie", exact=True)
    veld.press_sequentially("Twee.")
    expect(tweede.blad.get_by_text("wordt nu niet bewaard")).to_be_visible()
    veld.fill(tekst)
    gevraagd: list[str] = []
    tweede.blad.on("dialog", partial(_accepteer, gevraagd))

    with tweede.blad.expect_navigation():
        tweede.blad.locator("#zoek").fill("xqz")
        tweede.blad.get_by_role("button", name="Zoeken", exact=True).click()

    assert gevraagd == vraagt


def test_wie_versturen_afbrak_wordt_later_weer_gevraagd(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    eerste, tweede = (open_venster(eigen_huis, als="Amira Terpstra") for _ in range(2))
    for venster in (eerste, tweede):
        naar_casus("C-00806", venster)
    _typ_notitie(eerste, "Eerst, voor het afbreken.")
    tweede.blad.get_by_label("Notitie", exact=True).press_sequentially("Twee.")
    expect(tweede.blad.get_by_text("wordt nu niet bewaard")).to_be_visible()
    # The answer of a server that is busy: the page stays.
    tweede.blad.route("**/notitie", lambda vraag: vraag.fulfill(status=204, body=""))
    tweede.blad.get_by_role("button", name="Notitie opslaan").click()
    tweede.blad.wait_for_timeout(2500)
    gevraagd: list[str] = []
    tweede.blad.on("dialog", partial(_accepteer, gevraagd))

    with tweede.blad.expect_navigation():
        tweede.blad.reload()

    assert gevraagd == ["beforeunload"]


@pytest.mark.parametrize("daarna", ["herladen", "opslaan"])
def test_wat_niet_te_bewaren_was_gaat_niet_ongevraagd_weg(
    daarna: str, open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    eerste, tweede = (open_venster(eigen_huis, als="Amira Terpstra") for _ in range(2))
    for venster in (eerste, tweede):
        naar_casus("C-00806", venster)
    _typ_notitie(eerste, f"Eerst, voor het {daarna}.")
    tweede.blad.get_by_label("Notitie", exact=True).press_sequentially("Twee.")
    expect(tweede.blad.get_by_text("wordt nu niet bewaard")).to_be_visible()
    gevraagd: list[str] = []
    tweede.blad.on("dialog", partial(_accepteer, gevraagd))

    with tweede.blad.expect_navigation():
        if daarna == "herladen":
            tweede.blad.reload()
        else:
            tweede.blad.get_by_role("button", name="Notitie opslaan").click()

    assert gevraagd == (["beforeunload"] if daarna == "herladen" else [])
    veld = tweede.blad.get_by_label("Notitie", exact=True)
    expect(veld).to_have_value(f"Eerst, voor het {daarna}.")


def _aanmelding_in_twee(
    open_venster: OpenVenster, eigen_huis: Huis
) -> tuple[Venster, Venster, Locator]:
    """Two windows that typed in another field of one draft; the second one with both."""
    eerste, tweede = (open_venster(eigen_huis, als="Bram Douma") for _ in range(2))
    eerste.open("/aanmeldingen/nieuw")
    eerste.blad.get_by_label("Achternaam").fill("Proef")
    expect(eerste.blad.get_by_text(_BEWAARD)).to_be_visible()
    with eerste.blad.expect_navigation():
        eerste.blad.get_by_role("button", name="Bewaar als concept").click()
    with eerste.blad.expect_navigation():
        eerste.blad.get_by_role("link", name="Proef").first.click()
    tweede.open(eerste.blad.url.removeprefix(eigen_huis.adres))
    eerste.blad.get_by_label("Wat is er al geprobeerd").fill("De wijkagent kwam langs.")
    expect(eerste.blad.get_by_text(_BEWAARD)).to_be_visible()
    anders = tweede.blad.get_by_label("Wat moet er anders worden?")
    anders.fill("Rust in de straat.")
    expect(tweede.blad.get_by_text("In een ander venster staat een nieuwere")).to_be_visible()
    with tweede.blad.expect_navigation():
        tweede.blad.get_by_role("button", name="Voeg samen").click()
    return eerste, tweede, anders


def _zonder_antwoord(bewaard: list[str], onderweg: Route) -> None:
    """The house has it, and the page never hears so."""
    onderweg.fetch()
    bewaard.append(onderweg.request.post_data or "")


def _vul_in(venster: Venster) -> Locator:
    """All but the day of birth, which is given."""
    venster.open("/aanmeldingen/nieuw")
    blad = venster.blad
    blad.get_by_label("Achternaam").fill("Onderweg")
    for vraag in (
        "Wat is er aan de hand?",
        "Wat moet er anders worden?",
        "Wat is er al geprobeerd",
    ):
        blad.get_by_label(vraag).fill("Hij slaapt in zijn auto.")
    for groep in ("Voor wie is het onveilig?", "Weet de persoon van deze aanmelding?"):
        blad.get_by_role("group", name=groep).locator("input").first.check()
    expect(blad.get_by_text(_BEWAARD)).to_be_visible()
    return blad.get_by_label("Geboortedatum")


@pytest.mark.parametrize("eerst_fout", [False, True])
def test_wat_nog_onderweg_is_botst_niet_met_versturen(
    eerst_fout: bool, open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    """One window: what it keeps itself is no text of another."""
    venster, bewaard = open_venster(eigen_huis, als="Bram Douma"), list[str]()
    blad, dag = venster.blad, _vul_in(venster)
    versturen = blad.get_by_role("button", name="Aanmelding versturen")
    blad.route("**/aanmeldingen/concept", partial(_zonder_antwoord, bewaard))
    dag.fill("1-1-1850")
    for _keer in range(60):
        blad.wait_for_timeout(200)
        if "1850" in "".join(bewaard):
            break
    assert "1850" in "".join(bewaard)
    if eerst_fout:
        with blad.expect_navigation():
            versturen.click()
        assert venster.stand == 422
    dag.fill("12-3-1988")
    with blad.expect_navigation():
        versturen.click()

    expect(blad.get_by_text("Je aanmelding is verstuurd.")).to_be_visible()
    expect(
        blad.get_by_text("12-03-1988").or_(blad.get_by_text("12 maart 1988")).first
    ).to_be_visible()


def test_na_een_fout_bewaart_dezelfde_bladzijde_gewoon_verder(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    """Also of the very first letter nobody heard whether it was kept."""
    venster, bewaard = open_venster(eigen_huis, als="Bram Douma"), list[str]()
    blad = venster.blad
    venster.open("/aanmeldingen/nieuw")
    blad.route("**/aanmeldingen/concept", partial(_zonder_antwoord, bewaard))
    blad.get_by_label("Achternaam").fill("Eerst")
    for _keer in range(60):
        blad.wait_for_timeout(200)
        if bewaard:
            break
    with blad.expect_navigation():
        blad.get_by_role("button", name="Aanmelding versturen").click()
    blad.unroute("**/aanmeldingen/concept")
    blad.get_by_label("Achternaam").fill("Anders")

    assert venster.stand == 422
    expect(blad.locator("#bewaard")).to_contain_text(_BEWAARD)


def test_een_aanmelding_in_twee_vensters_gaat_samen(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    eerste, tweede, anders = _aanmelding_in_twee(open_venster, eigen_huis)

    geprobeerd = tweede.blad.get_by_label("Wat is er al geprobeerd")
    expect(geprobeerd).to_have_value("De wijkagent kwam langs.")
    expect(anders).to_have_value("Rust in de straat.")
    with tweede.blad.expect_navigation():
        tweede.blad.get_by_role("button", name="Bewaar als concept").click()
    eerste.blad.reload()
    expect(eerste.blad.get_by_label("Wat is er al geprobeerd")).to_have_value(
        "De wijkagent kwam langs."
    )
    expect(eerste.blad.get_by_label("Wat moet er anders worden?")).to_have_value(
        "Rust in de straat."
    )


def test_wie_rollen_naloopt_en_weggaat_vindt_zijn_keuze_terug(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als=MANAGER)
    venster.open("/beheer/ronde")
    venster.blad.get_by_label("Blijft").first.check()
    kreeg: list[str] = []
    venster.blad.on("dialog", partial(_accepteer, kreeg))

    with venster.blad.expect_navigation():
        venster.blad.locator("nav a").first.click()
    venster.open("/beheer/ronde")

    expect(venster.blad.get_by_label("Blijft").first).to_be_checked()
    venster.blad.get_by_role("button", name="Concept weggooien").click()
    expect(venster.blad.get_by_label("Blijft").first).not_to_be_checked()
    assert kreeg == []
