# SPDX-License-Identifier: EUPL-1.2
"""The checks on computed figures: silent where all fits, and a vraag where one may be double."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from tests.kerncijfers.klein import KLEIN
from tests.kerncijfers.laden import laad, opdrachtregel
from tests.kerncijfers.registers import perioden, registers
from tests.kerncijfers.telling_regels import Rijen
from vangnet.kerncijfers.controles.bevinding import Oordeel
from vangnet.kerncijfers.controles.weergave import als_regel
from vangnet.kerncijfers.nakijken import kijk_na

MEI = (date(2022, 5, 1), date(2022, 5, 31))
TAFEL = "casustafel_radicalisering"

pytestmark = pytest.mark.usefixtures("huis")


@settings(max_examples=10)
@given(registers(), perioden())
def test_berekende_cijfers_spreken_elkaar_nooit_tegen(
    register: Rijen, periode: tuple[date, date, date]
) -> None:
    with opdrachtregel():
        laad(register)
        bevindingen = [*kijk_na(periode[:2]), *kijk_na()]

    ernstig = [b for b in bevindingen if b.oordeel is Oordeel.TEGENSPRAAK]
    assert [als_regel(bevinding) for bevinding in ernstig] == []


@pytest.mark.parametrize(
    ("overleg_op", "aantal", "waarden"),
    [
        ("2022-05-31", "2", [(Decimal(2), Decimal(1))]),
        ("2022-06-01", "2", []),
        ("2022-05-31", "0", []),
    ],
)
def test_geteld_en_als_overleg_vastgelegd_in_een_maand_is_een_vraag(
    overleg_op: str, aantal: str, waarden: list[tuple[Decimal, Decimal]]
) -> None:
    register: Rijen = {
        "tellingen": [{"datum": "2022-05-01", "soort": TAFEL, "aantal": aantal}],
        "overleggen": [{"overleg_id": "V-1", "datum": overleg_op, "soort": TAFEL}],
    }
    with opdrachtregel():
        laad(register)
        bevindingen = kijk_na(MEI)

    assert [b.waarden for b in bevindingen if b.oordeel is Oordeel.VRAAG] == waarden


def test_een_periode_van_de_hele_kalender_wordt_nagekeken() -> None:
    with opdrachtregel():
        laad(KLEIN)

        assert kijk_na((date.min, date(1, 12, 31))) == []
        assert kijk_na((date(9999, 1, 1), date.max)) == []
