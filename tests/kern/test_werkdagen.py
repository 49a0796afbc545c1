# SPDX-License-Identifier: EUPL-1.2
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vangnet.kern.werkdagen import (
    einde_termijn,
    feestdagen,
    is_werkdag,
    laatste_begin,
    na_werkdagen,
    werkdagen,
)

dagen = st.dates(date(2000, 1, 1), date(2099, 12, 31))
lengten = st.integers(min_value=0, max_value=400)


@pytest.mark.parametrize(
    ("van", "tot", "aantal"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), 0),  # Monday
        (date(2026, 11, 23), date(2026, 11, 27), 4),
        (date(2026, 11, 27), date(2026, 11, 29), 0),  # Friday to Sunday
        (date(2026, 11, 27), date(2026, 11, 30), 1),
        (date(2026, 11, 20), date(2026, 12, 4), 10),
        (date(2026, 12, 24), date(2026, 12, 28), 1),  # Christmas on Friday and Saturday
        (date(2026, 11, 27), date(2026, 11, 20), 0),
    ],
)
def test_weekeinde_en_feestdag_tellen_niet_als_wachten(van: date, tot: date, aantal: int) -> None:
    assert werkdagen(van, tot) == aantal


@pytest.mark.parametrize(
    ("van", "aantal", "dag"),
    [
        (date(2026, 11, 23), 1, date(2026, 11, 24)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),  # Friday
        (date(2026, 11, 28), 5, date(2026, 12, 4)),  # Saturday
        (date(2026, 12, 24), 2, date(2026, 12, 29)),  # Christmas on Friday and Saturday
    ],
)
def test_een_termijn_in_werkdagen_slaat_weekeinde_en_feestdag_over(
    van: date, aantal: int, dag: date
) -> None:
    assert na_werkdagen(van, aantal) == dag


@given(dagen, st.integers(min_value=1, max_value=100))
def test_een_termijn_in_werkdagen_telt_wat_zij_zegt(van: date, aantal: int) -> None:
    einde = na_werkdagen(van, aantal)

    assert is_werkdag(einde)
    assert werkdagen(van, einde) == aantal


def test_de_feestdagen_van_2026_staan_in_de_wet() -> None:
    assert sorted(feestdagen(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 5),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


@pytest.mark.parametrize(
    "tweede_paasdag",
    [date(2008, 3, 24), date(2011, 4, 25), date(2024, 4, 1), date(2025, 4, 21), date(2038, 4, 26)],
)
def test_tweede_paasdag_valt_waar_de_kalender_hem_zet(tweede_paasdag: date) -> None:
    assert tweede_paasdag in feestdagen(tweede_paasdag.year)


@pytest.mark.parametrize("dag", [date(2025, 4, 26), date(2013, 4, 30), date(2006, 4, 29)])
def test_de_verjaardag_op_zondag_wordt_zaterdag_gevierd(dag: date) -> None:
    assert dag in feestdagen(dag.year)


@pytest.mark.parametrize(
    ("van", "lengte", "einde"),
    [
        (date(2026, 11, 2), 28, date(2026, 11, 30)),
        (date(2026, 11, 1), 28, date(2026, 11, 30)),  # the 29th is a Sunday
        (date(2026, 11, 27), 28, date(2026, 12, 28)),  # Christmas, and then a weekend
    ],
)
def test_een_termijn_eindigt_op_een_werkdag(van: date, lengte: int, einde: date) -> None:
    assert einde_termijn(van, lengte) == einde


@given(dagen, lengten)
def test_een_termijn_duurt_nooit_korter_en_hooguit_een_feest_langer(van: date, lengte: int) -> None:
    einde = einde_termijn(van, lengte)

    assert is_werkdag(einde)
    assert 0 <= (einde - van).days - lengte <= 5


@given(dagen, lengten, st.integers(min_value=-10, max_value=10))
def test_het_laatste_begin_scheidt_voorbij_van_lopend(dag: date, lengte: int, naast: int) -> None:
    grens = laatste_begin(dag, lengte)
    begin = grens + timedelta(days=naast)

    assert (einde_termijn(begin, lengte) < dag) == (begin <= grens)
