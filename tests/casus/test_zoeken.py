# SPDX-License-Identifier: EUPL-1.2
"""The search box: whom a few letters find, of those whom the asker sees."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.casus.test_bekenden import _vul
from tests.databank import kloon, verbonden_met
from vangnet.casus.letters import verwisselingen
from vangnet.casus.zoeken import Zoekvraag, lees, personen_zoeken
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager, als

DAG = date(2026, 11, 28)


@pytest.fixture(scope="module")
def huis(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A house in which the people of test_bekenden.py stand in the casus of the cast."""
    with kloon() as naam, django_db_blocker.unblock(), verbonden_met(naam):
        _vul(naam)
        yield


def _gevonden(wie: str, tekst: str, hooguit: int = 5) -> list[str]:
    vrager = Vrager(id_van(wie))
    with als(vrager):
        kijker = kijker_van(vrager)
        gevonden = personen_zoeken(lees(tekst, vandaag=DAG), wie=kijker, hooguit=hooguit)
        return [een.persoon.achternaam for een in gevonden]


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("vande", "Proefveld"),
        ("van der proefveld", "Proefveld"),
        ("fenna", "Proefveld"),
        ("Fena Proefvelt", "Proefveld"),
        ("proefveld, fenna", "Proefveld"),
        ("yilma", "Yılmazproef"),
        ("ylmazproef", "Yılmazproef"),
        ("elamr", "Amraniproef"),
        ("El-Amrani", "Amraniproef"),
        ("rachd", "Amraniproef"),
        ("proefstra", "Jansen-Proefstra"),
        ("johan", "Jansen-Proefstra"),
        ("7-7-61", "Jansen-Proefstra"),
        ("12.04.1988", "Proefveld"),
        ("vandr 12/4/88", "Proefveld"),
        ("kees p", "Proefhoeve"),
        ("Bakekr", "Bakker"),
        ("abkker", "Bakker"),
        ("Ingird Bakker", "Bakker"),
        ("bakekr 3-2-70", "Bakker"),
    ],
)
def test_wie_wordt_bedoeld_staat_bovenaan(huis: None, getypt: str, bedoeld: str) -> None:
    assert _gevonden("amira", getypt)[:1] == [bedoeld]


@pytest.mark.parametrize(
    "getypt", ["", "  ", "12-3", "--", "qqqqq", "fenna 13-4-1988", "99-99-99", "Жук"]
)
def test_wie_niet_past_komt_niet(huis: None, getypt: str) -> None:
    assert _gevonden("amira", getypt) == []


def test_twee_verwisselde_letters_vinden_alleen_die_naam(huis: None) -> None:
    assert _gevonden("amira", "bakekr") == ["Bakker"]


@pytest.mark.parametrize(
    ("woord", "bedoeld"),
    [
        ("Bakkr", ["abkkr", "bakrk", "bkakr"]),
        ("Zoëlla", ["ozella", "zeolla", "zoelal", "zolela"]),
        ("Kees", []),
        ("aaaaa", []),
        ("Жукова", []),
    ],
)
def test_een_naam_van_vijf_letters_of_meer_kan_verwisselde_letters_hebben(
    woord: str, bedoeld: list[str]
) -> None:
    assert verwisselingen(woord) == bedoeld


@pytest.mark.parametrize("wie", ["chantal", "piet", "tineke", "els", "mirjam"])
def test_wie_niemand_in_een_zaak_ziet_vindt_niemand(huis: None, wie: str) -> None:
    assert _gevonden(wie, "proefveld") == []


def test_er_komen_niet_meer_dan_gevraagd(huis: None) -> None:
    assert len(_gevonden("amira", "proef", hooguit=2)) == 2


@pytest.mark.parametrize(
    ("getypt", "geboren"),
    [
        ("12-3-98", date(1998, 3, 12)),
        ("jan 1/2/05", date(2005, 2, 1)),
        ("28-11-26", date(2026, 11, 28)),
        ("29-11-26", date(1926, 11, 29)),
        ("31-2-98", None),
        ("29-2-1900", None),
        ("ZVH-2022-0001", None),
        ("12-3-98-4", None),
    ],
)
def test_een_geboortedatum_lezen(getypt: str, geboren: date | None) -> None:
    assert lees(getypt, vandaag=DAG).geboren == geboren


@pytest.mark.parametrize(
    ("getypt", "kenmerk"),
    [
        ("c00805", True),
        (" C 00805", True),
        ("ZVH-2022-0001", True),
        ("Jansen", False),
        ("Jansen 12-3-98", False),
        ("12-3-98", False),
        ("999990019", False),
    ],
)
def test_een_kenmerk_begint_met_letters_en_is_geen_naam(getypt: str, kenmerk: bool) -> None:
    gelezen = lees(getypt, vandaag=DAG)

    assert gelezen.is_kenmerk == kenmerk
    assert not kenmerk or gelezen.woorden == ()


def test_wat_geen_datum_is_zijn_de_woorden_van_een_naam() -> None:
    assert lees("Jan van 't Veld 12-3-98", vandaag=DAG) == Zoekvraag(
        ("Jan", "van", "t", "Veld"), date(1998, 3, 12)
    )
