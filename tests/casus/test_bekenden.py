# SPDX-License-Identifier: EUPL-1.2
"""Bedoel je …? Who resembles somebody that is being named, of those whom the asker sees."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.databank import cluster, kloon, verbonden_met
from vangnet.casus.bekenden import Gezocht, bekenden
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager, als

# Made up: voornamen, tussenvoegsel, achternaam, born on.
MENSEN = [
    ("Fenna", "van der", "Proefveld", "1988-04-12"),
    ("Yusuf", None, "Yılmazproef", "1990-01-31"),
    ("Rachid", "El", "Amraniproef", "1979-11-02"),
    ("Wilhelmina Johanna", None, "Jansen-Proefstra", "1961-07-07"),
    ("Kees", None, "Proefhoeve", None),
    ("Ingrid", None, "Bakker", "1970-02-03"),
]
_PERSOON = """
    INSERT INTO personen_persoon (id, kenmerk, achternaam, voornamen, tussenvoegsel, geboortedatum)
    VALUES (gen_random_uuid(), %s, %s, %s, %s, %s) RETURNING id
"""
_IN_DE_ZAAK = """
    INSERT INTO casus_betrokkenheid (id, casus_id, persoon_id, rol, vanaf)
    VALUES (gen_random_uuid(), %s, %s, 'partner', '2026-01-01')
"""


@pytest.fixture(scope="module")
def huis(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A house in which the people above stand in the casus of the cast."""
    with kloon() as naam, django_db_blocker.unblock(), verbonden_met(naam):
        _vul(naam)
        yield


def _vul(naam: str) -> None:
    with cluster().verbind(BEHEERDER, naam) as beheer, beheer.transaction():
        for nummer, (voornamen, tussenvoegsel, achternaam, geboren) in enumerate(MENSEN):
            rij = beheer.execute(
                _PERSOON, (f"P-{nummer}", achternaam, voornamen, tussenvoegsel, geboren)
            ).fetchone()
            assert rij is not None
            beheer.execute(_IN_DE_ZAAK, (id_van("casus"), rij[0]))


def _gevonden(wie: str, achternaam: str, voornamen: str = "", geboren: str = "") -> list[str]:
    vrager = Vrager(id_van(wie))
    gezocht = Gezocht(achternaam, voornamen, date.fromisoformat(geboren) if geboren else None)
    with als(vrager):
        return [een.persoon.achternaam for een in bekenden(gezocht, wie=kijker_van(vrager))]


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        (("van der Proefveld", "Fenna", "1988-04-12"), "Proefveld"),
        (("Proefveld", "", ""), "Proefveld"),
        (("v.d. Proefvelt", "Fena", "1988-04-12"), "Proefveld"),
        (("PROEFVELD", "Fenna", "1988-12-04"), "Proefveld"),
        (("Yilmazproef", "", ""), "Yılmazproef"),
        (("Ylmazproef", "Yusuf", "1990-01-31"), "Yılmazproef"),
        (("Elamraniproef", "", ""), "Amraniproef"),
        (("el-Amrani-proef", "", "1979-11-02"), "Amraniproef"),
        (("Jansen", "Wilhelmina", "1961-07-07"), "Jansen-Proefstra"),
        (("Proefhoeven", "", "1984-03-03"), "Proefhoeve"),
        (("Bakekr", "", ""), "Bakker"),
        (("abkker", "Ingrid", "1970-02-03"), "Bakker"),
    ],
)
def test_wie_zo_ongeveer_heet_komt_bovenaan(
    huis: None, getypt: tuple[str, str, str], bedoeld: str
) -> None:
    assert _gevonden("amira", *getypt)[:1] == [bedoeld]


@pytest.mark.parametrize(
    "getypt",
    [
        ("Steenwijk", "Fenna", "1988-04-13"),
        ("Proefveld", "Bart", "1955-05-05"),
        ("", "Fenna", "1988-04-12"),
        ("%", "", ""),
    ],
)
def test_wie_anders_heet_of_op_een_andere_dag_is_geboren_komt_er_niet_bij(
    huis: None, getypt: tuple[str, str, str]
) -> None:
    assert "Proefveld" not in _gevonden("amira", *getypt)


def test_van_een_naam_met_verwisselde_letters_komt_niemand_met_een_andere_dag(huis: None) -> None:
    assert _gevonden("amira", "Bakekr", "Ingrid", "1971-02-03") == []


def test_wie_de_zaak_niet_ziet_hoort_niets(huis: None) -> None:
    assert _gevonden("bram", "van der Proefveld", "Fenna", "1988-04-12") == []
