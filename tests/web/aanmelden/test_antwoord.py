# SPDX-License-Identifier: EUPL-1.2
"""The answer to the aanmelder, as the house gives it and the aanmelder reads it."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from tests.opgeschreven import in_het_journaal
from tests.web.aanmelden.test_besluit import ERBIJ, PAGINA, VELDEN, WACHT
from vangnet.aanmelding.antwoorden import antwoord_geven, antwoord_lezen, antwoord_terugnemen
from vangnet.aanmelding.models import Antwoord
from vangnet.casus.deelname import Plek, beperkt_zetten, uitnodigen
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.vrager import Vrager, als
from vangnet.web.aanmelden import uitkomst

Ingelogd = Callable[[str], Client]
AANMELDING = f"/aanmeldingen/{WACHT}"
ELDERS = {**VELDEN, "besluit": "elders", "verwezen_naar": "Buurtbemiddeling"}
ADVIES = {"wijze": "brief", "toelichting": "Vraag het wijkteam."}


def _geschreven(handeling: str) -> list[tuple[UUID | None, UUID | None]]:
    """Who did this, and about which aanmelding."""
    with als(Vrager(id_van("frank"))):
        rijen = Handeling.objects.filter(handeling=handeling)
        return list(rijen.values_list("gebruiker", "object"))


@pytest.fixture
def besloten(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(PAGINA, ELDERS)


@pytest.mark.usefixtures("besloten")
def test_de_aanmelder_leest_in_gewone_woorden_wat_is_besloten(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(f"{AANMELDING}/antwoord", {**ADVIES, "wijze": "in_vangnet"})

    pagina = ingelogd("piet").get(AANMELDING).content.decode()

    assert "Je kunt hiermee terecht bij: Buurtbemiddeling." in pagina
    assert "Wat je over deze persoon schreef, wordt vernietigd." in pagina
    assert "Vraag het wijkteam." in pagina
    assert "Ik heb het gelezen" in pagina


@pytest.mark.usefixtures("besloten")
def test_een_brief_staat_klaar_en_noemt_niemand(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    antwoord = amira.post(f"{AANMELDING}/antwoord", ADVIES)

    assert antwoord.headers["Location"] == f"{AANMELDING}/brief"
    brief = amira.get(f"{AANMELDING}/brief").content.decode()
    assert "Je aanmelding a-2 van 2 mei 2022" in brief
    assert "Vraag het wijkteam." in brief
    assert "Kanarie-wachtende" not in brief


@pytest.mark.usefixtures("besloten")
@pytest.mark.parametrize("wijze", ["in_vangnet", "brief", "gesproken"])
@pytest.mark.parametrize(
    ("toelichting", "fout"),
    [
        ("Bel voor Wachtende het wijkteam.", "Haal deze namen weg: wachtende."),
        (
            "Zijn bsn is 999900006.",
            "Haal deze nummers weg: 999900006. Ze lijken op een bsn of telefoonnummer.",
        ),
        (
            "Bel 06-12345678.",
            "Haal deze nummers weg: 06-12345678. Ze lijken op een bsn of telefoonnummer.",
        ),
    ],
)
def test_een_antwoord_met_een_naam_of_nummer_wordt_niet_vastgelegd(
    ingelogd: Ingelogd, toelichting: str, fout: str, wijze: str
) -> None:
    velden = {"wijze": wijze, "toelichting": toelichting}

    antwoord = ingelogd("amira").post(f"{AANMELDING}/antwoord", velden)

    assert antwoord.status_code == 422
    assert antwoord.context["formulier"].errors["toelichting"] == [fout]
    assert _geschreven("antwoord.gegeven") == []


@pytest.mark.usefixtures("besloten")
@pytest.mark.parametrize("toelichting", ["Vraag het wijkteam.", "Bel Wachtende op 06-12345678."])
def test_de_brief_zegt_naar_waarheid_of_er_een_naam_in_staat(
    ingelogd: Ingelogd, toelichting: str
) -> None:
    """The second as an answer from before the form looked at it."""
    with als(Vrager(id_van("amira"))):
        antwoord_geven(WACHT, wijze="brief", toelichting=toelichting)

    brief = ingelogd("amira").get(f"{AANMELDING}/brief").content.decode()

    zonder = toelichting == "Vraag het wijkteam."
    assert ("De naam van wie is aangemeld staat er niet in." in brief) is zonder
    assert ("Let op: er staat een naam, een bsn of een telefoonnummer in." in brief) is not zonder


@pytest.mark.usefixtures("besloten")
def test_wie_een_antwoord_voorbereidt_heeft_de_aanmelding_bekeken(ingelogd: Ingelogd) -> None:
    ingelogd("joris").get(f"{AANMELDING}/antwoord")

    assert in_het_journaal("aanmelding.ingezien") == [(id_van("joris"), WACHT, None, True)]


@pytest.mark.usefixtures("besloten")
def test_een_antwoord_geef_je_een_keer(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(f"{AANMELDING}/antwoord", ADVIES)

    assert _geschreven("antwoord.gegeven") == [(id_van("amira"), WACHT)]
    assert amira.post(f"{AANMELDING}/antwoord", ADVIES).status_code == 409
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        antwoord_geven(WACHT, wijze="brief", toelichting="")


def test_zonder_besluit_is_er_geen_antwoord(db: None) -> None:
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        antwoord_geven(WACHT, wijze="brief", toelichting="")


@pytest.mark.usefixtures("besloten")
@pytest.mark.parametrize("naam", ["piet", "mirjam", "els"])
def test_alleen_het_huis_geeft_antwoord(naam: str) -> None:
    with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
        antwoord_geven(WACHT, wijze="brief", toelichting="")


@pytest.mark.usefixtures("besloten")
def test_alleen_de_aanmelder_zegt_dat_het_gelezen_is(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(f"{AANMELDING}/antwoord", {"wijze": "in_vangnet"})
    for naam in ("bram", "amira"):
        with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
            antwoord_lezen(WACHT)

    ingelogd("piet").post(f"{AANMELDING}/gelezen")

    assert _geschreven("antwoord.gelezen") == [(id_van("piet"), WACHT)]

    with als(Vrager(id_van("piet"))):
        een = Antwoord.objects.get(aanmelding=WACHT)
        with pytest.raises(NietToegestaan):
            antwoord_lezen(WACHT)
    assert (een.gelezen_door_id, een.gelezen_op is not None) == (id_van("piet"), True)


@pytest.mark.usefixtures("besloten")
def test_het_huis_ziet_wat_nog_antwoord_moet_krijgen_en_wanneer_het_verdwijnt(
    ingelogd: Ingelogd,
) -> None:
    pagina = ingelogd("joris").get("/aanmeldingen/")

    (een, stand, antwoord, elders) = pagina.context["zonder_zaak"][0]
    assert (een.kenmerk, stand.tekst, antwoord, elders) == ("a-2", "Elders", None, False)
    assert (een.verdwijnt_op - een.triage_op).days == 14
    assert "Nog geven" in pagina.content.decode()
    assert ingelogd("piet").get("/aanmeldingen/").context["zonder_zaak"] == []


@pytest.mark.usefixtures("besloten")
def test_de_aanmelder_ziet_het_besluit_pas_met_het_antwoord(ingelogd: Ingelogd) -> None:
    piet, amira = ingelogd("piet"), ingelogd("amira")
    voor, lijst_voor = piet.get(AANMELDING).content.decode(), piet.get("/aanmeldingen/")
    amira.post(f"{AANMELDING}/antwoord", ADVIES)
    na, lijst_na = piet.get(AANMELDING).content.decode(), piet.get("/aanmeldingen/")

    assert "Nog geen antwoord van het huis" in voor
    assert not [woord for woord in ("Elders", "Buurtbemiddeling", "Verwezen") if woord in voor]
    assert [een.aanmelding.kenmerk for een in lijst_voor.context["wachtend"]] == ["a-2"]
    assert lijst_voor.context["besloten"] == []
    assert "Elders" not in lijst_voor.content.decode()
    assert "Buurtbemiddeling" in na
    assert lijst_na.context["wachtend"] == []
    assert [een.kenmerk for een, _stand in lijst_na.context["besloten"]] == ["a-2"]


def test_een_vraag_die_openstond_bij_het_besluit_nodigt_niet_meer_uit(ingelogd: Ingelogd) -> None:
    piet = ingelogd("piet")
    assert "Vraag beantwoorden" in piet.get(AANMELDING).content.decode()
    ingelogd("amira").post(PAGINA, ELDERS)

    pagina = piet.get(AANMELDING).content.decode()

    assert "Vraag beantwoorden" not in pagina
    assert "Deze vraag hoeft geen antwoord meer." in pagina
    assert "Antwoord van de aanmelder" not in piet.get("/aanmeldingen/").content.decode()


@pytest.mark.usefixtures("besloten")
def test_het_huis_neemt_een_antwoord_terug_dat_niet_is_gegeven(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(f"{AANMELDING}/antwoord", ADVIES)

    ingelogd("joris").post(f"{AANMELDING}/antwoord/terugnemen")

    assert _geschreven("antwoord.teruggenomen") == [(id_van("joris"), WACHT)]
    assert "Buurtbemiddeling" not in ingelogd("piet").get(AANMELDING).content.decode()
    assert amira.get(f"{AANMELDING}/corrigeren").status_code == 200
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        antwoord_terugnemen(WACHT)


@pytest.mark.usefixtures("besloten")
def test_wie_een_teruggenomen_antwoord_leest_hoort_dat_het_huis_het_terugnam(
    ingelogd: Ingelogd,
) -> None:
    amira, piet = ingelogd("amira"), ingelogd("piet")
    amira.post(f"{AANMELDING}/antwoord", ADVIES)
    amira.post(f"{AANMELDING}/antwoord/terugnemen")

    antwoord = piet.post(f"{AANMELDING}/gelezen", follow=True)

    assert antwoord.redirect_chain == [(AANMELDING, 302)]
    assert "Dan nam het huis het antwoord terug." in antwoord.content.decode()
    assert "Buurtbemiddeling" not in antwoord.content.decode()
    assert _geschreven("aanmelding.geweigerd") == [(id_van("piet"), WACHT)]
    assert ingelogd("bram").post(f"{AANMELDING}/gelezen").status_code == 404


@pytest.mark.usefixtures("besloten")
def test_wie_een_gelezen_antwoord_nog_eens_leest_hoort_dat_dat_al_is_gezegd(
    ingelogd: Ingelogd,
) -> None:
    ingelogd("amira").post(f"{AANMELDING}/antwoord", {"wijze": "in_vangnet"})
    piet = ingelogd("piet")
    piet.post(f"{AANMELDING}/gelezen")

    antwoord = piet.post(f"{AANMELDING}/gelezen", follow=True)

    assert "zei al dat dit antwoord gelezen is." in antwoord.content.decode()


@pytest.mark.usefixtures("besloten")
def test_een_antwoord_dat_gelezen_is_neemt_niemand_terug(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(f"{AANMELDING}/antwoord", {"wijze": "in_vangnet"})
    assert "Antwoord terugnemen" in ingelogd("amira").get(AANMELDING).content.decode()
    ingelogd("piet").post(f"{AANMELDING}/gelezen")

    assert "Antwoord terugnemen" not in ingelogd("amira").get(AANMELDING).content.decode()
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        antwoord_terugnemen(WACHT)


@pytest.mark.usefixtures("besloten")
@pytest.mark.parametrize("naam", ["piet", "bram", "mirjam"])
def test_alleen_het_huis_neemt_een_antwoord_terug(ingelogd: Ingelogd, naam: str) -> None:
    ingelogd("amira").post(f"{AANMELDING}/antwoord", ADVIES)

    with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
        antwoord_terugnemen(WACHT)


@pytest.mark.usefixtures("besloten")
@pytest.mark.parametrize("wijze", ["brief", "gesproken", "in_vangnet"])
def test_het_voorbeeld_noemt_de_dag_die_in_de_brief_staat(ingelogd: Ingelogd, wijze: str) -> None:
    amira = ingelogd("amira")
    vooraf = amira.get(f"{AANMELDING}/antwoord").context["zinnen"]
    amira.post(f"{AANMELDING}/antwoord", {"wijze": wijze})

    brief = amira.get(f"{AANMELDING}/brief").context["zinnen"]
    zin = next(een for een in brief if "vernietigd" in een)
    hier = wijze == "in_vangnet"
    begin = "Leest de aanmelder het hier" if hier else "In een brief of een gesprek"
    assert f"{begin}: {zin}" in vooraf
    assert len([een for een in vooraf if "vernietigd" in een]) == 2


def test_na_procesregie_leest_wie_besloot_dat_de_aanmelder_het_nog_niet_weet(
    ingelogd: Ingelogd,
) -> None:
    pagina = ingelogd("amira").post(PAGINA, VELDEN, follow=True).content.decode()

    assert "De aanmelder van a-2 weet dit nog niet." in pagina
    assert f'href="{AANMELDING}/antwoord"' in pagina


def test_wat_een_zaak_werd_staat_in_de_lijst_tot_de_aanmelder_antwoord_heeft(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    amira.post(PAGINA, VELDEN)
    voor, van_piet = amira.get("/aanmeldingen/"), ingelogd("piet").get("/aanmeldingen/")
    amira.post(f"{AANMELDING}/antwoord", {"wijze": "in_vangnet"})
    na = amira.get("/aanmeldingen/")

    assert [een.kenmerk for een, _stand in voor.context["nog_te_antwoorden"]] == ["a-2"]
    assert "a-2" not in [een.kenmerk for een, _stand in voor.context["besloten"]]
    assert f'href="{AANMELDING}/antwoord"' in voor.content.decode()
    assert van_piet.context["nog_te_antwoorden"] == []
    assert na.context["nog_te_antwoorden"] == []
    assert "a-2" in [een.kenmerk for een, _stand in na.context["besloten"]]


def _bij_een_beperkte_zaak(client: Client) -> str:
    """What Amira reads after she joined the aanmelding to a beperkt casus on which she is named."""
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(id_van("amira"), None, RolSoort.REGISSEUR))
        beperkt_zetten(id_van("casus"), beperkt=True)
    return client.post(PAGINA, {**ERBIJ, "persoon_rol": "kind"}, follow=True).content.decode()


def test_bij_een_beperkte_zaak_nodigt_niets_uit_tot_een_antwoord_dat_niet_kan(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")

    pagina = _bij_een_beperkte_zaak(amira)

    lijst = amira.get("/aanmeldingen/")
    assert "Het besluit is vastgelegd." in pagina
    assert "weet dit nog niet" not in pagina
    assert lijst.context["nog_te_antwoorden"] == []
    assert "a-2" in [een.kenmerk for een, _stand in lijst.context["besloten"]]


def test_bij_een_beperkte_zaak_leg_je_geen_antwoord_vast_en_houd_je_je_tekst(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    _bij_een_beperkte_zaak(amira)

    antwoord = amira.post(f"{AANMELDING}/antwoord", ADVIES)

    assert antwoord.status_code == 409
    assert "De zaak is beperkt" in antwoord.content.decode()
    assert "<dd>Vraag het wijkteam.</dd>" in antwoord.content.decode()
    assert amira.get(f"{AANMELDING}/antwoord").status_code == 409


def test_wie_de_beperkte_zaak_niet_ziet_leest_wat_er_bij_een_vreemd_adres_staat(
    ingelogd: Ingelogd,
) -> None:
    _bij_een_beperkte_zaak(ingelogd("amira"))
    joris = ingelogd("joris")

    beperkt = joris.post(f"{AANMELDING}/antwoord", ADVIES)
    nergens = joris.post(f"/aanmeldingen/{uuid4()}/antwoord", ADVIES)

    assert (beperkt.status_code, beperkt.content) == (404, nergens.content)


@pytest.mark.usefixtures("besloten")
def test_wie_als_tweede_antwoord_geeft_leest_het_eerste_en_houdt_de_eigen_tekst(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    def joris_is_eerder(aanmelding: UUID, *, wijze: str, toelichting: str) -> None:
        with als(Vrager(id_van("joris"))):
            antwoord_geven(aanmelding, wijze="gesproken", toelichting="Bel het wijkteam.")
        antwoord_geven(aanmelding, wijze=wijze, toelichting=toelichting)

    monkeypatch.setattr(uitkomst, "antwoord_geven", joris_is_eerder)
    antwoord = ingelogd("amira").post(f"{AANMELDING}/antwoord", ADVIES)

    staat_er, getypt = antwoord.content.decode().split("Dit had jij ingevuld")
    assert antwoord.status_code == 409
    assert "Bel het wijkteam." in staat_er
    assert "Verteld, in een gesprek of aan de telefoon" in staat_er
    assert "Vraag het wijkteam." in getypt


@pytest.mark.usefixtures("besloten")
def test_een_concept_van_een_antwoord_dat_een_ander_gaf_is_te_lezen(ingelogd: Ingelogd) -> None:
    amira, pagina = ingelogd("amira"), f"{AANMELDING}/antwoord"
    amira.post("/werk/concepten", {**ADVIES, "concept-adres": pagina, "concept-versie": "0"})
    ingelogd("joris").post(pagina, {"wijze": "gesproken"})

    tekst = amira.get(pagina).content.decode()

    assert "<dd>Vraag het wijkteam.</dd>" in tekst
    assert "Concept weggooien" in tekst


def test_wat_besloten_binnenkwam_zonder_dag_wacht_niet_op_een_antwoord(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(
            "UPDATE aanmelding_aanmelding SET triage_besluit = 'procesregie', triage_op = NULL, "
            "casus_id = %s WHERE id = %s",
            [id_van("casus"), WACHT],
        )

    lijst = log_in(Client(), "amira").get("/aanmeldingen/")

    assert lijst.context["nog_te_antwoorden"] == []
    assert "a-2" in [een.kenmerk for een, _stand in lijst.context["besloten"]]


@pytest.mark.parametrize("dag", ["NULL", "aangemaakt_op::date - 2"])
def test_van_wat_besloten_binnenkwam_leest_iedereen_dat_het_antwoord_elders_is_gegeven(
    dag: str, eigen_databank: str
) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        besluit = "UPDATE aanmelding_aanmelding SET triage_besluit = 'advies', triage_op = "
        beheer.execute(f"{besluit}{dag} WHERE id = '{WACHT}'".encode())
    piet, amira = (log_in(Client(), naam) for naam in ("piet", "amira"))

    bladen = [een.get(f"{AANMELDING}").content.decode() for een in (piet, amira)]
    lijst = amira.get("/aanmeldingen/").content.decode()

    for blad in bladen:
        assert "Het antwoord is toen buiten Vangnet gegeven." in blad
        assert "nog niet vastgelegd" not in blad
    assert ("Buiten Vangnet" in lijst, "Nog geven" in lijst) == (True, False)
