# SPDX-License-Identifier: EUPL-1.2
"""Turn the rows of a file into numbered, trimmed rows, and report every row that is out of shape.

A block of good rows costs a few C calls; only a block in which something is wrong is looked at
cell by cell.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from vangnet.uitwisseling.formaat import Bestand, Kolom
from vangnet.uitwisseling.fouten import Fout
from vangnet.uitwisseling.pakket.bron import BESCHADIGD, Bron, Rijen
from vangnet.uitwisseling.pakket.kop import toets_kop

BLOK = 10_000
"""Rows that are held in memory at a time."""

Meld = Callable[[Fout], None]
Rij = tuple[int, Sequence[str]]
"""The number of a row, 1 for the first of the data, and its cells."""

_STUURTEKENS = bytes(set(range(32)) - {9, 10, 13}) + b"\x7f"
_RANDEN = (" \t", "\t ", " \n", "\n ", *"\r\x0b\x0c\x1c\x1d\x1e\x1f")
_STUUR = frozenset(_STUURTEKENS.decode())


@dataclass(frozen=True)
class Tabel:
    """A file that could be opened: the columns that it holds, in the file's order, and its rows."""

    kolommen: tuple[Kolom, ...]
    blokken: Iterator[list[Rij]]


class OnleesbaarFout(Exception):
    """The rest of the file can't be read; what is wrong has been reported."""


@contextmanager
def open_bron(bron: Bron, *, meld: Meld) -> Iterator[Rijen]:
    """Have the rows of a file for as long as the block lasts; OnleesbaarFout when it won't open."""
    with ExitStack() as stapel:
        # Only the opening: what fails within the block is no fault of the file.
        with _leesfouten(bron.naam, 0, meld):
            rijen = stapel.enter_context(bron.open())
        yield rijen


def lees_tabel(rijen: Rijen, bestand: Bestand, *, meld: Meld) -> Tabel:
    """Read the header and promise the rest: blocks of numbered rows.

    Raises OnleesbaarFout, here or while the blocks are read, when the file can't be used.
    """
    kop: list[str] = []
    with _leesfouten(bestand.naam, 0, meld):
        kop = [cel.strip() for cel in next(rijen, [])]
    plekken, fouten = toets_kop(kop, bestand)
    for fout in fouten:
        meld(fout)
    if not plekken:
        raise OnleesbaarFout
    lezer = _Lezer(rijen, bestand.naam, kop, plekken, meld)
    return Tabel(tuple(bestand.per_naam[kop[plek]] for plek in plekken), lezer.blokken())


class _Lezer:
    def __init__(
        self, rijen: Rijen, bestand: str, kop: list[str], plekken: tuple[int, ...], meld: Meld
    ) -> None:
        self._rijen = rijen
        self._bestand = bestand
        self._kop = kop
        self._meld = meld
        self._kies = None if plekken == tuple(range(len(kop))) else _kiezer(plekken)

    def blokken(self) -> Iterator[list[Rij]]:
        eerste = 1
        while True:
            rauw: list[list[str]] = []
            try:
                # extend keeps the rows that it had when the reader stumbles.
                rauw.extend(islice(self._rijen, BLOK))
            except (csv.Error, *BESCHADIGD) as fout:
                yield self._blok(rauw, eerste)
                self._meld(_leesfout(fout, self._bestand, eerste + len(rauw)))
                raise OnleesbaarFout from fout
            if not rauw:
                return
            yield self._blok(rauw, eerste)
            eerste += len(rauw)

    def _blok(self, rauw: list[list[str]], eerste: int) -> list[Rij]:
        rijen = rauw if _is_kaal(rauw) else [[*map(str.strip, rij)] for rij in rauw]
        genummerd: Iterator[tuple[int, list[str]]] = enumerate(rijen, eerste)
        if not self._in_vorm(rijen):
            genummerd = self._nauwkeurig(rijen, eerste)
        if self._kies is None:
            return [*genummerd]
        return [(nummer, self._kies(rij)) for nummer, rij in genummerd]

    def _in_vorm(self, rijen: list[list[str]]) -> bool:
        if set(map(len, rijen)) - {len(self._kop)} or not all(map(any, rijen)):
            return False
        try:
            tekst = "".join(map("".join, rijen)).encode()
        except UnicodeEncodeError:
            return False
        return len(tekst) == len(tekst.translate(None, _STUURTEKENS))

    def _nauwkeurig(self, rijen: list[list[str]], eerste: int) -> Iterator[tuple[int, list[str]]]:
        breedte = len(self._kop)
        for nummer, rij in enumerate(rijen, eerste):
            if not any(rij):
                continue
            if len(rij) != breedte:
                over = f"{len(rij)} cellen en de kop {breedte}"
                self._meld(Fout(self._bestand, nummer, "", "", "rij_cellen", over))
            cellen = [
                self._toets_cel(cel, nummer, kolom)
                for cel, kolom in zip(rij, self._kop, strict=False)
            ]
            yield nummer, cellen + [""] * (breedte - len(cellen))

    def _toets_cel(self, cel: str, nummer: int, kolom: str) -> str:
        if any("\ud800" <= teken <= "\udfff" for teken in cel):
            soort = "cel_geen_utf8"
        elif not _STUUR.isdisjoint(cel):
            soort = "cel_stuurteken"
        else:
            return cel
        self._meld(Fout(self._bestand, nummer, kolom, f"{len(cel)} tekens", soort))
        return ""


def _is_kaal(rijen: list[list[str]]) -> bool:
    """Whether no cell has white space at an end: seen in the whole far sooner than cell by cell."""
    geheel = "\n".join(map("\t".join, rijen))
    return (
        geheel.isascii()
        and geheel.count("\t") == sum(map(len, rijen)) - len(rijen)
        and geheel.count("\n") == len(rijen) - 1
        and geheel == geheel.strip(" ")
        and not any(rand in geheel for rand in _RANDEN)
    )


def _kiezer(plekken: tuple[int, ...]) -> Callable[[list[str]], tuple[str, ...]]:
    if len(plekken) == 1:
        return lambda rij: (rij[plekken[0]],)
    return itemgetter(*plekken)


@contextmanager
def _leesfouten(bestand: str, rij: int, meld: Meld) -> Iterator[None]:
    try:
        yield
    except (csv.Error, *BESCHADIGD) as fout:
        meld(_leesfout(fout, bestand, rij))
        raise OnleesbaarFout from fout


def _leesfout(fout: Exception, bestand: str, rij: int) -> Fout:
    if isinstance(fout, PermissionError):
        return Fout(bestand, 0, "", "", "bestand_dicht")
    if not isinstance(fout, csv.Error):
        return Fout(bestand, 0, "", "", "bestand_beschadigd")
    soort = "cel_te_lang" if "field limit" in str(fout) else "aanhalingsteken"
    return Fout(bestand, rij, "", "", soort)
