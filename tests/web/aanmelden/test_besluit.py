# SPDX-License-Identifier: EUPL-1.2
"""Deciding on an aanmelding, as the page and the act do it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from vangnet.aanmelding.antwoorden import antwoord_geven
from vangnet.aanmelding.besluiten import Beslissing, Oordeel, Stem, besluit_vastleggen
from vangnet.aanmelding.models import Aanmelding
from vangnet.aanmelding.services import afgewezen_vernietigen
from vangnet.casus.models import Betrokkenheid, Casus, CasusRol
from vangnet.gebruikers.models import Gebruiker
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
WACHT = id_van("aanmelding-wacht")
PAGINA = f"/aanmeldingen/{WACHT}/besluit"
CRITERIA = ("a_problemen", "b_leefgebieden", "c_onveilig", "d_samenwerking")
VELDEN: dict[str, Any] = {
    "besluit": "procesregie",
    "samenstelling": "individu",
    "regisseur": str(id_van("amira")),
    "naam_1": "Sjoukje Officier",
    "organisatie_1": str(id_van("politie")),
    "akkoord_1": "ja",
    **{f"geldt_{een}": "ja" for een in CRITERIA},
    **{f"motivering_{een}": "Dat blijkt uit de aanmelding." for een in CRITERIA},
}
POLITIE = Stem("Sjoukje Officier", id_van("politie"), True)
GGZ = Stem("Wiebe Behandelaar", id_van("ggz"), True)
BESLISSING = Beslissing(
    besluit="procesregie",
    oordelen=[Oordeel(een, True, "Dat blijkt uit de aanmelding.") for een in CRITERIA],
    beslissers=[POLITIE],
    samenstelling="individu",
    regisseur=id_van("amira"),
)


ERBIJ = {**VELDEN, "bestaande": "ZVH-2022-0001"}
BIJ_ZAAK = replace(
    BESLISSING,
    samenstelling=None,
    regisseur=None,
    casus=id_van("casus"),
    persoon_rol="bekend",
    betrokkene=id_van("betrokkene"),
)
OUDER = replace(BIJ_ZAAK, persoon_rol="ouder", betrokkene=None)


def _betrokken() -> list[str]:
    """Who is in the casus of the cast, each after their rol."""
    with als(Vrager(id_van("amira"))):
        rijen = Betrokkenheid.objects.filter(casus=id_van("casus")).order_by("rol")
        return [f"{een.rol} {een.persoon.achternaam}" for een in rijen.select_related("persoon")]


def _onderwerpen(handeling: str) -> set[str]:
    """The kinds of what the only row of this act concerns."""
    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling=handeling)
        return set(Onderwerp.objects.filter(handeling=rij).values_list("soort", flat=True))


def _geef_antwoord() -> None:
    with als(Vrager(id_van("amira"))):
        antwoord_geven(WACHT, wijze="brief", toelichting="")


def _nu(naam: str = "amira") -> Aanmelding:
    with als(Vrager(id_van(naam))):
        return Aanmelding.objects.select_related("casus__hoofdbetrokkene").get(pk=WACHT)


def _feit(vraag: str) -> Sequence[Any]:
    """One row of the facts, made anew, as the figures read it."""
    with als(Vrager(id_van("amira"))), connection.cursor() as cursor:
        cursor.execute("SELECT kerncijfers.ververs()")
        cursor.execute("SELECT set_config('role', 'vangnet_cijfers', true)")
        cursor.execute(vraag)
        rij: Sequence[Any] = cursor.fetchone()
        cursor.execute("SELECT set_config('role', 'none', true)")
    return rij


def test_procesregie_opent_een_casus(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").post(PAGINA, VELDEN)

    casus = _nu().casus
    assert casus is not None
    assert antwoord.headers["Location"] == f"/zaken/{casus.pk}"
    assert (casus.samenstelling, casus.gemeente) == ("individu", "GM0080")
    assert casus.hoofdbetrokkene is not None
    assert casus.hoofdbetrokkene.achternaam == "Kanarie-wachtende"
    with als(Vrager(id_van("amira"))):
        inzet = casus.inzetten.get()
        rol = CasusRol.objects.get(casus=casus)
        betrokken = Betrokkenheid.objects.get(casus=casus)
    assert (inzet.soort, inzet.vanaf) == ("procesregie", vandaag())
    assert (rol.rol, rol.gebruiker_id, rol.antwoord) == ("regisseur", id_van("amira"), "aanvaard")
    assert betrokken.rol == "hoofdbetrokkene"


def test_de_casus_is_open_voor_het_huis_en_niet_voor_de_aanmelder(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(PAGINA, VELDEN)

    zaak = f"/zaken/{_nu().casus_id}"
    assert "Kanarie-wachtende" in ingelogd("joris").get(zaak).content.decode()
    assert ingelogd("piet").get(zaak).status_code == 404


def test_de_aanmelder_ziet_het_besluit_en_niet_hoe_het_tot_stand_kwam(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(PAGINA, VELDEN)
    _geef_antwoord()

    pagina = ingelogd("piet").get(f"/aanmeldingen/{WACHT}").content.decode()
    assert "Procesregie" in pagina
    assert "Sjoukje Officier" not in pagina
    assert "Sjoukje Officier" in ingelogd("joris").get(f"/aanmeldingen/{WACHT}").content.decode()


def test_een_aanmelding_komt_bij_een_zaak_die_er_is(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(PAGINA, {**ERBIJ, "persoon_rol": "bekend"})

    assert _nu().casus_id == id_van("casus")
    assert _betrokken() == ["hoofdbetrokkene Kanarie-achternaam"]


def test_de_bladzijde_zegt_wie_erop_lijkt_en_in_welke_zaak(ingelogd: Ingelogd) -> None:
    tekst = ingelogd("amira").get(PAGINA).content.decode()

    assert "Kanarie-wachtende" in tekst
    assert "Bedoel je iemand die je al kent?" in tekst
    assert f'href="/zaken/{id_van("casus")}"' in tekst


def test_wie_er_niet_in_staat_kan_er_niet_al_in_staan(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("UPDATE aanmelding_aanmelding SET achternaam = 'Steenwijk'")

    antwoord = log_in(Client(), "amira").post(PAGINA, {**ERBIJ, "persoon_rol": "bekend"})

    assert "In die zaak staat niemand die hierop lijkt." in antwoord.content.decode()
    assert _nu().casus_id is None


def test_een_kenmerk_mag_in_kleine_letters(ingelogd: Ingelogd) -> None:
    velden = {**ERBIJ, "bestaande": "zvh 20220001", "persoon_rol": "bekend"}

    ingelogd("amira").post(PAGINA, velden)

    assert _nu().casus_id == id_van("casus")


def test_wat_je_typte_komt_terug_als_een_ander_eerder_besloot(ingelogd: Ingelogd) -> None:
    ingelogd("joris").post(PAGINA, VELDEN)

    antwoord = ingelogd("amira").post(PAGINA, {**VELDEN, "motivering_a_problemen": "Op vier."})

    assert antwoord.status_code == 409
    assert "Dat blijkt uit de aanmelding." in antwoord.content.decode()


def test_wie_nieuw_is_in_een_zaak_die_er_is_komt_erbij(ingelogd: Ingelogd) -> None:
    ingelogd("joris").post(PAGINA, {**ERBIJ, "persoon_rol": "ouder"})

    assert _betrokken() == ["hoofdbetrokkene Kanarie-achternaam", "ouder Kanarie-wachtende"]
    assert _onderwerpen("persoon.toegevoegd") >= {"aanmelding", "casus", "persoon"}


def test_een_ander_besluit_dan_de_inzet_van_de_zaak_kan_niet(ingelogd: Ingelogd) -> None:
    anders = {**ERBIJ, "persoon_rol": "bekend", "besluit": "ondersteuning"}

    antwoord = ingelogd("amira").post(PAGINA, anders)

    assert list(antwoord.context["formulier"].errors) == ["besluit"]
    assert "De inzet van die zaak is nu Procesregie." in antwoord.content.decode()


def test_waar_mensen_tegenover_elkaar_staan_komt_niemand_zonder_kant(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("UPDATE casus_betrokkenheid SET zijde = 1")
    antwoord = log_in(Client(), "amira").post(PAGINA, {**ERBIJ, "persoon_rol": "ouder"})

    assert list(antwoord.context["formulier"].errors) == ["zijde"]
    with als(Vrager(id_van("amira"))):
        with pytest.raises(NietToegestaan):
            besluit_vastleggen(WACHT, OUDER)
        besluit_vastleggen(WACHT, replace(OUDER, zijde=2))


def test_een_zaak_die_je_niet_ziet_antwoordt_als_een_die_er_niet_is(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("UPDATE casus_casus SET beperkt = true WHERE id = %s", [id_van("casus")])
    amira = log_in(Client(), "amira")
    beperkt = amira.post(PAGINA, ERBIJ)
    nergens = amira.post(PAGINA, {**ERBIJ, "bestaande": "ZVH-bestaat-niet"})

    assert list(beperkt.context["formulier"].errors) == ["bestaande"]
    assert beperkt.context["formulier"].errors == nergens.context["formulier"].errors
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        besluit_vastleggen(WACHT, BIJ_ZAAK)


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"organisatie_1": str(id_van("ggz"))}, "naam_1"),
        ({"akkoord_1": "nee"}, "naam_1"),
        ({"naam_1": ""}, "naam_1"),
        ({"naam_2": "Wiebe Behandelaar", "akkoord_2": "ja"}, "organisatie_2"),
        (
            {"naam_2": "Wiebe Behandelaar", "organisatie_2": str(id_van("ggz"))},
            "akkoord_2",
        ),
        ({"geldt_c_onveilig": "nee"}, "geldt_c_onveilig"),
        ({"motivering_a_problemen": ""}, "motivering_a_problemen"),
        ({"besluit": "niet_in_behandeling"}, "reden"),
        ({"besluit": "elders"}, "verwezen_naar"),
        ({"regisseur": ""}, "regisseur"),
        ({"bestaande": "ZVH-2022-0001"}, "persoon_rol"),
    ],
)
def test_wat_ontbreekt_staat_bij_zijn_veld(
    ingelogd: Ingelogd, anders: dict[str, str], fout: str
) -> None:
    antwoord = ingelogd("amira").post(PAGINA, {**VELDEN, **anders})

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == [fout]


def test_wie_niets_zei_is_het_niet_eens(ingelogd: Ingelogd) -> None:
    zonder = {veld: waarde for veld, waarde in VELDEN.items() if veld != "akkoord_1"}

    antwoord = ingelogd("amira").post(PAGINA, zonder)

    assert sorted(antwoord.context["formulier"].errors) == ["akkoord_1", "naam_1"]
    assert _nu().triage_besluit is None


@pytest.mark.parametrize(
    "anders",
    [
        {"beslissers": []},
        {"beslissers": [GGZ]},
        {"beslissers": [replace(POLITIE, akkoord=False), GGZ]},
        {"beslissers": [replace(POLITIE, naam=" ")]},
        {"oordelen": BESLISSING.oordelen[:3]},
        {"oordelen": [*BESLISSING.oordelen[:3], Oordeel(CRITERIA[3], False, "Lokaal lukt het.")]},
        {"oordelen": [*BESLISSING.oordelen[:3], Oordeel(CRITERIA[3], True, " ")]},
        {"besluit": "sluiten"},
        {"besluit": "niet_in_behandeling"},
        {"besluit": "elders"},
        {"regisseur": id_van("joris")},
        {"regisseur": None},
        {"casus": UUID(int=1), "persoon_rol": "bekend", "betrokkene": id_van("betrokkene")},
        {"casus": id_van("casus")},
        {"casus": id_van("casus"), "persoon_rol": "hoofdbetrokkene"},
        {
            "casus": id_van("casus"),
            "persoon_rol": "bekend",
            "betrokkene": id_van("betrokkene"),
            "besluit": "ondersteuning",
        },
    ],
    ids=str,
)
def test_ook_zonder_formulier_weigert_de_databank(als_amira: None, anders: dict[str, Any]) -> None:
    with pytest.raises(NietToegestaan):
        besluit_vastleggen(WACHT, replace(BESLISSING, **anders))


@pytest.mark.parametrize("naam", ["bram", "mirjam", "els"])
def test_alleen_het_huis_legt_vast(db: None, naam: str) -> None:
    with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
        besluit_vastleggen(WACHT, BESLISSING)


def test_ook_een_procesondersteuner_legt_vast_voor_een_procesregisseur(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    keuzes = joris.get(PAGINA).context["formulier"].fields["regisseur"].choices
    joris.post(PAGINA, VELDEN)

    assert keuzes[1:] == [(str(id_van("amira")), "Amira Terpstra")]
    with als(Vrager(id_van("amira"))):
        rol = CasusRol.objects.get(casus=_nu().casus_id)
    assert (rol.rol, rol.gebruiker_id) == ("regisseur", id_van("amira"))


def test_een_tweede_besluit_is_er_niet(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(PAGINA, VELDEN)

    assert amira.post(PAGINA, VELDEN).status_code == 409
    with als(Vrager(id_van("amira"))):
        assert Casus.objects.count() == 2


def test_niet_in_behandeling_opent_niets_en_zegt_waarom(ingelogd: Ingelogd) -> None:
    besluit = {**VELDEN, "besluit": "niet_in_behandeling", "reden": "eerst_lokaal"}
    ingelogd("amira").post(PAGINA, {**besluit, "geldt_d_samenwerking": "nee"})
    _geef_antwoord()

    pagina = ingelogd("piet").get(f"/aanmeldingen/{WACHT}").content.decode()
    assert (_nu().triage_besluit, _nu().casus_id) == ("niet_in_behandeling", None)
    assert "Eerst lokaal aanpakken" in pagina
    with als(Vrager(id_van("frank"))):
        assert Handeling.objects.filter(handeling="aanmelding.besloten", object=WACHT).count() == 1


def test_wie_de_vorige_keer_besliste_staat_er_al(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    ingelogd("bram").post("/aanmeldingen/nieuw", _nieuw())
    amira.post(PAGINA, VELDEN)
    with als(Vrager(id_van("amira"))):
        ander = Aanmelding.objects.get(kenmerk__startswith="AM-")

    pagina = amira.get(f"/aanmeldingen/{ander.pk}/besluit")

    form = pagina.context["formulier"]
    assert "Sjoukje Officier" in pagina.content.decode()
    # The name and for whom; what they find today nobody said yet.
    assert form["organisatie_1"].value() == str(id_van("politie"))
    assert form["akkoord_1"].value() is None
    assert form.fields["akkoord_1"].choices[0] == ("", "Kies een antwoord")


def _nieuw() -> dict[str, str]:
    return {
        "eenmalig": "6a0c4c5e-0f1c-4f4e-9d0a-2c9d7d5a1f10",
        "aanmelder": str(id_van("ggz")),
        "achternaam": "Proef",
        "aanleiding": "x",
        "doel": "x",
        "geprobeerd": "x",
        "geinformeerd": "ja",
    }


def test_een_besluit_en_een_nieuwe_casus_staan_in_het_journaal(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(PAGINA, VELDEN)

    casus = _nu().casus_id
    with als(Vrager(id_van("frank"))):
        rijen = Handeling.objects.filter(
            handeling__in=["aanmelding.besloten", "casus.geopend"]
        ).values_list("handeling", "casus", "gebruiker")
        geschreven = sorted(rijen)
    assert geschreven == [
        ("aanmelding.besloten", casus, id_van("amira")),
        ("casus.geopend", casus, id_van("amira")),
    ]
    assert _onderwerpen("casus.geopend") == {"aanmelding", "casus", "gebruiker", "persoon"}
    assert _onderwerpen("aanmelding.besloten") == {"aanmelding", "casus", "persoon"}


def test_de_feiten_bewegen_mee(ingelogd: Ingelogd) -> None:
    telt = "SELECT count(*) FROM feit_casus WHERE eerste_inzet = 'procesregie'"
    besloten = "SELECT count(*) FROM feit_aanmelding WHERE triage_besluit = 'procesregie'"
    voor = (_feit(telt)[0], _feit(besloten)[0])

    ingelogd("amira").post(PAGINA, VELDEN)

    assert (_feit(telt)[0], _feit(besloten)[0]) == (voor[0] + 1, voor[1] + 1)


def test_wie_wordt_vernietigd_neemt_alles_mee_wat_aan_de_aanmelding_hing(
    eigen_databank: str,
) -> None:
    besluit = replace(BESLISSING, besluit="niet_in_behandeling", reden="eerst_lokaal")
    with als(Vrager(id_van("amira"))):
        besluit_vastleggen(WACHT, replace(besluit, samenstelling=None, regisseur=None))
    voor = _rijen_over(WACHT, eigen_databank)

    opdracht = Gebruiker.objects.get(systeemnaam__isnull=False).pk
    with als(Vrager(opdracht, VragerSoort.OPDRACHT)):
        assert afgewezen_vernietigen([WACHT]) == 1

    assert (voor, _rijen_over(WACHT, eigen_databank)) == ((4, 1, 1, 1), (0, 0, 0, 0))


def _rijen_over(aanmelding: UUID, databank: str) -> tuple[int, ...]:
    """Oordelen, beslissers, vragen and history, as administrator: no policy hides a row."""
    vraag = """
        SELECT (SELECT count(*) FROM aanmelding_criteriumoordeel WHERE aanmelding_id = %(van)s),
               (SELECT count(*) FROM aanmelding_beslisser WHERE aanmelding_id = %(van)s),
               (SELECT count(*) FROM aanmelding_navraag WHERE aanmelding_id = %(van)s),
               (SELECT count(*) FROM aanmelding_aanmeldingevent WHERE id = %(van)s)
    """
    with cluster().verbind(BEHEERDER, databank) as beheer:
        rij = beheer.execute(vraag, {"van": aanmelding}).fetchone()
    return tuple(rij or ())
