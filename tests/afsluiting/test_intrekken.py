# SPDX-License-Identifier: EUPL-1.2
"""Taking a handover back, also an accepted one, and what kind of receiver one asks."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from tests.afsluiting.bank import CASUS, beslissing, maak_klaar, sluiting, vraag, wie
from tests.bezetting import id_van
from tests.binnen import log_in
from tests.web.afsluiten.test_afsluiten import TAB, VOORSTEL
from vangnet.afsluiting.models import Overdracht
from vangnet.afsluiting.regels import TERUGGENOMEN, Antwoord
from vangnet.afsluiting.services import (
    casus_heropenen,
    overdracht_beantwoorden,
    overdracht_vragen,
    sluiten_controleren,
    sluiten_voorstellen,
)
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag

Ingelogd = Callable[[str], Client]
NIEUW = f"/zaken/{CASUS}/overdrachten/nieuw"
AMIRA = id_van("amira")
pytestmark = pytest.mark.usefixtures("bank")


@pytest.fixture
def ingelogd() -> Ingelogd:
    return lambda naam: log_in(Client(), naam)


def _gevraagd(antwoord: Antwoord | None = Antwoord.AANVAARD) -> UUID:
    with wie("amira"):
        overdracht = overdracht_vragen(CASUS, vraag(), door=AMIRA)
        if antwoord:
            overdracht_beantwoorden(overdracht, antwoord, reden="Er is een wachtlijst.")
    return overdracht


def _antwoord(overdracht: UUID) -> str | None:
    with wie("amira"):
        return Overdracht.objects.get(pk=overdracht).antwoord


def _adres(overdracht: UUID) -> str:
    return f"/zaken/{CASUS}/overdrachten/{overdracht}"


def test_wie_ja_zei_en_niemand_vraagt_te_kiezen_of_in_te_trekken(ingelogd: Ingelogd) -> None:
    maak_klaar()
    overdracht, amira = _gevraagd(), ingelogd("amira")

    fout = amira.post(f"{TAB}voorstel", VOORSTEL)
    zin = fout.context["formulier"].errors["overdracht"][0]
    amira.post(_adres(overdracht), {"antwoord": "teruggenomen", "reden": "Hij verhuisde."})
    goed = amira.post(f"{TAB}voorstel", VOORSTEL)

    assert (fout.status_code, goed.status_code) == (422, 302)
    assert zin.startswith("Iemand zei ja op een overdracht. Kies wie verdergaat.")
    assert "Trek de overdracht dan eerst in" in zin


def test_wie_wel_verdergaat_kan_gewoon_sluiten(ingelogd: Ingelogd) -> None:
    maak_klaar()
    keuze = VOORSTEL | {"overdracht": str(_gevraagd())}

    assert ingelogd("amira").post(f"{TAB}voorstel", keuze).status_code == 302


def test_een_aanvaarde_overdracht_trekt_het_huis_in_met_een_spoor(ingelogd: Ingelogd) -> None:
    overdracht, amira = _gevraagd(), ingelogd("amira")

    pagina = amira.get(_adres(overdracht)).content.decode()
    na = amira.post(_adres(overdracht), {"antwoord": "teruggenomen"}, follow=True)

    assert "<h1>Overdracht intrekken</h1>" in pagina
    assert 'type="radio"' not in pagina
    assert "De overdracht is ingetrokken. Vertel het de ontvanger." in na.content.decode()
    assert _antwoord(overdracht) == "ingetrokken"
    with wie("frank"):
        assert Handeling.objects.filter(
            object=overdracht, handeling="overdracht.ingetrokken", gebruiker=AMIRA
        ).exists()


@pytest.mark.parametrize("naam", ["bram", "mirjam", "tineke"])
def test_alleen_het_huis_trekt_in_wat_is_aanvaard(naam: str) -> None:
    overdracht = _gevraagd()

    with wie(naam), pytest.raises(NietToegestaan):
        overdracht_beantwoorden(overdracht, TERUGGENOMEN)
    assert _antwoord(overdracht) == "aanvaard"


def test_wat_is_aanvaard_krijgt_geen_ander_antwoord() -> None:
    overdracht = _gevraagd()

    for anders in Antwoord:
        with wie("amira"), pytest.raises(NietToegestaan):
            overdracht_beantwoorden(overdracht, anders, reden="Toch niet.")
    assert _antwoord(overdracht) == "aanvaard"


@pytest.mark.parametrize("eerst", [Antwoord.GEWEIGERD, Antwoord.INGETROKKEN])
def test_wat_is_geweigerd_of_ingetrokken_blijft_zo(eerst: Antwoord) -> None:
    overdracht = _gevraagd(eerst)

    for woord in (Antwoord.INGETROKKEN, TERUGGENOMEN):
        with wie("amira"), pytest.raises(NietToegestaan):
            overdracht_beantwoorden(overdracht, woord)


def test_wie_een_vraag_intrekt_neemt_geen_ja_weg_dat_intussen_kwam(ingelogd: Ingelogd) -> None:
    overdracht, amira = _gevraagd(None), ingelogd("amira")
    with wie("amira"):
        overdracht_beantwoorden(overdracht, Antwoord.AANVAARD, reden="Wij gaan verder.")

    te_laat = amira.post(_adres(overdracht), {"antwoord": "ingetrokken", "reden": "Niet nodig."})

    assert te_laat.status_code == 409
    assert "De overdracht is al aanvaard." in te_laat.content.decode()
    assert _antwoord(overdracht) == "aanvaard"


def test_wat_in_een_voorstel_staat_trekt_niemand_in(ingelogd: Ingelogd) -> None:
    maak_klaar()
    overdracht = _gevraagd()
    with wie("amira"):
        besluit = sluiten_voorstellen(CASUS, sluiting(overdracht=overdracht))

    na = ingelogd("amira").post(_adres(overdracht), {"antwoord": "teruggenomen"}, follow=True)
    assert "Dan moet het voorstel eerst terug." in na.content.decode()
    assert _antwoord(overdracht) == "aanvaard"

    with wie("amira"):
        sluiten_controleren(besluit, akkoord=False, reden="Toch niet.")
        overdracht_beantwoorden(overdracht, TERUGGENOMEN)
    assert _antwoord(overdracht) == "ingetrokken"


def test_waarop_een_zaak_is_gesloten_blijft_ook_na_heropenen_staan(ingelogd: Ingelogd) -> None:
    maak_klaar()
    overdracht = _gevraagd()
    with wie("amira"):
        besluit = sluiten_voorstellen(CASUS, sluiting(overdracht=overdracht))
    with wie("oda"):
        sluiten_controleren(besluit, akkoord=True)
    with wie("amira"):
        casus_heropenen("ZVH-2022-0001", beslissing(genomen_op=vandaag()))

    na = ingelogd("amira").post(_adres(overdracht), {"antwoord": "teruggenomen"}, follow=True)

    assert "De zaak is eerder op deze overdracht gesloten." in na.content.decode()
    assert _antwoord(overdracht) == "aanvaard"


def test_intrekken_heet_intrekken(bram_doet_mee: None, ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    with wie("amira"):
        overdracht = overdracht_vragen(CASUS, vraag(id_van("bram")), door=AMIRA)

    tab = amira.get(TAB).content.decode()
    van_amira = amira.get(_adres(overdracht)).content.decode()
    van_bram = ingelogd("bram").get(_adres(overdracht)).content.decode()

    assert "Vraag intrekken<span" in tab
    assert "<h1>Vraag intrekken</h1>" in van_amira
    assert "Nodig als het antwoord nee is" not in van_amira
    assert "<h1>Antwoord op een overdracht</h1>" in van_bram


@pytest.mark.parametrize(("gekozen", "soort"), [("", "ggz"), ("anders", "anders")])
def test_de_soort_volgt_uit_de_organisatie_tenzij_je_kiest(
    gekozen: str, soort: str, ingelogd: Ingelogd
) -> None:
    velden = {"organisatie": str(id_van("ggz")), "functie": "casemanager", "warm": "ja"}

    assert ingelogd("amira").post(NIEUW, velden | {"soort": gekozen}).status_code == 302

    with wie("amira"):
        assert Overdracht.objects.get(casus=CASUS).soort == soort


def test_een_soort_die_niet_meetelt_vraagt_te_kiezen(ingelogd: Ingelogd) -> None:
    velden = {"organisatie": str(id_van("politie")), "functie": "wijkagent", "warm": "ja"}

    antwoord = ingelogd("amira").post(NIEUW, velden | {"soort": ""})

    assert antwoord.status_code == 422
    assert "Kies wat voor ontvanger dit is." in antwoord.content.decode()


def test_wie_intrekt_terwijl_de_ontvanger_ja_zegt_leest_dat_en_houdt_de_tekst(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    overdracht = _gevraagd(None)

    def na_de_ontvanger(een: UUID, antwoord: str, *, reden: str) -> None:
        overdracht_beantwoorden(een, Antwoord.AANVAARD, reden="Wij gaan verder.")
        overdracht_beantwoorden(een, antwoord, reden=reden)

    monkeypatch.setattr("vangnet.web.afsluiten.overdragen.overdracht_beantwoorden", na_de_ontvanger)
    velden = {"antwoord": "ingetrokken", "reden": "Toch niet nodig, zegt de wijk."}

    te_laat = ingelogd("amira").post(_adres(overdracht), velden)

    assert te_laat.status_code == 409
    assert "De overdracht is al aanvaard." in te_laat.content.decode()
    assert "Toch niet nodig, zegt de wijk." in te_laat.content.decode()
