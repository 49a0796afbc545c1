# SPDX-License-Identifier: EUPL-1.2
"""What a command is: a name, Dutch help with an example, its arguments, and what it does."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

GELUKT, MISLUKT, VERKEERD_AANGEROEPEN = 0, 1, 2


class Nodig(Enum):
    """What has to be there before a command runs."""

    NIETS = auto()
    EIGENAAR = auto()
    DATABANK = auto()
    DIENST = auto()
    HUIS = auto()


def geen_argumenten(_: ArgumentParser) -> None:
    """For a command without arguments of its own."""


@dataclass(frozen=True)
class Opdracht:
    """One command.

    nodig: NIETS runs without database, EIGENAAR under the owner role (installation only),
    DATABANK with a database whatever it holds, DIENST under the application role without asker,
    HUIS as the operating-system user under a narrow account. doe: returns the exit code.
    """

    naam: str
    uitleg: str
    voorbeeld: str
    doe: Callable[[Namespace], int]
    argumenten: Callable[[ArgumentParser], None] = geen_argumenten
    nodig: Nodig = Nodig.HUIS
    verborgen: bool = False
