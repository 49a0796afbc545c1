# SPDX-License-Identifier: EUPL-1.2
"""How a question to a partner stands, when a leefgebied is scored, and verdicts. No Django."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

# Working days that a partner gets to answer, unless the house chooses others.
TERMIJN, LANGSTE_TERMIJN = 5, 60
REDEN_MINSTENS = 10


class Afhandeling(StrEnum):
    """What came of a question (WGS 1.5: provide, unless weighty reasons say no); open is None."""

    GEGEVEN = "gegeven"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"


class Vraagstand(StrEnum):
    """How a question stands on a day."""

    OPEN = "open"
    TE_LAAT = "te_laat"
    GEGEVEN = "gegeven"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"


def vraagstand(*, afhandeling: str | None, uiterlijk_op: date, dag: date) -> Vraagstand:
    """How it stands on `dag`: the last day itself is still in time."""
    if afhandeling:
        return Vraagstand(afhandeling)
    return Vraagstand.TE_LAAT if uiterlijk_op < dag else Vraagstand.OPEN


class Moment(StrEnum):
    """When a leefgebied is scored."""

    START = "start"
    EVALUATIE = "evaluatie"
    EIND = "eind"


# The five steps of the Zelfredzaamheid-Matrix; of one leefgebied, never added up.
SCORES: Mapping[int, str] = {
    1: "acute problematiek",
    2: "niet zelfredzaam",
    3: "beperkt zelfredzaam",
    4: "voldoende zelfredzaam",
    5: "volledig zelfredzaam",
}


class Scorestand(NamedTuple):
    """What stands at one moment and day; op: none while nothing was scored."""

    op: date | None
    scores: Mapping[str, int]

    @property
    def merk(self) -> str:
        """With which a form says what it was opened for; empty for a new one."""
        if self.op is None:
            return ""
        return " ".join(
            [str(self.op), *(f"{een}:{self.scores[een]}" for een in sorted(self.scores))]
        )


Scoredagen = Mapping[Moment, Mapping[date, Mapping[str, int]]]


def scorestand(dagen: Scoredagen, moment: Moment, *, op: date | None, gelezen: str) -> Scorestand:
    """What scores at `op` would replace, by who read `gelezen` (a merk).

    Start and end have one day. An evaluatie replaces the one of its own day, else the one that it
    was opened for: that moves.
    """
    van_moment = dagen.get(moment, {})
    eigen = max(van_moment, default=None) if moment is not Moment.EVALUATIE else op
    gelezen_op = next((een for een in van_moment if gelezen.startswith(str(een))), None)
    dag = eigen if eigen in van_moment else gelezen_op
    return Scorestand(dag, van_moment[dag]) if dag else Scorestand(None, {})


class Oordeel(StrEnum):
    """What became of a hypothese; none yet is None."""

    BEVESTIGD = "bevestigd"
    VERWORPEN = "verworpen"
