# SPDX-License-Identifier: EUPL-1.2
"""Which day the form of a new overleg begins with."""

from datetime import date

import pytest

from vangnet.web.overleg.plannen import voorgestelde_dag


@pytest.mark.parametrize(
    ("vandaag", "voorstel"),
    [
        (date(2026, 12, 2), date(2026, 12, 9)),  # Wednesday
        (date(2026, 11, 29), date(2026, 12, 7)),  # Sunday
        (date(2026, 12, 18), date(2026, 12, 28)),  # a week later is Christmas, then a weekend
    ],
)
def test_een_nieuw_overleg_begint_op_een_werkdag_een_week_later(
    vandaag: date, voorstel: date
) -> None:
    assert voorgestelde_dag(vandaag) == voorstel
