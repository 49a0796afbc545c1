# SPDX-License-Identifier: EUPL-1.2
"""The pages of closing: what they show to whom, and what a form says that isn't complete."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from tests.afsluiting.bank import CASUS, maak_klaar, sluitbank, vraag, wie
from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import verbonden_met
from tests.opgeschreven import opgeschreven
from vangnet.afsluiting.models import Besluit, Overdracht
from vangnet.afsluiting.services import overdracht_vragen
from vangnet.casus.deelname import (
    Plek,
    inzet_wisselen,
    rol_overdragen,
    uitnodigen,
    uitnodiging_beantwoorden,
)
from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import nu, vandaag
from vangnet.plan.models import Afspraak, Doel, Plan
from vangnet.plan.services import plan_ondertekenen
from vangnet.voortgang.trajecten import Contact, contact_vastleggen

TAB = f"/zaken/{CASUS}/afsluiten/"
BESLISSER = {
    "wijze": "in_overleg",
    "genomen_op": "1-6-2022",
    "naam_1": "Sjoukje Verzinsel",
    "organisatie_1": str(id_van("politie")),
    "akkoord_1": "ja",
}
VOORSTEL = BESLISSER | {
    "resultaat": "doel_gerealiseerd",
    "afsluitreden": "doelen_gerealiseerd",
    "motivering": "Kanarie-toelichting",
    "overdracht": "",
    "geinformeerd": "ja",
}
Ingelogd = Callable[[str], Client]
VERANDERD = "De zaak is intussen veranderd. Er is niets opgeslagen."


@pytest.fixture(scope="module")
def gedeeld(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with sluitbank() as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


@pytest.fixture
def ingelogd(gedeeld: str, django_db_blocker: DjangoDbBlocker) -> Iterator[Ingelogd]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield lambda naam: log_in(Client(), naam)
        transaction.set_rollback(True)


def _tekst(client: Client, adres: str) -> str:
    return client.get(adres).content.decode()


def _vink_af(client: Client) -> None:
    """The last thing that holds the closing."""
    maak_klaar(behalve="afspraak")
    client.post(f"/zaken/{CASUS}/afspraken/{id_van('afspraak')}/gereed", {"gereed": "ja"})


def _oordeel(oordeel: str, **verder: str) -> dict[str, str]:
    """The form of who judges the proposal of now."""
    with wie("amira"):
        voorstel = Besluit.objects.get(casus=CASUS, akkoord__isnull=True)
    return {"oordeel": oordeel, "voorstel": str(voorstel.pk)} | verder


def test_van_open_afspraak_tot_gesloten_zaak(ingelogd: Ingelogd) -> None:
    amira, oda = ingelogd("amira"), ingelogd("oda")
    assert "Vink de open afspraken af" in _tekst(amira, TAB)
    _vink_af(amira)
    assert "Besluit om te sluiten opschrijven" in _tekst(amira, TAB)

    amira.post(f"{TAB}voorstel", VOORSTEL)
    assert "Een andere regisseur kijkt dit na." in _tekst(amira, TAB)
    assert "Kanarie-toelichting" in _tekst(oda, f"{TAB}controle")
    antwoord = oda.post(f"{TAB}controle", _oordeel("ja"), follow=True)

    tekst = antwoord.content.decode()
    assert "ZVH-2022-0001 is gesloten en afgeschermd." in tekst
    assert "Na zes weken vragen we" not in tekst
    assert amira.get(TAB).status_code == 404


def test_wie_sluit_leest_op_welke_afspraak_iemand_nog_rekent(ingelogd: Ingelogd) -> None:
    amira, oda = ingelogd("amira"), ingelogd("oda")
    maak_klaar()
    zin = "Iemand rekent nog op een afspraak"
    assert zin not in _tekst(amira, f"{TAB}voorstel")
    with wie("amira"):
        straks = Contact(moment=nu() + timedelta(days=1), plek="Aan de keukentafel")
        contact_vastleggen(Casus.objects.get(pk=CASUS), straks, door=id_van("amira"))

    assert "met Amira Terpstra (Aan de keukentafel)" in _tekst(amira, f"{TAB}voorstel")
    amira.post(f"{TAB}voorstel", VOORSTEL)

    assert zin in _tekst(oda, f"{TAB}controle")


def test_het_besluit_vraagt_van_elk_open_doel_wat_ervan_is_bereikt(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    maak_klaar(behalve="doel")
    veld = f"doel_{id_van('doel').hex}"
    assert "Doel: Kanarie-doel" in _tekst(amira, f"{TAB}voorstel")

    zonder = amira.post(f"{TAB}voorstel", VOORSTEL)
    assert zonder.status_code == 422
    assert "Kies een antwoord." in zonder.content.decode()
    amira.post(f"{TAB}voorstel", VOORSTEL | {veld: "deels"})

    with wie("amira"):
        assert Doel.objects.get(casus=CASUS).resultaat == "deels"
        assert Besluit.objects.filter(casus=CASUS, akkoord__isnull=True).exists()


def test_wordt_het_voorstel_geweigerd_dan_blijft_ook_het_doel_open(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database refuses after the goals have their result: as when somebody was first."""
    amira = ingelogd("amira")
    maak_klaar(behalve="doel")

    def weiger(*_args: object) -> None:
        raise NietToegestaan("Dit kan niet.")

    monkeypatch.setattr("vangnet.web.afsluiten.sluiten.sluiten_voorstellen", weiger)
    velden = VOORSTEL | {f"doel_{id_van('doel').hex}": "deels"}
    with opgeschreven() as gedaan:
        antwoord = amira.post(f"{TAB}voorstel", velden)

    assert (antwoord.status_code, VERANDERD in antwoord.content.decode()) == (422, True)
    assert "afsluiting.geweigerd" in gedaan
    with wie("amira"):
        assert Doel.objects.get(casus=CASUS).resultaat is None


def test_wie_een_overdracht_vraagt_terwijl_de_zaak_verandert_houdt_de_tekst(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(*_: object, **__: object) -> None:
        raise NietToegestaan("Dit kan niet.")

    monkeypatch.setattr("vangnet.web.afsluiten.overdragen.overdracht_vragen", weiger)
    vraag = {"organisatie": str(id_van("ggz")), "soort": "ggz", "functie": "Kanarie", "warm": "ja"}

    amira = ingelogd("amira")
    with opgeschreven() as gedaan:
        antwoord = amira.post(f"/zaken/{CASUS}/overdrachten/nieuw", vraag)

    assert (antwoord.status_code, VERANDERD in antwoord.content.decode()) == (422, True)
    assert "afsluiting.geweigerd" in gedaan


def test_het_tabblad_zegt_wat_er_nog_loopt(ingelogd: Ingelogd) -> None:
    tekst = _tekst(ingelogd("amira"), TAB)

    assert "Vink de open afspraken af" in tekst
    assert "Rond de opschaling af" in tekst
    assert "Stel het verslag van het overleg vast." in tekst


def test_twee_keer_hetzelfde_voorstel_is_een_keer_gelukt(ingelogd: Ingelogd) -> None:
    amira, oda = ingelogd("amira"), ingelogd("oda")
    _vink_af(amira)
    amira.post(f"{TAB}voorstel", VOORSTEL)

    nog_eens = amira.post(f"{TAB}voorstel", VOORSTEL)
    ander = oda.post(f"{TAB}voorstel", VOORSTEL | {"motivering": "Kanarie van Oda"})

    assert nog_eens.status_code == 302
    assert ander.status_code == 422
    assert "Er ligt al een voorstel om te sluiten." in ander.content.decode()
    assert "Kanarie van Oda" in ander.content.decode()


def test_wat_tijdens_het_typen_openging_zegt_wat_eerst_moet_en_houdt_de_tekst(
    ingelogd: Ingelogd,
) -> None:
    amira, oda = ingelogd("amira"), ingelogd("oda")
    voorstel = amira.post(f"{TAB}voorstel", VOORSTEL)
    _vink_af(amira)
    amira.post(f"{TAB}voorstel", VOORSTEL)
    amira.post(f"/zaken/{CASUS}/afspraken/{id_van('afspraak')}/gereed", {"gereed": "nee"})
    controle = oda.post(f"{TAB}controle", _oordeel("ja", reden="Kanarie-toelichting"))

    for antwoord in (voorstel, controle):
        tekst = antwoord.content.decode()
        assert antwoord.status_code == 422
        assert "Vink de open afspraken af" in tekst
        assert "Kanarie-toelichting" in tekst


def test_een_plan_dat_na_het_voorstel_is_getekend_vraagt_een_nieuw_voorstel(
    ingelogd: Ingelogd,
) -> None:
    amira, oda = ingelogd("amira"), ingelogd("oda")
    _vink_af(amira)
    amira.post(f"{TAB}voorstel", VOORSTEL)
    with wie("amira"):
        plan_ondertekenen(Plan.objects.get(casus=CASUS).pk, op=vandaag())

    antwoord = oda.post(f"{TAB}controle", _oordeel("ja"))

    assert antwoord.status_code == 422
    assert "De zaak is veranderd na het voorstel." in antwoord.content.decode()


def test_een_half_voorstel_zegt_wat_er_mist_en_houdt_wat_er_stond(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _vink_af(amira)

    antwoord = amira.post(
        f"{TAB}voorstel", {"motivering": "Kanarie-toelichting", "geinformeerd": "nee"}
    )

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Noem minstens één beslisser" in tekst
    assert "Zeg waarom de betrokkene het niet weet." in tekst
    assert "Kanarie-toelichting" in tekst


def test_een_zaak_die_is_overgedragen_noemt_wie_verdergaat(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _vink_af(amira)

    antwoord = amira.post(f"{TAB}voorstel", VOORSTEL | {"afsluitreden": "overgedragen_lokaal"})

    assert antwoord.status_code == 422
    fouten = antwoord.context["formulier"].errors
    assert list(fouten) == ["overdracht"]
    assert "Vraag eerst een overdracht" in fouten["overdracht"][0]


@pytest.mark.parametrize("reden", ["afgerond", "niet_verder", "naar_procesregie"])
def test_een_procesregie_sluit_niet_met_een_reden_van_een_ondersteuning(
    reden: str, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    _vink_af(amira)

    antwoord = amira.post(f"{TAB}voorstel", VOORSTEL | {"afsluitreden": reden})

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == ["afsluitreden"]
    assert f'value="{reden}"' not in antwoord.content.decode()
    assert 'value="administratief"' in antwoord.content.decode()


def test_een_besluit_van_voor_de_zaak_begon_zegt_welke_dag_kan(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _vink_af(amira)

    antwoord = amira.post(f"{TAB}voorstel", VOORSTEL | {"genomen_op": "31-12-2021"})

    assert antwoord.status_code == 422
    assert "De zaak begon op" in antwoord.content.decode()


@pytest.mark.parametrize("wat", [{"akkoord_2": "nee"}, {"organisatie_2": str(id_van("ggz"))}])
def test_een_beslisser_zonder_naam_valt_niet_stil_weg(
    wat: dict[str, str], ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    _vink_af(amira)

    antwoord = amira.post(f"{TAB}voorstel", VOORSTEL | wat)

    assert antwoord.status_code == 422
    assert "Vul de naam in van wie dit besliste." in antwoord.content.decode()


def test_een_overdracht_twee_keer_verstuurd_is_een_vraag(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    adres = f"/zaken/{CASUS}/overdrachten/nieuw"
    vraag = {"organisatie": str(id_van("ggz")), "soort": "ggz", "functie": "x", "warm": "ja"}
    assert 'name="eenmalig"' in _tekst(amira, adres)

    for _ in range(2):
        amira.post(adres, vraag | {"eenmalig": str(id_van("formulier"))})

    with wie("amira"):
        assert Overdracht.objects.filter(casus=CASUS).count() == 1


def test_het_tabblad_zegt_welke_cijfers_de_sluiting_meetellen(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    titels = ("Afgesloten zaken", "Afgesloten met een goed resultaat", "Overgedragen aan")

    assert all(titel in _tekst(amira, TAB) for titel in titels)
    with wie("amira"):
        inzet_wisselen(CASUS, naar="ondersteuning")
    ondersteuning = _tekst(amira, TAB)
    assert "Afgesloten zaken" in ondersteuning
    assert "Afgesloten met een goed resultaat" not in ondersteuning


def test_een_overdracht_vragen_en_het_antwoord_opschrijven(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    vraag = {"organisatie": str(id_van("ggz")), "soort": "ggz", "functie": "casemanager"}
    assert amira.post(f"/zaken/{CASUS}/overdrachten/nieuw", vraag).status_code == 422

    amira.post(f"/zaken/{CASUS}/overdrachten/nieuw", vraag | {"warm": "ja"})
    with wie("amira"):
        adres = f"/zaken/{CASUS}/overdrachten/{Overdracht.objects.get(casus=CASUS).pk}"
    zonder_reden = amira.post(adres, {"antwoord": "geweigerd"})
    amira.post(adres, {"antwoord": "geweigerd", "reden": "Er is een wachtlijst."})

    assert zonder_reden.status_code == 422
    assert "Er is een wachtlijst." in _tekst(amira, TAB)
    te_laat = amira.post(adres, {"antwoord": "aanvaard", "reden": "Kanarie-antwoord"})
    assert te_laat.status_code == 409
    assert "De overdracht is al geweigerd." in te_laat.content.decode()
    assert "Kanarie-antwoord" in te_laat.content.decode()
    nog_eens = {"antwoord": "geweigerd", "reden": "Er is een wachtlijst."}
    assert (
        "Het antwoord is opgeslagen." in amira.post(adres, nog_eens, follow=True).content.decode()
    )
    assert "De overdracht is al geweigerd." in amira.get(adres, follow=True).content.decode()


def test_een_vraag_aan_wie_niet_meer_meedoet_zegt_dat(ingelogd: Ingelogd) -> None:
    amira, mee = ingelogd("amira"), Plek(id_van("bram"), id_van("ggz"), RolSoort.DEELNEMER)
    with wie("amira"):
        uitnodigen(CASUS, mee)
    with wie("bram"):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram"))
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)
    with wie("amira"):
        overdracht_vragen(CASUS, vraag(id_van("bram")), door=id_van("amira"))
    assert "Doet nu niet mee" not in _overdracht(amira)

    with wie("cor"):
        rol_overdragen(rol.pk, aan=id_van("chantal"), tot=None)

    assert "Doet nu niet mee" in _overdracht(amira)
    assert "Wie nu namens deze organisatie meedoet, kan antwoorden." in _overdracht(amira)


def _overdracht(client: Client) -> str:
    return _tekst(client, TAB).partition(">Overdracht</h2>")[2].partition("</section>")[0]


def test_nazorg_toont_kenmerk_en_ontvanger_en_stelt_bij_nee_heropenen_voor(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    assert "casemanager" in _tekst(amira, "/nazorg/")

    tekst = amira.post(
        f"/nazorg/{id_van('nazorg-oud')}", {"in_zorg": "nee"}, follow=True
    ).content.decode()

    assert "heropenen?kenmerk=ZVH-2023-0001" in tekst
    weer = amira.post(f"/nazorg/{id_van('nazorg-oud')}", {"in_zorg": "ja"}, follow=True)
    zin = r"schreef Amira \w+ op \d+ \w+ \d{4} al op: de betrokkene is niet in zorg\. Is dat"
    assert re.search(zin, weer.content.decode())
    dicht = ingelogd("petra").post(f"/nazorg/{id_van('nazorg-oud')}", {"in_zorg": "ja"})
    assert dicht.status_code == 404


def test_een_antwoord_van_de_nazorg_staat_na_herladen_met_een_knop_om_het_terug_te_nemen(
    ingelogd: Ingelogd,
) -> None:
    vraag = f"/nazorg/{id_van('nazorg-oud')}"
    ingelogd("amira").post(vraag, {"in_zorg": "ja"})
    joris = ingelogd("joris")
    terug = f'action="{vraag}/terug"'
    assert "Net beantwoord" in _tekst(joris, "/nazorg/")
    assert terug in _tekst(joris, "/nazorg/")

    tekst = joris.post(f"{vraag}/terug", follow=True).content.decode()

    assert "De vraag staat weer bij Nu vragen." in tekst
    assert terug not in tekst
    assert f'action="{vraag}"' in tekst
    assert joris.post(f"{vraag}/terug").status_code == 302


def test_heropenen_brengt_naar_de_zaak_en_zegt_anders_een_ding(ingelogd: Ingelogd) -> None:
    oda = ingelogd("oda")
    zin = "Er is geen gesloten zaak met dit kenmerk die jij kunt heropenen. Of de dag"
    reden = {"motivering": "Hij slaapt weer buiten.", "genomen_op": "1-5-2024"}
    for kenmerk in ("ZVH-2023-0002", "ZVH-0000-0000", "ZVH-2022-0001"):
        antwoord = oda.post("/nazorg/heropenen", BESLISSER | reden | {"kenmerk": kenmerk})
        assert (antwoord.status_code, zin in antwoord.content.decode()) == (422, True)
    te_vroeg = reden | {"genomen_op": "30-4-2024", "kenmerk": "ZVH-2023-0001"}
    assert oda.post("/nazorg/heropenen", BESLISSER | te_vroeg).status_code == 422

    antwoord = oda.post(
        "/nazorg/heropenen", BESLISSER | reden | {"kenmerk": "zvh 2023 1"}, follow=True
    )

    assert antwoord.status_code == 200
    assert "ZVH-2023-0001" in antwoord.content.decode()


def test_meer_afspraken_en_overdrachten_vragen_niet_meer_van_de_databank(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")

    def aantal() -> int:
        with CaptureQueriesContext(connection) as vragen:
            amira.get(TAB)
        return len(vragen)

    vraag = {"organisatie": str(id_van("ggz")), "soort": "ggz", "functie": "x", "warm": "ja"}
    amira.post(f"/zaken/{CASUS}/overdrachten/nieuw", vraag)
    eerst = aantal()
    for nummer in range(3):
        amira.post(f"/zaken/{CASUS}/overdrachten/nieuw", vraag)
        with wie("amira"):
            Afspraak.objects.create(
                kenmerk=f"af-meer-{nummer}",
                casus_id=CASUS,
                organisatie_id=id_van("ggz"),
                domein="zorg",
                vastgesteld_op="2022-06-01",
                uiterlijk_op="2022-07-01",
            )

    assert aantal() == eerst
