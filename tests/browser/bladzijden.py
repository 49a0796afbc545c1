# SPDX-License-Identifier: EUPL-1.2
"""Every page once, by the name of its address; what follows a space tells variants apart."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from uuid import uuid4

from playwright.sync_api import FilePayload

from tests.bezetting import WACHTWOORD, id_van
from tests.browser.aanmelden import AANMELDEN
from tests.browser.afsluiten import AFSLUITEN
from tests.browser.beeld import BEELD
from tests.browser.bladzijde import Bladzijde
from tests.browser.bladzijde import naar as _naar
from tests.browser.bladzijde import naar_casus as _naar_casus
from tests.browser.documenten import DOCUMENTEN
from tests.browser.dossierpakketten import DOSSIERPAKKETTEN
from tests.browser.mensen import MENSEN
from tests.browser.onderweg import ONDERWEG
from tests.browser.overleg import OVERLEG
from tests.browser.steekproeven import STEEKPROEVEN
from tests.browser.venster import BEHEERDER, FG, MANAGER, Venster
from tests.browser.voortgang import VOORTGANG
from vangnet.gebruikers.codes import code_van, stap_nu
from vangnet.kerncijfers.catalogus.indicator import Thema
from vangnet.web.fouten import foutpagina

COORDINATOR, _REGISSEUR = "Hinke Dijkstra", "Amira Terpstra"
FOUTEN = (400, 403, 405, 409, 413, 429, 500, 503)


def pakket(soort: str = "kort_advies") -> FilePayload:
    """A package of one advies that is new each time."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        rij = f"v-{uuid4().hex[:8]},2022-05-04,{soort}"
        archief.writestr("adviezen.csv", f"advies_id,datum,soort\n{rij}\n")
    return FilePayload(name="pakket.zip", mimeType="application/zip", buffer=uit.getvalue())


def bied_aan(venster: Venster, bestand: FilePayload) -> None:
    """Upload a file on the page for import."""
    venster.open("/invoer/")
    venster.blad.get_by_label("Registerpakket").set_input_files(bestand)
    venster.blad.get_by_role("button", name="Bekijk wat er verandert").click()


def _naar_tab(naam: str, venster: Venster) -> None:
    _naar_casus("C-00806", venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name=naam, exact=True).click()


def _naar_notitie(venster: Venster) -> None:
    """The overview, after a note without text."""
    _naar_casus("C-00806", venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Notitie opslaan").click()


def _naar_spoor(daarheen: Callable[[str, Venster], None], venster: Venster) -> None:
    """From the page of a casus, or of a person in it."""
    daarheen("ZVH-2022-0001", venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="Wie heeft gekeken").click()


def _naar_delen(daarna: str, venster: Venster) -> None:
    _naar_casus("C-00806", venster)
    for naam in ("Delen & inzage", *([daarna] if daarna else [])):
        with venster.blad.expect_navigation():
            venster.blad.get_by_role("link", name=naam).click()


def _naar_plan(daarna: Sequence[str], venster: Venster) -> None:
    _naar_casus("C-00806", venster)
    for naam in ("Plan & afspraken", *daarna):
        with venster.blad.expect_navigation():
            venster.blad.get_by_role("link", name=naam).first.click()


def _stel_vast(venster: Venster) -> None:
    _naar_plan((), venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Plan vaststellen").click()


def _naar_tekenen(venster: Venster) -> None:
    _stel_vast(venster)
    _naar_plan(("Handtekening vastleggen",), venster)


def _nieuwe_afspraak(venster: Venster) -> None:
    _naar_plan((), venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Afspraak toevoegen").click()


def _naar_eigen_bijdrage(venster: Venster) -> None:
    _naar_casus("C-00806", venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="Aanpassen of intrekken").first.click()


def _naar_overdragen(venster: Venster) -> None:
    venster.open("/zaken/rollen")
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="Overdragen").first.click()


def _naar_bijdrage(naam: str, venster: Venster) -> None:
    _naar_casus("ZVH-2022-0001", venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name=naam).first.click()


def _zoek(naam: str, venster: Venster) -> None:
    venster.open("/zaken/zoeken")
    venster.blad.get_by_label("Zoek een zaak, een persoon of een opdracht").fill(naam)
    venster.blad.keyboard.press("Enter")
    venster.blad.locator("[data-terug-leeg]").wait_for()


def _log_verkeerd_in(venster: Venster) -> None:
    venster.open("/inloggen")
    venster.blad.get_by_label("Wachtwoord").fill("fout")
    venster.blad.get_by_role("button", name="Inloggen", exact=True).click()
    venster.blad.get_by_role("alert").wait_for()


def _naar_taak(soort: str, venster: Venster) -> None:
    bied_aan(venster, pakket(soort))
    venster.blad.get_by_role("heading", name="Aantal rijen").wait_for()


def _volg(venster: Venster, pad: str, *stappen: tuple[str, str]) -> None:
    """Open `pad` and click on links and buttons by name, waiting for each page."""
    venster.open(pad)
    for soort, naam in stappen:
        with venster.blad.expect_navigation():
            venster.blad.get_by_role(soort, name=naam).first.click()  # type: ignore[arg-type]


def _bij_dirk(naam: str, venster: Venster) -> None:
    _volg(venster, "/beheer/gebruikers/", ("link", "Dirk Rijpma"), ("link", naam))


def _teken_ronde(venster: Venster) -> None:
    venster.open("/beheer/ronde")
    for keuze in venster.blad.get_by_label("Blijft").all():
        keuze.check()
    venster.blad.get_by_label("Ik heb elke rol bekeken").check()
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Ronde tekenen").click()
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name=re.compile(r"\d{4} \d\d:\d\d")).first.click()


def _naar_persoon(kenmerk: str, venster: Venster) -> None:
    _naar_casus(kenmerk, venster)
    with venster.blad.expect_navigation():
        venster.blad.locator("[aria-labelledby=betrokkenen] tbody th a").first.click()


def _naar_aanmelding(venster: Venster) -> None:
    venster.open("/aanmeldingen/")
    with venster.blad.expect_navigation():
        venster.blad.locator("tbody th a").first.click()


def _naar_besluit(daarna: str, venster: Venster) -> None:
    """One that waits, which stands on top."""
    _naar_aanmelding(venster)
    stappen = [("link", "Besluit vastleggen"), *([("button", daarna)] if daarna else [])]
    for soort, naam in stappen:
        with venster.blad.expect_navigation():
            venster.blad.get_by_role(soort, name=naam).click()  # type: ignore[arg-type]


def _naar_vraag(venster: Venster) -> None:
    _naar_aanmelding(venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="Vraag aan de aanmelder").click()


def _naar_antwoord(venster: Venster) -> None:
    """The house writes down what it hears on the phone."""
    _naar_vraag(venster)
    venster.blad.get_by_label("Wat wil je weten?").fill("Wie is de behandelaar?")
    for soort, naam in (("button", "Vraag versturen"), ("link", "Vraag beantwoorden")):
        with venster.blad.expect_navigation():
            venster.blad.get_by_role(soort, name=naam).first.click()  # type: ignore[arg-type]


def _vraag_inzage(kenmerk: str, venster: Venster) -> None:
    """Up to the second click; the FG, who may ask as often as it takes."""
    venster.open("/noodtoegang/")
    venster.blad.get_by_label("Kenmerk van de zaak").fill(kenmerk)
    venster.blad.get_by_label("Het dossier hoort bij een audit").check()
    venster.blad.get_by_label("Wat is er aan de hand?").fill("Dit dossier hoort bij de audit.")
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Verder").click()


def open_inzage(kenmerk: str, venster: Venster) -> None:
    _vraag_inzage(kenmerk, venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Zaak nu openen").click()


def _beoordeel(pad: str, venster: Venster) -> None:
    """A manager judges the FG, who has just looked."""
    open_inzage("C-00800", venster)
    venster.blad.context.clear_cookies()
    venster.log_in(MANAGER)
    venster.open("/noodtoegang/beoordelen")
    if pad:
        with venster.blad.expect_navigation():
            venster.blad.locator("tbody th a").first.click()


def _zoek_gebruiker(naam: str, venster: Venster) -> None:
    venster.open("/beheer/gebruikers/")
    venster.blad.get_by_label("Naam of e-mailadres").fill(naam)
    with venster.blad.expect_navigation():
        venster.blad.keyboard.press("Enter")


def _toon_fout(stand: int, venster: Venster) -> None:
    """Pages that come when something breaks; here at an address where nothing has to break."""
    adres = f"{venster.huis.adres}/fout/{stand}"
    venster.blad.route(
        adres,
        lambda vraag: vraag.fulfill(
            status=stand, body=foutpagina(stand).content, content_type="text/html; charset=utf-8"
        ),
    )
    venster.open(f"/fout/{stand}")


def geef_wachtwoord(venster: Venster, wie: str) -> None:
    """The first step, as somebody of the cast."""
    venster.open("/inloggen")
    venster.blad.get_by_label("E-mailadres").fill(f"{wie}@proef.invalid")
    venster.blad.get_by_label("Wachtwoord").fill(WACHTWOORD)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Inloggen", exact=True).click()


def stel_app_in(venster: Venster, wie: str) -> str:
    """The first log-in of somebody of the cast, up to the recovery codes; gives the secret."""
    geef_wachtwoord(venster, wie)
    geheim = venster.blad.locator(".sleutel").text_content() or ""
    geheim = geheim.replace(" ", "")
    venster.blad.get_by_label("Code van zes cijfers").fill(code_van(geheim, stap_nu()))
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="App koppelen").click()
    return geheim


def _naar_tweede_stap(wie: str, pad: str, venster: Venster) -> None:
    stel_app_in(venster, wie)
    venster.blad.context.clear_cookies()
    geef_wachtwoord(venster, wie)
    venster.open(pad)


def _naar_factor(wie: str, venster: Venster) -> None:
    stel_app_in(venster, wie)
    venster.open("/account")
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="App op mijn telefoon").click()


def _naar_bevestigen(wie: str, venster: Venster) -> None:
    """Just after a log-in nothing is asked: an empty answer shows the page all the same."""
    stel_app_in(venster, wie)
    formulier = venster.blad.locator("main form")
    formulier.evaluate("formulier => { formulier.action = '/bevestigen'; }")
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Herstelcodes maken").click()


def _maak_herstelcodes(venster: Venster) -> None:
    venster.open("/account/herstelcodes")
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Herstelcodes maken").click()


BLADZIJDEN: dict[str, Bladzijde] = {
    "begin": Bladzijde(_naar("/"), als="Bram Douma"),
    "inloggen": Bladzijde(_naar("/inloggen"), als=""),
    "inloggen fout": Bladzijde(_log_verkeerd_in, als="", stand=422),
    "inloggen_instellen": Bladzijde(partial(geef_wachtwoord, wie="dirk"), als=""),
    "inloggen_code": Bladzijde(partial(_naar_tweede_stap, "oda", "/inloggen/code"), als=""),
    "inloggen_herstelcode": Bladzijde(
        partial(_naar_tweede_stap, "koos", "/inloggen/herstelcode"), als=""
    ),
    "bevestigen": Bladzijde(partial(_naar_bevestigen, "petra"), als="", stand=422),
    "account": Bladzijde(_naar("/account")),
    "account_app": Bladzijde(_naar("/account/app")),
    "account_passkey": Bladzijde(_naar("/account/passkey")),
    "account_herstelcodes": Bladzijde(_naar("/account/herstelcodes")),
    "account_herstelcodes gemaakt": Bladzijde(_maak_herstelcodes),
    "account_wachtwoord": Bladzijde(_naar("/account/wachtwoord")),
    "account_factor": Bladzijde(partial(_naar_factor, "wim"), als=""),
    "cijfers:oogopslag": Bladzijde(_naar("/cijfers/?jaar=2022")),
    "cijfers:rijen": Bladzijde(_naar("/cijfers/rijen/zaken_aangemeld?jaar=2022")),
    "cijfers:controles": Bladzijde(_naar("/cijfers/controles?jaar=2022")),
    **{
        f"cijfers:thema {thema}": Bladzijde(_naar(f"/cijfers/thema/{thema}?jaar=2022"))
        for thema in Thema
    },
    **{
        f"cijfers:rijen {sleutel}": Bladzijde(_naar(f"/cijfers/rijen/{sleutel}?jaar=2022"))
        for sleutel in ("zaken_aangemeld", "aanmeldingen", "kort_advies", "scenarioteams")
    },
    "aanmelden:lijst": Bladzijde(_naar("/aanmeldingen/")),
    "aanmelden:lijst partner": Bladzijde(_naar("/aanmeldingen/"), als="Bram Douma"),
    "aanmelden:nieuw": Bladzijde(_naar("/aanmeldingen/nieuw"), als="Bram Douma"),
    "aanmelden:nieuw huis": Bladzijde(_naar("/aanmeldingen/nieuw")),
    "aanmelden:nieuw fout": Bladzijde(
        lambda venster: _volg(venster, "/aanmeldingen/nieuw", ("button", "Aanmelding versturen")),
        als="Bram Douma",
        stand=422,
    ),
    "aanmelden:concept": Bladzijde(
        lambda venster: _volg(
            venster,
            "/aanmeldingen/nieuw",
            ("button", "Bewaar als concept"),
            ("link", "Nog zonder naam"),
        ),
        als="Bram Douma",
    ),
    "aanmelden:besluit": Bladzijde(partial(_naar_besluit, ""), als="Amira Terpstra"),
    "aanmelden:besluit fout": Bladzijde(
        partial(_naar_besluit, "Besluit vastleggen"), als="Amira Terpstra", stand=422
    ),
    "aanmelden:vraag": Bladzijde(_naar_vraag, als="Amira Terpstra"),
    "aanmelden:antwoord": Bladzijde(_naar_antwoord, als="Amira Terpstra"),
    "aanmelden:aanmelding": Bladzijde(_naar_aanmelding),
    "zaken:lijst": Bladzijde(_naar("/zaken/")),
    "zaken:lijst gefilterd": Bladzijde(_naar("/zaken/?stand=open&inzet=procesregie")),
    "zaken:lijst niets": Bladzijde(_naar("/zaken/?kenmerk=bestaat-niet")),
    "zaken:casus": Bladzijde(partial(_naar_casus, "C-00800")),
    "zaken:casus lange-naam": Bladzijde(partial(_naar_casus, "ZVH-2022-0001")),
    "zaken:tijdlijn": Bladzijde(partial(_naar_tab, "Tijdlijn")),
    "zaken:personen": Bladzijde(partial(_naar_tab, "Personen & netwerk")),
    "zaken:beeld": Bladzijde(partial(_naar_tab, "Beeld"), als="Amira Terpstra"),
    "zaken:notitie": Bladzijde(_naar_notitie, stand=422),
    "delen:overzicht": Bladzijde(partial(_naar_delen, "")),
    "delen:overzicht regisseur": Bladzijde(partial(_naar_delen, ""), als="Amira Terpstra"),
    "delen:verstrekken": Bladzijde(partial(_naar_delen, "Verstrekking vastleggen")),
    "delen:bijdrage": Bladzijde(_naar_eigen_bijdrage, als="Bram Douma"),
    "werk:begin": Bladzijde(_naar("/werk/"), als="Amira Terpstra"),
    "werk:begin partner": Bladzijde(_naar("/werk/"), als="Bram Douma"),
    "werk:leiding": Bladzijde(_naar("/werk/leiding"), als=MANAGER),
    "werk:begin leeg": Bladzijde(_naar("/werk/"), als="Jelle Wiersma"),
    **AANMELDEN,
    **OVERLEG,
    **BEELD,
    "plan:overzicht": Bladzijde(partial(_naar_plan, ())),
    "plan:overzicht partner": Bladzijde(partial(_naar_plan, ()), als="Bram Douma"),
    "plan:versie": Bladzijde(_stel_vast),
    "plan:tekenen": Bladzijde(_naar_tekenen),
    "plan:doel_nieuw": Bladzijde(partial(_naar_plan, ("Doel toevoegen",))),
    "plan:doel": Bladzijde(partial(_naar_plan, ("Vaste woonplek",))),
    "plan:doel_resultaat": Bladzijde(partial(_naar_plan, ("Resultaat invullen",))),
    "plan:afspraak_nieuw": Bladzijde(_nieuwe_afspraak, stand=422),
    "plan:afspraak": Bladzijde(partial(_naar_plan, ("Vraagt de indicatie",))),
    "plan:afspraak_vervallen": Bladzijde(
        partial(_naar_plan, ("Vraagt de indicatie", "Deze afspraak gaat niet door"))
    ),
    **VOORTGANG,
    **DOCUMENTEN,
    **ONDERWEG,
    **AFSLUITEN,
    **MENSEN,
    "delen:rollen": Bladzijde(_naar("/zaken/rollen"), als=COORDINATOR),
    "delen:overdragen": Bladzijde(_naar_overdragen, als=COORDINATOR),
    "delen:bijdrage_nieuw": Bladzijde(partial(_naar_bijdrage, "Bijdrage toevoegen")),
    "zaken:zoeken": Bladzijde(partial(_zoek, "Vanderzwaluwen")),
    "zaken:zoeken organisatie": Bladzijde(partial(_zoek, "politie")),
    "zaken:zoeken opdracht": Bladzijde(partial(_zoek, "overleg plannen")),
    "zaken:zoeken leeg": Bladzijde(_naar("/zaken/zoeken")),
    "zaken:zoeken niets": Bladzijde(partial(_zoek, "bestaat niet")),
    "zaken:zoeken fout": Bladzijde(partial(_zoek, "x"), stand=422),
    "samenvatting": Bladzijde(_naar("/account/mail")),
    "sneltoetsen": Bladzijde(_naar("/account/sneltoetsen")),
    "help": Bladzijde(_naar("/help")),
    "invoer:begin": Bladzijde(_naar("/invoer/")),
    "invoer:taak": Bladzijde(partial(_naar_taak, "kort_advies")),
    "invoer:taak fouten": Bladzijde(partial(_naar_taak, "lang_advies")),
    "beheer:overzicht": Bladzijde(_naar("/beheer/"), als=BEHEERDER),
    "beheer:gebruikers": Bladzijde(_naar("/beheer/gebruikers/"), als=BEHEERDER),
    "beheer:gebruikers voorbij": Bladzijde(
        _naar("/beheer/gebruikers/?stand=voorbij"), als=BEHEERDER
    ),
    "beheer:gebruikers niets": Bladzijde(partial(_zoek_gebruiker, "bestaat niet"), als=BEHEERDER),
    "beheer:gebruikers fout": Bladzijde(partial(_zoek_gebruiker, "x"), als=BEHEERDER, stand=422),
    "beheer:nieuw": Bladzijde(_naar("/beheer/gebruikers/nieuw"), als=BEHEERDER),
    "beheer:nieuw fout": Bladzijde(
        lambda venster: _volg(venster, "/beheer/gebruikers/nieuw", ("button", "Account maken")),
        als=BEHEERDER,
        stand=422,
    ),
    "beheer:gebruiker": Bladzijde(
        lambda venster: _volg(venster, "/beheer/gebruikers/", ("link", "Joris Wiersma")),
        als=BEHEERDER,
    ),
    "beheer:rol_geven": Bladzijde(partial(_bij_dirk, "Rol geven"), als=BEHEERDER),
    "beheer:account_beeindigen": Bladzijde(partial(_bij_dirk, "Account beëindigen"), als=BEHEERDER),
    "beheer:activering": Bladzijde(
        lambda venster: _volg(
            venster,
            "/beheer/gebruikers/",
            ("link", "Dirk Rijpma"),
            ("button", "Nieuwe code maken"),
        ),
        als=BEHEERDER,
    ),
    "beheer:account_wijzigen": Bladzijde(partial(_bij_dirk, "Naam of e-mailadres"), als=BEHEERDER),
    "beheer:via_oidc": Bladzijde(
        _naar(f"/beheer/gebruikers/{id_van('dirk')}/inloggen"), als=BEHEERDER
    ),
    "beheer:rol_beeindigen": Bladzijde(
        lambda venster: _volg(
            venster, "/beheer/gebruikers/", ("link", "Joris Wiersma"), ("link", "Beëindigen")
        ),
        als=BEHEERDER,
    ),
    "beheer:organisaties": Bladzijde(_naar("/beheer/organisaties/"), als=BEHEERDER),
    "beheer:nieuwe_organisatie": Bladzijde(_naar("/beheer/organisaties/nieuw"), als=BEHEERDER),
    "beheer:organisatie": Bladzijde(
        lambda venster: _volg(venster, "/beheer/organisaties/", ("link", "GGZ Noorderlicht")),
        als=BEHEERDER,
    ),
    "beheer:instellingen": Bladzijde(_naar("/beheer/instellingen"), als=BEHEERDER),
    "beheer:criteria": Bladzijde(_naar("/beheer/criteria"), als=BEHEERDER),
    "beheer:codelijsten": Bladzijde(_naar("/beheer/codelijsten"), als=BEHEERDER),
    "beheer:sjablonen": Bladzijde(_naar("/beheer/sjablonen/"), als=BEHEERDER),
    "beheer:sjabloon": Bladzijde(_naar("/beheer/sjablonen/betrokkene"), als=BEHEERDER),
    "beheer:sjabloon fout": Bladzijde(
        lambda venster: _volg(
            venster, "/beheer/sjablonen/deelnemer", ("button", "Sjabloon bewaren")
        ),
        als=BEHEERDER,
        stand=422,
    ),
    "beheer:gezondheid": Bladzijde(_naar("/beheer/gezondheid"), als=BEHEERDER),
    "beheer:bevestigen": Bladzijde(_naar("/beheer/bevestigen"), als=MANAGER),
    "beheer:ronde": Bladzijde(_naar("/beheer/ronde"), als=MANAGER),
    "beheer:ronde fout": Bladzijde(
        lambda venster: _volg(venster, "/beheer/ronde", ("button", "Ronde tekenen")),
        als=BEHEERDER,
        stand=422,
    ),
    "beheer:een_ronde": Bladzijde(_teken_ronde, als=BEHEERDER),
    "beheer:rondes": Bladzijde(_naar("/beheer/rondes/"), als=FG),
    "beheer:activeren": Bladzijde(_naar("/beheer/activeren"), als=""),
    "beheer:activeren fout": Bladzijde(
        lambda venster: _volg(venster, "/beheer/activeren", ("button", "Wachtwoord opslaan")),
        als="",
        stand=422,
    ),
    "toezicht:begin": Bladzijde(_naar("/toezicht/"), als=FG),
    "toezicht:begin fout": Bladzijde(_naar("/toezicht/?kenmerk=bestaat-niet"), als=FG, stand=422),
    "toezicht:patronen": Bladzijde(_naar("/toezicht/patronen"), als=FG),
    **STEEKPROEVEN,
    "toezicht:mijn": Bladzijde(_naar("/toezicht/mijn")),
    "toezicht:casus": Bladzijde(partial(_naar_spoor, _naar_casus)),
    "toezicht:persoon": Bladzijde(partial(_naar_spoor, _naar_persoon)),
    "noodtoegang:openen": Bladzijde(_naar("/noodtoegang/"), als=MANAGER),
    "noodtoegang:openen fout": Bladzijde(
        lambda venster: _volg(venster, "/noodtoegang/", ("button", "Verder")),
        als=MANAGER,
        stand=422,
    ),
    "noodtoegang:openen zeker": Bladzijde(partial(_vraag_inzage, "C-00800"), als=FG),
    "noodtoegang:openen onbekend": Bladzijde(
        partial(open_inzage, "bestaat-niet"), als=FG, stand=422
    ),
    "noodtoegang:wachtrij": Bladzijde(partial(_beoordeel, ""), als=FG),
    "noodtoegang:wachtrij leeg": Bladzijde(_naar("/noodtoegang/beoordelen"), als=FG),
    "noodtoegang:beoordelen": Bladzijde(partial(_beoordeel, "eerste"), als=FG),
    **DOSSIERPAKKETTEN,
    "personen:persoon": Bladzijde(partial(_naar_persoon, "C-00800")),
    "personen:persoon lange-naam": Bladzijde(partial(_naar_persoon, "ZVH-2022-0001")),
    "zaken:casus met-inzage": Bladzijde(partial(open_inzage, "C-00800"), als=FG),
    "niet-gevonden": Bladzijde(_naar("/bestaat-niet"), stand=404),
    **{
        f"fout {stand}": Bladzijde(partial(_toon_fout, stand), als="", stand=stand)
        for stand in FOUTEN
    },
}
