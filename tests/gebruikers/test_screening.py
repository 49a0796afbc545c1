# SPDX-License-Identifier: EUPL-1.2
"""How old a VOG or screening may be: counted in months, to the day."""

from datetime import date

import pytest

from vangnet.gebruikers.overzicht import is_screening_oud
from vangnet.toegang.models import AccountRol


@pytest.mark.parametrize(
    ("screening", "oud"),
    [
        (date(2025, 11, 26), True),
        (date(2025, 11, 27), False),
        (date(2025, 11, 28), False),
        (date(2025, 10, 31), True),
        (date(2026, 11, 27), False),
        (None, False),
    ],
)
def test_na_twaalf_maanden_is_een_screening_oud(screening: date | None, oud: bool) -> None:
    rol = AccountRol(screening_op=screening)

    assert is_screening_oud(rol, date(2026, 11, 27), maanden=12) is oud


def test_een_huis_dat_langer_toestaat_vraagt_later() -> None:
    rol = AccountRol(screening_op=date(2024, 11, 27))

    assert not is_screening_oud(rol, date(2026, 11, 27), maanden=24)
    assert is_screening_oud(rol, date(2026, 11, 28), maanden=24)
