# SPDX-License-Identifier: EUPL-1.2
"""The whole numbers that a class covers, read from its words: `41 t/m 55`, `> 56`, `56+`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_MAAT = r"(?:\s*(?:jaar|jaren|maanden|weken|dagen))?"
_EN_MEER = r"\s+(?:en|of)\s+(?:ouder|meer|hoger|langer)"

_VORMEN = (
    # (pattern, what to add to the first number for the least, and to the last for the greatest)
    (rf"(\d+){_MAAT}\s*(?:t/m|tot en met)\s*(\d+)", 0, 0),
    (rf"(\d+){_MAAT}\s+tot\s+(\d+)", 0, -1),
    (r"^(\d+)\s*[-–]\s*(\d+)", 0, 0),
    (r"(?:<=|≤|\bt/m|\btot en met|\bhoogstens)\s*()(\d+)", 0, 0),
    (r"(?:<|\bjonger dan|\bminder dan|\bkorter dan|\btot)\s*()(\d+)", 0, -1),
    (r"(?:>=|≥|\bvanaf|\bminstens)\s*(\d+)()", 0, 0),
    (r"(?:>|\bouder dan|\bmeer dan|\blanger dan|\bboven)\s*(\d+)()", 1, 0),
    (rf"(\d+)(?:{_MAAT}{_EN_MEER}|\+)()", 0, 0),
)
_Patroon = tuple[re.Pattern[str], int, int]
_ALS_KLASSE: list[_Patroon] = [
    (re.compile(vorm + _MAAT, re.IGNORECASE), onder, boven) for vorm, onder, boven in _VORMEN
]
# Neither a date nor a decimal number nor a percentage is the bound of a class.
_IN_TEKST: list[_Patroon] = [
    (re.compile(rf"{vorm}(?![\d%]|[-.,]\d)", re.IGNORECASE), onder, boven)
    for vorm, onder, boven in _VORMEN
]


@dataclass(frozen=True)
class Grenzen:
    """The least and the greatest whole number of a class; boven is None where it has no end.

    Ages and durations do not go below zero, so a class without a beginning begins there.
    """

    onder: int
    boven: int | None

    def omvat(self, ander: "Grenzen") -> bool:
        """Whether every number of the other class is in this one."""
        if self.onder > ander.onder:
            return False
        return self.boven is None or (ander.boven is not None and ander.boven <= self.boven)


def lees_grenzen(klasse: str) -> Grenzen | None:
    """Read the bounds of a text that is a class and nothing else; None if it is no range."""
    treffers = ((p.fullmatch(klasse.strip()), onder, boven) for p, onder, boven in _ALS_KLASSE)
    return _eerste(treffers)


def zoek_grenzen(tekst: str) -> Grenzen | None:
    """Find the bounds of a class in the words around a figure; None if there are none."""
    treffers = ((p.search(tekst.strip()), onder, boven) for p, onder, boven in _IN_TEKST)
    return _eerste(treffers)


def op_volgorde(grenzen: Iterable[Grenzen]) -> list[Grenzen]:
    """Put classes in order, and leave out those that hold others: combined ones."""
    alle = set(grenzen)
    los = (g for g in alle if not any(g.omvat(ander) for ander in alle - {g}))
    return sorted(los, key=lambda g: g.onder)


def dekt_beide_einden(grenzen: list[Grenzen]) -> bool:
    """Whether ordered classes begin at zero and have no end."""
    return bool(grenzen) and grenzen[0].onder == 0 and grenzen[-1].boven is None


def loopt_door(grenzen: Iterable[Grenzen | None]) -> bool:
    """Whether classes are all ranges, and leave no number out from zero up."""
    alle = list(grenzen)
    bekend = op_volgorde(g for g in alle if g)
    return (
        len(bekend) == len(alle)
        and dekt_beide_einden(bekend)
        and all(a.boven is not None and a.boven + 1 == b.onder for a, b in pairwise(bekend))
    )


def _eerste(treffers: Iterable[tuple[re.Match[str] | None, int, int]]) -> Grenzen | None:
    for treffer, bij_onder, bij_boven in treffers:
        if treffer:
            onder = int(treffer[1]) + bij_onder if treffer[1] else 0
            boven = int(treffer[2]) + bij_boven if treffer[2] else None
            leeg = boven is not None and onder > boven
            return None if leeg else Grenzen(onder, boven)
    return None
