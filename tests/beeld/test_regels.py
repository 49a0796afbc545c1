# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest

from vangnet.beeld.regels import Vraagstand, vraagstand


@pytest.mark.parametrize(
    ("afhandeling", "dag", "stand"),
    [
        (None, date(2026, 11, 27), Vraagstand.OPEN),
        (None, date(2026, 11, 30), Vraagstand.OPEN),
        (None, date(2026, 12, 1), Vraagstand.TE_LAAT),
        ("gegeven", date(2026, 12, 1), Vraagstand.GEGEVEN),
        ("geweigerd", date(2026, 12, 1), Vraagstand.GEWEIGERD),
        ("ingetrokken", date(2026, 12, 1), Vraagstand.INGETROKKEN),
    ],
)
def test_een_vraag_is_te_laat_na_haar_uiterste_dag(
    afhandeling: str | None, dag: date, stand: Vraagstand
) -> None:
    uiterlijk = date(2026, 11, 30)

    assert vraagstand(afhandeling=afhandeling, uiterlijk_op=uiterlijk, dag=dag) == stand
