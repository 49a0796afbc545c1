# SPDX-License-Identifier: EUPL-1.2
"""Short ways to ask the oracle for one number."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tests.kerncijfers.telling import tel
from tests.kerncijfers.telling_regels import Rijen


def cijfers(rijen: Rijen | Path, van: date, tot: date) -> dict[str, Any]:
    """All figures of a period by sleutel."""
    return {cijfer["sleutel"]: cijfer for cijfer in tel(rijen, van, tot)["kerncijfers"]}


def jaarcijfers(rijen: Rijen | Path, jaar: int) -> dict[str, Any]:
    """All figures of a year by sleutel."""
    return cijfers(rijen, date(jaar, 1, 1), date(jaar, 12, 31))


@cache
def uit_map(pad: Path, van: date, tot: date) -> dict[str, Any]:
    """All figures of a period of a package folder that does not change."""
    return cijfers(pad, van, tot)


def klasse(cijfer: Any, dimensie: str, naam: str, *, veld: str = "aantal") -> Any:
    """Count or share of one class; 0 when the class has no rows."""
    klassen = {deel["klasse"]: deel[veld] for deel in cijfer["uitsplitsingen"][dimensie]}
    return klassen.get(naam, 0)
