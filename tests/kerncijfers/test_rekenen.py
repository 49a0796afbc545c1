# SPDX-License-Identifier: EUPL-1.2
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vangnet.kerncijfers.rekenen import (
    Deel,
    Verandering,
    aandelen,
    afgerond,
    gemiddelde,
    leeftijd,
    mediaan,
    percentiel_90,
    samengevoegd,
    verandering,
)

aantallen = st.lists(st.integers(min_value=0, max_value=10_000), min_size=1, max_size=30)
dagen = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("telling", "procenten"),
    [
        ([91, 79], [54, 46]),
        ([106, 104], [50, 50]),
        ([145, 81], [64, 36]),
        ([1, 1, 1], [34, 33, 33]),
        ([0, 7], [0, 100]),
        ([1, 1, 1, 1, 1, 1, 1], [15, 15, 14, 14, 14, 14, 14]),
    ],
)
def test_aandelen_zijn_hele_procenten_met_de_grootste_resten(
    telling: list[int], procenten: list[int]
) -> None:
    assert aandelen(telling) == procenten


def test_bij_gelijke_resten_gaat_het_procent_naar_het_grootste_aantal() -> None:
    # 25/200 and 175/200 are 12.5 and 87.5: the remainders are the same.
    assert aandelen([25, 175]) == [12, 88]


def test_bij_gelijke_aantallen_gaat_het_procent_naar_de_eerste_klasse() -> None:
    assert aandelen([25, 25, 50, 100]) == [13, 12, 25, 50]


def test_van_niets_zijn_geen_aandelen() -> None:
    assert aandelen([0, 0]) is None
    assert aandelen([]) is None


def test_een_bedrag_onder_nul_heeft_geen_aandeel() -> None:
    assert aandelen([Decimal("-5.00"), Decimal("10.00")]) is None


def test_bedragen_met_centen_hebben_hele_aandelen() -> None:
    assert aandelen([Decimal("0.10"), Decimal("0.20")]) == [33, 67]


@given(aantallen)
def test_aandelen_zijn_samen_honderd_en_wijken_minder_dan_een_procent_af(
    telling: list[int],
) -> None:
    procenten = aandelen(telling)
    if procenten is None:
        assert sum(telling) == 0
        return
    assert sum(procenten) == 100
    for aantal, procent in zip(telling, procenten, strict=True):
        assert abs(procent * sum(telling) - aantal * 100) < sum(telling)


@given(aantallen)
def test_een_groter_aantal_heeft_nooit_een_kleiner_aandeel(telling: list[int]) -> None:
    procenten = aandelen(telling)
    if procenten is not None:
        op_aantal = sorted(zip(telling, procenten, strict=True))
        assert [p for _, p in op_aantal] == sorted(procenten)


def test_een_samengevoegde_klasse_is_de_som_van_aantallen_en_getoonde_aandelen() -> None:
    assert samengevoegd([Deel(31, 18), Deel(20, 12)]) == Deel(51, 30)


def test_een_samengevoegde_klasse_heeft_geen_aandeel_als_een_lid_er_geen_heeft() -> None:
    assert samengevoegd([Deel(0, None), Deel(0, None)]) == Deel(0, None)


@pytest.mark.parametrize(
    ("oud", "nieuw", "absoluut", "procent"),
    [
        (210, 170, -40, -19),
        (12, 21, 9, 75),
        (189, 344, 155, 82),
        (200, 201, 1, 1),
        (200, 199, -1, -1),
        (1000, 1004, 4, 0),
        (0, 5, 5, None),
        (0, 0, 0, None),
        (-100, -50, 50, 50),
    ],
)
def test_een_verandering_rondt_halven_van_nul_af(
    oud: int, nieuw: int, absoluut: int, procent: int | None
) -> None:
    assert verandering(nieuw, oud=oud) == Verandering(absoluut, procent)


@pytest.mark.parametrize(
    ("som", "aantal", "uitkomst"),
    [(336, 106, "3.2"), (151, 91, "1.7"), (1, 20, "0.1"), (-1, 20, "-0.1"), (180, 12, "15.0")],
)
def test_een_gemiddelde_heeft_een_decimaal(som: int, aantal: int, uitkomst: str) -> None:
    assert str(gemiddelde(som, aantal=aantal)) == uitkomst


def test_van_niets_is_geen_gemiddelde() -> None:
    assert gemiddelde(0, aantal=0) is None


@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(0, 4))
def test_afronden_gaat_naar_het_naaste_getal_en_halven_van_nul_af(
    waarde: Fraction, decimalen: int
) -> None:
    stap = Fraction(1, 10**decimalen)
    verschil = Fraction(afgerond(waarde, decimalen=decimalen)) - waarde
    assert abs(verschil) * 2 <= stap
    if abs(verschil) * 2 == stap:
        assert (verschil > 0) == (waarde > 0)


@pytest.mark.parametrize(
    ("waarden", "uitkomst"),
    [([3], "3"), ([9, 1, 4], "4"), ([1, 2], "1.5"), ([10, 2, 4, 8], "6"), ([5, 5, 5, 5], "5")],
)
def test_de_mediaan_is_het_midden_of_het_gemiddelde_van_de_middelste_twee(
    waarden: list[int], uitkomst: str
) -> None:
    assert mediaan(waarden) == Decimal(uitkomst)


@pytest.mark.parametrize(
    ("waarden", "uitkomst"),
    [([7], 7), (list(range(1, 11)), 9), (list(range(1, 12)), 10), ([1, 100], 100)],
)
def test_het_90e_percentiel_is_de_naaste_rang(waarden: list[int], uitkomst: int) -> None:
    assert percentiel_90(waarden) == uitkomst


def test_van_niets_zijn_geen_mediaan_en_percentiel() -> None:
    assert mediaan([]) is None
    assert percentiel_90([]) is None


@given(st.lists(st.integers(0, 5000), min_size=1))
def test_het_90e_percentiel_is_de_kleinste_waarde_die_negentig_procent_niet_overschrijdt(
    waarden: list[int],
) -> None:
    p90 = percentiel_90(waarden)
    assert p90 is not None
    assert 10 * sum(waarde <= p90 for waarde in waarden) >= 9 * len(waarden)
    assert 10 * sum(waarde < p90 for waarde in waarden) < 9 * len(waarden)


@pytest.mark.parametrize(
    ("geboren", "op", "jaren"),
    [
        (date(2000, 5, 10), date(2022, 5, 9), 21),
        (date(2000, 5, 10), date(2022, 5, 10), 22),
        (date(2004, 2, 29), date(2022, 2, 28), 17),
        (date(2004, 2, 29), date(2022, 3, 1), 18),
        (date(2004, 2, 29), date(2024, 2, 28), 19),
        (date(2004, 2, 29), date(2024, 2, 29), 20),
        (date(2022, 1, 1), date(2022, 1, 1), 0),
        (date(1999, 12, 31), date(2022, 1, 1), 22),
    ],
)
def test_een_leeftijd_telt_hele_jaren(geboren: date, op: date, jaren: int) -> None:
    assert leeftijd(geboren, op=op) == jaren


def test_voor_de_geboorte_is_er_geen_leeftijd() -> None:
    with pytest.raises(ValueError, match="ligt voor de geboorte"):
        leeftijd(date(2022, 1, 2), op=date(2022, 1, 1))


@given(dagen, st.integers(0, 40_000))
def test_een_leeftijd_loopt_op_verjaardagen_met_een_op(geboren: date, na: int) -> None:
    op = geboren + timedelta(days=na)
    erbij = leeftijd(geboren, op=op + timedelta(days=1)) - leeftijd(geboren, op=op)
    morgen = op + timedelta(days=1)
    schrikkeldag = (geboren.month, geboren.day) == (2, 29)
    verjaardag = (3, 1) if schrikkeldag and morgen.year % 4 else (geboren.month, geboren.day)
    if morgen.year not in (1900, 2100, 2200):
        assert erbij == ((morgen.month, morgen.day) == verjaardag)
