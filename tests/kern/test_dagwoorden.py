# SPDX-License-Identifier: EUPL-1.2
"""Days as people type them, seen from Friday 4 March 2022."""

from collections.abc import Callable
from datetime import date

import pytest

from vangnet.kern.dagwoorden import BestaatNiet, MistJaar, dag_terug, dag_uit_woorden, dag_voluit

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
    ("vandaag", "dag"),
    [
        (VRIJDAG, date(2024, 2, 29)),
        (date(2024, 2, 29), date(2024, 2, 29)),
        (date(2096, 3, 1), date(2104, 2, 29)),
    ],
)
def test_een_schrikkeldag_is_de_eerste_die_nog_komt(vandaag: date, dag: date) -> None:
    assert dag_uit_woorden("29-2", vandaag=vandaag) == dag


@pytest.mark.parametrize(
    "tekst", ["", "ooit", "12-13", "12-0", "gisteren", "over veel weken", "8 12-11"]
)
def test_wat_geen_dag_is_geeft_niets(tekst: str) -> None:
    assert dag_uit_woorden(tekst, vandaag=VRIJDAG) is None


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("vandaag", date(2022, 3, 4)),
        ("Gisteren", date(2022, 3, 3)),
        ("eergisteren", date(2022, 3, 2)),
        ("vr", date(2022, 2, 25)),
        ("do", date(2022, 3, 3)),
        ("zaterdag", date(2022, 2, 26)),
        ("4-3", date(2022, 3, 4)),
        ("4-6", date(2021, 6, 4)),
        ("31 december", date(2021, 12, 31)),
    ],
)
def test_een_dag_in_woorden_is_in_het_verleden_de_laatste(tekst: str, dag: date) -> None:
    assert dag_terug(tekst, vandaag=VRIJDAG) == dag


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("5-3", "5 maart 2021"),
        ("3 juni", "3 juni 2021"),
        # A leap day of two years ago.
        ("29-2", "29 februari 2020"),
    ],
)
def test_een_dag_zonder_jaar_van_lang_geleden_vraagt_om_het_jaar(tekst: str, dag: str) -> None:
    with pytest.raises(MistJaar, match=dag):
        dag_terug(tekst, vandaag=VRIJDAG)


@pytest.mark.parametrize("tekst", ["", "morgen", "over 2 weken", "12-13"])
def test_wat_geen_dag_van_het_verleden_is_geeft_niets(tekst: str) -> None:
    assert dag_terug(tekst, vandaag=VRIJDAG) is None


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("31-12-2022", date(2022, 12, 31)),
        (" 1/2/2022 ", date(2022, 2, 1)),
        ("31.12.22", date(2022, 12, 31)),
        ("12-3-98", date(1998, 3, 12)),
        ("12-3-68", date(2068, 3, 12)),
        ("2022-12-31", date(2022, 12, 31)),
        ("31 December 2022", date(2022, 12, 31)),
        ("1 mrt 2022", date(2022, 3, 1)),
    ],
)
def test_een_dag_met_een_jaar_is_die_dag(tekst: str, dag: date) -> None:
    assert dag_voluit(tekst) == dag


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("12-3-49", date(1949, 3, 12)),
        ("12-3-98", date(1998, 3, 12)),
        ("12/3/20", date(2020, 3, 12)),
        ("30-11-26", date(2026, 11, 30)),
        ("1-12-26", date(1926, 12, 1)),
        ("29-2-00", date(2000, 2, 29)),
        ("12-3-2049", date(2049, 3, 12)),
    ],
)
def test_van_een_geboortedag_ligt_een_jaar_van_twee_cijfers_niet_in_de_toekomst(
    tekst: str, dag: date
) -> None:
    assert dag_voluit(tekst, tot=date(2026, 11, 30)) == dag


def test_een_geboortedag_die_er_niet_is_wordt_met_zijn_eeuw_genoemd() -> None:
    with pytest.raises(BestaatNiet, match=r"^29 februari 1949$"):
        dag_voluit("29-2-49", tot=date(2026, 11, 30))


@pytest.mark.parametrize("tekst", ["", "12-3", "12-13-2022", "31-12/2022", "31 juli", "1 a 2022"])
def test_wat_geen_dag_met_een_jaar_is_geeft_niets(tekst: str) -> None:
    assert dag_voluit(tekst) is None


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("29-2-2023", "29 februari 2023"),
        ("2023-02-29", "29 februari 2023"),
        ("31 april 2022", "31 april 2022"),
        ("0-1-22", "0 januari 2022"),
    ],
)
def test_een_dag_met_een_jaar_die_er_niet_is_wordt_genoemd(tekst: str, woorden: str) -> None:
    with pytest.raises(BestaatNiet, match=f"^{woorden}$"):
        dag_voluit(tekst)


@pytest.mark.parametrize("lees", [dag_uit_woorden, dag_terug])
@pytest.mark.parametrize(
    ("tekst", "woorden"), [("31-2", "31 februari"), ("40 maart", "40 maart"), ("0-5", "0 mei")]
)
def test_een_dag_die_geen_jaar_heeft_wordt_genoemd(
    lees: Callable[..., date | None], tekst: str, woorden: str
) -> None:
    with pytest.raises(BestaatNiet, match=f"^{woorden}$"):
        lees(tekst, vandaag=VRIJDAG)
