# SPDX-License-Identifier: EUPL-1.2
"""Totals over classes: what can be met is met, and nothing is lost."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kerncijfers.telling_regels import aandelen
from vangnet.demo.verdeling import Verdeling, deel_uit, spreid, verdeel

KLASSEN = ["a", "b", "c", "d", "e"]


@given(st.lists(st.integers(0, 60), min_size=5, max_size=5).filter(any))
def test_haalbare_procenten_worden_gehaald(aantallen: list[int]) -> None:
    """Percents that some counts give are given by the counts that the search finds."""
    procenten = [procent or 0 for procent in aandelen([*aantallen])]
    gevraagd = dict(zip(KLASSEN, procenten, strict=True))

    gevonden = verdeel(sum(aantallen), Verdeling(aandeel=gevraagd))

    assert sum(gevonden.values()) == sum(aantallen)
    assert aandelen(list(gevonden.values())) == list(gevraagd.values())


def test_vaste_aantallen_blijven_staan() -> None:
    verdeling = Verdeling(aantal={"a": 73, "b": 1}, gewicht={"c": 2, "d": 1})

    assert verdeel(170, verdeling) == {"a": 73, "b": 1, "c": 64, "d": 32}


def test_procenten_die_niet_tot_100_tellen_houden_het_totaal() -> None:
    gevonden = verdeel(210, Verdeling(aandeel={"a": 64, "b": 34}))

    assert sum(gevonden.values()) == 210


def test_wat_overblijft_gaat_naar_de_klassen_met_gewicht() -> None:
    gevonden = verdeel(90, Verdeling(aandeel={"a": 21, "b": 9}, gewicht={"c": 1}))

    assert gevonden == {"a": 19, "b": 8, "c": 63}


def test_een_aantal_schuift_op_als_het_naaste_een_ander_procent_geeft() -> None:
    """Of 65, 20 is nearest to 30 %, but beside these other counts it shows as 31 %."""
    verdeling = Verdeling(aandeel={"a": 30, "b": 26, "c": 6}, gewicht={"d": 6, "e": 19})

    gevonden = verdeel(65, verdeling)

    assert aandelen(list(gevonden.values()))[:3] == [30, 26, 6]


@given(st.integers(0, 500), st.lists(st.integers(0, 9), min_size=1, max_size=5).filter(any))
def test_spreiden_verliest_niets(totaal: int, gewichten: list[int]) -> None:
    delen = spreid(totaal, dict(zip(KLASSEN, map(float, gewichten), strict=False)))

    assert sum(delen.values()) == totaal
    assert min(delen.values()) >= 0


def test_zonder_gewicht_krijgt_niemand_iets() -> None:
    assert spreid(5, {"a": 0.0}) == {"a": 0}


@pytest.mark.parametrize("zaad", [1, 2])
def test_uitdelen_houdt_de_aantallen(zaad: int) -> None:
    kaarten = deel_uit({"a": 2, "b": 1}, Random(zaad))  # noqa: S311

    assert sorted(kaarten) == ["a", "a", "b"]
