# SPDX-License-Identifier: EUPL-1.2
"""A casus has one aandachtsgebied that counts, and may have further ones."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.afsluiting.bank import CASUS, GESLOTEN, sluitbank, wie
from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, verbonden_met
from tests.opgeschreven import in_het_journaal
from tests.web.zaken.test_rollen_per_kant import doet_mee
from vangnet.afsluiting.selectors import Zaakfilter, zaakpagina
from vangnet.casus.aandachtsgebieden import aandachtsgebieden_zetten
from vangnet.casus.deelname import Plek, beperkt_zetten, uitnodigen
from vangnet.casus.models import Casus
from vangnet.casus.regels import RolSoort
from vangnet.kern.daden import roep
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager
from vangnet.voortgang.regels import Termijnen

Ingelogd = Callable[[str], Client]
ZAAK = f"/zaken/{CASUS}"
BLAD = f"{ZAAK}/aandachtsgebieden"
VERDERE = ["levensloop", "mensenhandel_uitbuiting"]
pytestmark = pytest.mark.usefixtures("bank")


@pytest.fixture(scope="module")
def gedeeld(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The bank of tests/afsluiting, in which stalking counts for the casus of the cast."""
    with sluitbank() as naam, django_db_blocker.unblock(), verbonden_met(naam):
        with cluster().verbind(BEHEERDER, naam) as beheer:
            beheer.execute(
                "UPDATE casus_casus SET aandachtsgebied = 'stalking' WHERE id = %s", [CASUS]
            )
        yield naam


@pytest.fixture
def bank(gedeeld: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def ingelogd() -> Ingelogd:
    return lambda naam: log_in(Client(), naam)


def _nu() -> Casus:
    with wie("amira"):
        return Casus.objects.get(pk=CASUS)


def _zet(verdere: list[str], *, naam: str = "amira", casus: UUID = CASUS) -> bool:
    gelezen = _nu().versie if casus == CASUS else 1
    with wie(naam):
        return aandachtsgebieden_zetten(casus, verdere, gelezen=gelezen)


def _velden(**anders: Any) -> dict[str, Any]:
    return {"verdere": VERDERE, "versie": _nu().versie} | anders


def _beperkt_met_amira() -> None:
    with wie("amira"):
        uitnodigen(CASUS, Plek(id_van("amira"), None, RolSoort.REGISSEUR))
        beperkt_zetten(CASUS, beperkt=True)


def _op_de_pagina(client: Client, adres: str = BLAD) -> list[int]:
    velden = {"verdere": VERDERE, "versie": 1}
    return [client.get(adres).status_code, client.post(adres, velden).status_code]


def test_het_huis_noemt_andere_aandachtsgebieden_en_ziet_ze_op_het_overzicht(
    ingelogd: Ingelogd,
) -> None:
    joris = ingelogd("joris")
    assert BLAD in joris.get(ZAAK).content.decode()

    assert joris.post(BLAD, _velden()).status_code == 302

    assert _nu().verdere_aandachtsgebieden == VERDERE
    gegevens = joris.get(ZAAK).context["gegevens"]
    assert gegevens[-2:] == [
        ("Aandachtsgebied", "Stalking"),
        ("Verdere aandachtsgebieden", "Levensloop, Mensenhandel en uitbuiting"),
    ]
    assert in_het_journaal("aandachtsgebieden.gewijzigd") == [(id_van("joris"), CASUS, CASUS, True)]


def test_een_zaak_zonder_andere_aandachtsgebieden_heeft_er_geen_regel_voor(
    ingelogd: Ingelogd,
) -> None:
    gegevens = ingelogd("joris").get(ZAAK).context["gegevens"]

    assert gegevens[-1] == ("Aandachtsgebied", "Stalking")


def test_wie_meedoet_leest_ze_en_past_ze_niet_aan(ingelogd: Ingelogd) -> None:
    _zet(["levensloop"])
    doet_mee("bram", "ggz", None)
    pagina = ingelogd("bram").get(ZAAK)

    assert pagina.context["gegevens"][-1] == ("Verdere aandachtsgebieden", "Levensloop")
    assert BLAD not in pagina.content.decode()


def test_wat_telt_staat_op_de_pagina_en_is_er_niet_te_veranderen(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    pagina = joris.get(BLAD)

    assert "Bij de aanmelding is gekozen: Stalking." in pagina.content.decode()
    assert list(pagina.context["formulier"].fields) == ["verdere", "versie"]
    joris.post(BLAD, _velden(eerste="levensloop", aandachtsgebied="levensloop", verdere=[]))
    assert _nu().aandachtsgebied == "stalking"


def _feiten() -> list[tuple[Any, ...]]:
    with wie("amira"), connection.cursor() as cursor:
        cursor.execute("SELECT kerncijfers.ververs()")
        cursor.execute("SELECT set_config('role', 'vangnet_cijfers', true)")
        cursor.execute(
            "SELECT sleutel, aangemeld_op, eerste_inzet, gemeente, aandachtsgebied "
            "FROM feit_casus ORDER BY sleutel"
        )
        feiten: list[tuple[Any, ...]] = cursor.fetchall()
        cursor.execute("SELECT set_config('role', 'none', true)")
        return feiten


def test_de_cijfers_veranderen_er_niet_door() -> None:
    voor = _feiten()
    _zet(["levensloop", "housing_first"])

    assert "stalking" in {feit[-1] for feit in voor}
    assert _feiten() == voor


def test_wie_een_oudere_zaak_las_ziet_wat_er_nu_staat_en_houdt_de_eigen_keuze(
    ingelogd: Ingelogd,
) -> None:
    oud = _velden()
    _zet(["housing_first"])
    joris = ingelogd("joris")

    pagina = joris.post(BLAD, oud)

    assert pagina.status_code == 409
    assert "die er nu staan: Housing First." in pagina.content.decode()
    form = pagina.context["formulier"]
    assert form["verdere"].value() == VERDERE
    assert _nu().verdere_aandachtsgebieden == ["housing_first"]
    assert joris.post(BLAD, oud | {"versie": form["versie"].value()}).status_code == 302
    assert _nu().verdere_aandachtsgebieden == VERDERE


def test_hetzelfde_nog_eens_opslaan_doet_niets(ingelogd: Ingelogd) -> None:
    joris, velden = ingelogd("joris"), _velden()

    for _ in range(2):
        assert joris.post(BLAD, velden).status_code == 302

    assert len(in_het_journaal("aandachtsgebieden.gewijzigd")) == 1


@pytest.mark.parametrize("code", ["stalking", "geen", "onbekend", "verzonnen"])
def test_wat_geen_ander_aandachtsgebied_is_staat_bij_het_veld(
    code: str, ingelogd: Ingelogd
) -> None:
    antwoord = ingelogd("joris").post(BLAD, _velden(verdere=[code]))

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == ["verdere"]


@pytest.mark.parametrize(
    "verdere",
    [
        ["stalking"],
        ["levensloop", "levensloop"],
        ["geen"],
        ["onbekend"],
        ["verzonnen"],
        [None],
        None,
        [["levensloop"], ["housing_first"]],
    ],
    ids=str,
)
def test_de_databank_weigert_wat_geen_lijst_van_andere_aandachtsgebieden_is(verdere: Any) -> None:
    versie = _nu().versie

    with wie("amira"), pytest.raises(NietToegestaan):
        roep("casus.zet_aandachtsgebieden(%s, %s::text[], %s, %s)", CASUS, verdere, versie)


def test_was_een_collega_net_voor_dan_staat_er_wat_er_nu_is(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the reading of the page and the act; the next save is on what is there then."""
    daad = "vangnet.web.zaken.aandachtsgebieden.aandachtsgebieden_zetten"

    def na_een_collega(*args: Any, **kwargs: Any) -> bool:
        monkeypatch.undo()
        _zet(["housing_first"], naam="joris")
        return aandachtsgebieden_zetten(*args, **kwargs)

    amira, velden = ingelogd("amira"), _velden()
    monkeypatch.setattr(daad, na_een_collega)
    pagina = amira.post(BLAD, velden)

    assert pagina.status_code == 409
    assert "die er nu staan: Housing First." in pagina.content.decode()
    assert f'name="versie" value="{_nu().versie}"' in pagina.content.decode()


def test_een_versie_die_niet_kan_wordt_geweigerd(ingelogd: Ingelogd) -> None:
    assert ingelogd("amira").post(BLAD, _velden(versie=2**31)).status_code == 422


@pytest.mark.parametrize("naam", ["bram", "tineke", "mirjam", "frank", "els"])
def test_wie_niet_in_het_huis_werkt_noemt_geen_aandachtsgebied(
    naam: str, ingelogd: Ingelogd
) -> None:
    doet_mee("bram", "ggz", None)

    assert _op_de_pagina(ingelogd(naam)) == [404, 404]
    with pytest.raises(NietToegestaan):
        _zet(["levensloop"], naam=naam)


def test_van_een_gesloten_zaak_verandert_het_niet(ingelogd: Ingelogd) -> None:
    adres = f"/zaken/{GESLOTEN}/aandachtsgebieden"

    assert _op_de_pagina(ingelogd("amira"), adres) == [404, 404]
    with pytest.raises(NietToegestaan):
        _zet(["levensloop"], casus=GESLOTEN)


def test_van_een_beperkte_zaak_alleen_door_wie_erop_staat(ingelogd: Ingelogd) -> None:
    _beperkt_met_amira()

    assert _op_de_pagina(ingelogd("joris")) == [404, 404]
    with pytest.raises(NietToegestaan):
        _zet(["levensloop"], naam="joris")
    assert _zet(["levensloop"])


@pytest.mark.parametrize(
    ("gebied", "staat_erin"), [("stalking", True), ("levensloop", True), ("housing_first", False)]
)
def test_het_filter_vindt_een_zaak_ook_op_een_ander_aandachtsgebied(
    gebied: str, staat_erin: bool, ingelogd: Ingelogd
) -> None:
    _zet(VERDERE)
    blad = ingelogd("joris").get("/zaken/", {"aandachtsgebied": gebied}).content.decode()

    assert ("ZVH-2022-0001" in blad) == staat_erin


@pytest.mark.asvs("8.2.2")
def test_een_partner_vindt_er_ook_zonder_formulier_niets_mee() -> None:
    _zet(VERDERE)
    doet_mee("bram", "ggz", None)
    with wie("bram"):
        bram = kijker_van(Vrager(id_van("bram")))
        gevonden = [
            len(zaakpagina(een, wie=bram, dag=vandaag(), gezet=Termijnen(4, 7, 12, 2)).zaken)
            for een in (Zaakfilter(), Zaakfilter(aandachtsgebied="levensloop"))
        ]

    assert gevonden == [1, 0]
