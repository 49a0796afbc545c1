# SPDX-License-Identifier: EUPL-1.2
"""The inzet switches on the day on which it began: no figure counts it, and the timeline has it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, kloon, verbonden_met
from vangnet.casus.deelname import (
    Plek,
    inzet_wisselen,
    uitnodigen,
    uitnodiging_beantwoorden,
)
from vangnet.casus.models import CasusRol, Inzet
from vangnet.casus.regels import RolSoort
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.trajecten import naar_ondersteuning, traject_toewijzen

CASUS = id_van("casus")
_BEGON_VANDAAG = "UPDATE casus_inzet SET vanaf = casus.dag(), tot = NULL WHERE casus_id = %s"
_WEER = "Dezelfde dag weer gewisseld."


@pytest.fixture(scope="module")
def huis(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A house in which the procesregie of the casus of the cast began today."""
    with kloon() as naam:
        with cluster().verbind(BEHEERDER, naam) as beheer:
            beheer.execute(_BEGON_VANDAAG, [CASUS])
        with django_db_blocker.unblock(), verbonden_met(naam):
            yield


@pytest.fixture(autouse=True)
def teruggedraaid(huis: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What a test writes is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def _wissel(*naar: str) -> None:
    for een in naar:
        with als(Vrager(id_van("amira"))):
            inzet_wisselen(CASUS, naar=een)


def _begeleid_en_wissel() -> None:
    with als(Vrager(id_van("amira"))):
        traject_toewijzen(CASUS, aan=id_van("tineke"))
    with als(Vrager(id_van("amira"))):
        naar_ondersteuning(CASUS, reden="Het gaat zonder.")


def _vandaag(naam: str = "amira") -> list[tuple[str, str]]:
    """The lines of today about inzet and traject, newest first."""
    regels = log_in(Client(), naam).get(f"/zaken/{CASUS}/tijdlijn").context["gebeurtenissen"]
    return [
        (een.titel, een.tekst)
        for een in regels
        if een.op == vandaag() and een.titel.endswith((" begonnen", " gestopt"))
    ]


def test_wat_op_de_eerste_dag_is_gewisseld_blijft_op_de_tijdlijn() -> None:
    _wissel("ondersteuning")

    assert _vandaag() == [("Ondersteuning begonnen", ""), ("Procesregie begonnen", _WEER)]


def test_heen_en_terug_op_de_eerste_dag_staat_in_volgorde_op_de_tijdlijn() -> None:
    _wissel("ondersteuning", "procesregie")

    assert _vandaag() == [
        ("Procesregie begonnen", ""),
        ("Ondersteuning begonnen", _WEER),
        ("Procesregie begonnen", _WEER),
    ]


def test_een_begeleiding_van_een_dag_staat_op_de_tijdlijn_met_waarom_zij_stopte() -> None:
    _begeleid_en_wissel()

    assert _vandaag() == [
        ("Ondersteuning begonnen", ""),
        ("Trajectbegeleiding gestopt", "Het gaat zonder."),
        ("Trajectbegeleiding begonnen", ""),
        ("Procesregie begonnen", _WEER),
    ]


def test_een_partner_leest_alleen_de_inzet() -> None:
    with als(Vrager(id_van("amira"))):
        uitnodigen(CASUS, Plek(id_van("bram"), id_van("ggz"), RolSoort.DEELNEMER))
    with als(Vrager(id_van("bram"))):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram"))
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)
    _begeleid_en_wissel()

    assert _vandaag("bram") == [("Ondersteuning begonnen", ""), ("Procesregie begonnen", _WEER)]


def test_van_de_eerste_dag_telt_alleen_wat_er_aan_het_eind_is() -> None:
    _wissel("ondersteuning")

    with als(Vrager(id_van("amira"))):
        rijen = Inzet.objects.filter(casus=CASUS)
        assert list(rijen.values_list("soort", "vanaf", "tot")) == [
            ("ondersteuning", vandaag(), None)
        ]


@pytest.mark.parametrize(
    ("gewisseld", "zin"),
    [
        ([], "De ondersteuning begint vandaag. De procesregie begon ook vandaag: zij telt niet"),
        (
            ["ondersteuning"],
            "De procesregie begint vandaag. De ondersteuning begon ook vandaag: zij telt niet",
        ),
    ],
)
def test_het_scherm_zegt_op_de_eerste_dag_niet_dat_gisteren_de_laatste_was(
    gewisseld: list[str], zin: str
) -> None:
    _wissel(*gewisseld)

    pagina = log_in(Client(), "amira").get(f"/zaken/{CASUS}/inzet").content.decode()

    assert zin in pagina
    assert "had gisteren als laatste dag" not in pagina
