# SPDX-License-Identifier: EUPL-1.2
"""Closing and reopening a casus, and what comes of a handover. No Django."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum


class Besluitsoort(StrEnum):
    """What the deelnemers decided (WGS 2.31(8))."""

    SLUITEN = "sluiten"
    HEROPENEN = "heropenen"


class Wijze(StrEnum):
    """How they decided: together, or each in writing."""

    OVERLEG = "in_overleg"
    SCHRIFTELIJK = "schriftelijk"


class Antwoord(StrEnum):
    """What came of a handover; none yet is None. Taken back: the house asks no longer."""

    AANVAARD = "aanvaard"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"


class Fase(StrEnum):
    """How far a procesregie is; an ondersteuning has no plan of the house, and no phases."""

    BEELDVORMING = "beeldvorming"
    PLAN = "plan"
    UITVOERING = "uitvoering"
    VOLGFASE = "volgfase"
    AFSLUITING = "afsluiting_voorgesteld"


# What makes a phase, the last one first; is_gevolgd: the plan was signed, and is still followed.
LAATSTE_EERST = (
    (Fase.AFSLUITING, "is_voorgesteld"),
    (Fase.VOLGFASE, "is_gevolgd"),
    (Fase.UITVOERING, "is_vastgesteld"),
    (Fase.PLAN, "heeft_plan"),
)


def fase_van(velden: Mapping[str, bool]) -> Fase:
    """The phase that comes last of those that hold; velden: those of LAATSTE_EERST."""
    return next((fase for fase, veld in LAATSTE_EERST if velden[veld]), Fase.BEELDVORMING)


# Said, and kept as INGETROKKEN: the house takes back what was accepted, and has seen that it was.
TERUGGENOMEN = "teruggenomen"
# The two ways to say that the house asks no longer.
INTREKKEN = frozenset({str(Antwoord.INGETROKKEN), TERUGGENOMEN})
# No receiver; never of a handover.
GEEN_ONTVANGER = frozenset({"geen", "onbekend"})
NAZORGWEKEN = 6
BEWAARJAREN = 5
# A signed plan is followed so long (kept by plan.onderteken too).
VOLGJAREN = 3


def nazorg_op(afgesloten_op: date) -> date:
    """When the house asks the receiver whether the person is really in care: after six weeks."""
    return afgesloten_op + timedelta(weeks=NAZORGWEKEN)


def terug_vanaf(dag: date) -> date:
    """The first day of which an answer, or a question that was handled, is taken back on `dag`.

    Today's and yesterday's, so that midnight takes nothing from who just erred (kept by
    afsluiting.heropen_nazorg too).
    """
    return dag - timedelta(days=1)


def uiterlijk_bewaard(eerste_verwerking: date) -> date:
    """Until when data may be kept at most (WGS 1.8(7))."""
    return _jaren_na(eerste_verwerking, BEWAARJAREN)


def na_volgjaren(getekend: date) -> date:
    """Until when a plan that was signed on a day is followed, if it may be kept so long."""
    return _jaren_na(getekend, VOLGJAREN)


def _jaren_na(dag: date, jaren: int) -> date:
    """29 February becomes 28 February."""
    try:
        return dag.replace(year=dag.year + jaren)
    except ValueError:
        return date(dag.year + jaren, 2, 28)
