# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest

from vangnet.inrichting.gemeenten import Gemeente, geldig_op, gemeenten, voorgangers


def test_een_gemeente_draagt_naam_dagen_en_opvolgers() -> None:
    assert gemeenten()["GM1921"] == Gemeente(
        code="GM1921",
        naam="De Friese Meren",
        vanaf=date(2014, 1, 1),
        tot=date(2015, 6, 30),
        opvolgers=("GM1940",),
    )


@pytest.mark.parametrize(
    ("code", "dag", "verwacht"),
    [
        ("GM1921", date(2013, 12, 31), False),
        ("GM1921", date(2014, 1, 1), True),
        ("GM1921", date(2015, 6, 30), True),
        ("GM1921", date(2015, 7, 1), False),
        ("GM1940", date(2015, 7, 1), True),
        ("GM0457", date(2022, 3, 23), True),
        ("GM0457", date(2022, 3, 24), False),
    ],
)
def test_een_code_geldt_van_zijn_eerste_tot_en_met_zijn_laatste_dag(
    code: str, dag: date, verwacht: bool
) -> None:
    assert geldig_op(code, dag) is verwacht


def test_een_gemeente_van_voor_2007_geldt_op_elke_eerdere_dag() -> None:
    assert geldig_op("GM0080", date(1950, 1, 1))


@pytest.mark.parametrize("code", ["", "detentie", "GM9999", "gm0080", "0080"])
def test_een_onbekende_code_geldt_op_geen_enkele_dag(code: str) -> None:
    assert not geldig_op(code, date(2022, 1, 1))


def test_voorgangers_gaan_door_over_meer_dan_een_stap() -> None:
    assert voorgangers({"GM1949"}) == {"GM0063", "GM0070", "GM0083", "GM0140", "GM1908"}


def test_een_verdeelde_gemeente_is_voorganger_van_elke_opvolger() -> None:
    assert "GM0055" in voorgangers({"GM0074"}) & voorgangers({"GM0080"})


def test_een_gemeente_is_geen_voorganger_van_zichzelf() -> None:
    assert voorgangers({"GM0080"}) == {"GM0055", "GM0081", "GM0140"}


def test_een_gegeven_code_die_in_een_andere_opging_is_wel_voorganger() -> None:
    assert "GM0457" in voorgangers({"GM0363", "GM0457"})


def test_een_gemeente_die_nooit_is_gegroeid_heeft_geen_voorgangers() -> None:
    assert voorgangers(["GM0060"]) == frozenset()
