# SPDX-License-Identifier: EUPL-1.2
"""Days as people type them, seen from Friday 4 March 2022."""

from datetime import date

import pytest

from vangnet.kern.dagwoorden import dag_uit_woorden

VRIJDAG = date(2022, 3, 4)


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("vandaag", date(2022, 3, 4)),
        ("Morgen", date(2022, 3, 5)),
        ("overmorgen", date(2022, 3, 6)),
        ("vr", date(2022, 3, 11)),
        ("za", date(2022, 3, 5)),
        ("donderdag", date(2022, 3, 10)),
        ("12-3", date(2022, 3, 12)),
        ("4/3", date(2022, 3, 4)),
        ("3-3", date(2023, 3, 3)),
        ("12 maart", date(2022, 3, 12)),
        ("1 mrt", date(2023, 3, 1)),
        (" 12  apr. ", date(2022, 4, 12)),
        ("over 2 weken", date(2022, 3, 18)),
        ("over een week", date(2022, 3, 11)),
        ("over 3 dagen", date(2022, 3, 7)),
        ("over 1 maand", date(2022, 4, 4)),
        ("over 10 maanden", date(2023, 1, 4)),
    ],
)
def test_een_dag_in_woorden_is_die_dag(tekst: str, dag: date) -> None:
    assert dag_uit_woorden(tekst, vandaag=VRIJDAG) == dag


def test_een_schrikkeldag_die_eraan_komt_is_een_dag() -> None:
    assert dag_uit_woorden("29-2", vandaag=date(2023, 12, 1)) == date(2024, 2, 29)


def test_een_maand_na_de_laatste_van_januari_is_de_laatste_van_februari() -> None:
    assert dag_uit_woorden("over een maand", vandaag=date(2022, 1, 31)) == date(2022, 2, 28)


@pytest.mark.parametrize(
    "tekst", ["", "ooit", "29-2", "31-2", "12-13", "40 maart", "over veel weken"]
)
def test_wat_geen_dag_is_geeft_niets(tekst: str) -> None:
    assert dag_uit_woorden(tekst, vandaag=VRIJDAG) is None
