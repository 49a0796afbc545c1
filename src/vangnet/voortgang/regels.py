# SPDX-License-Identifier: EUPL-1.2
"""The clock of a casus: when it stands still, and who is to see that. No Django."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vangnet.kern.werkdagen import einde_termijn, laatste_begin

_WEEK = 7


@dataclass(frozen=True)
class Termijnen:
    """What a house set: after how many weeks or days, and after how many missed evaluations."""

    stilstand_weken: int
    te_laat_dagen: int
    evaluatie_weken: int
    gemiste_evaluaties: int


@dataclass(frozen=True)
class Klokdagen:
    """From when the clock of a casus runs.

    bewogen_op: the last day on which something was agreed, done, discussed or evaluated;
    evaluatie_vanaf: the last evaluation, or the day on which there could have been a first;
    oudste_afspraak: by when the open afspraak that is longest due was to be ready.
    """

    bewogen_op: date
    evaluatie_vanaf: date
    oudste_afspraak: date | None = None


class Uitkomst(StrEnum):
    """What came of a contact of a trajectbegeleider; none yet is None."""

    GESPROKEN = "gesproken"
    NIET_BEREIKT = "niet_bereikt"
    AFGEZEGD = "afgezegd"


class Stagnatie(StrEnum):
    """Who is to see how a casus stands: nobody yet, its regisseur, or the manager too."""

    OP_KOERS = "op_koers"
    STAGNEERT = "stagneert"
    NAAR_MANAGEMENT = "naar_management"


@dataclass(frozen=True)
class Klok:
    """How a casus stands on a day.

    stil_sinds, te_laat_sinds: only when the term is over; evaluatie_op: the last day for the next
    evaluation; gemist: how many of them were missed.
    """

    stil_sinds: date | None
    te_laat_sinds: date | None
    evaluatie_op: date
    gemist: int
    stagnatie: Stagnatie


@dataclass(frozen=True)
class Grenzen:
    """The last days from which the terms are over: the same clock, for a query."""

    bewogen_op: date
    oudste_afspraak: date
    evaluatie_vanaf: date


def klok_op(dagen: Klokdagen, termijnen: Termijnen, dag: date) -> Klok:
    """How a casus with these days stands on `dag`; each last day itself is still in time."""
    grenzen = grenzen_op(termijnen, dag)
    stil = dagen.bewogen_op <= grenzen.bewogen_op
    te_laat = dagen.oudste_afspraak is not None and dagen.oudste_afspraak <= grenzen.oudste_afspraak
    gemist = gemiste_evaluaties(dagen.evaluatie_vanaf, termijnen, dag)
    return Klok(
        stil_sinds=dagen.bewogen_op if stil else None,
        te_laat_sinds=dagen.oudste_afspraak if te_laat else None,
        evaluatie_op=evaluatie_uiterlijk(dagen.evaluatie_vanaf, termijnen),
        gemist=gemist,
        stagnatie=_stagnatie(gemist, termijnen, iets=stil or te_laat or gemist > 0),
    )


def evaluatie_uiterlijk(vanaf: date, termijnen: Termijnen) -> date:
    """The last day for the next evaluation, counted from `vanaf`."""
    return einde_termijn(vanaf, termijnen.evaluatie_weken * _WEEK)


def grenzen_op(termijnen: Termijnen, dag: date) -> Grenzen:
    """From which days on the clock has struck on `dag`."""
    return Grenzen(
        bewogen_op=laatste_begin(dag, termijnen.stilstand_weken * _WEEK),
        oudste_afspraak=laatste_begin(dag, termijnen.te_laat_dagen),
        evaluatie_vanaf=laatste_begin(dag, termijnen.evaluatie_weken * _WEEK),
    )


def gemiste_evaluaties(vanaf: date, termijnen: Termijnen, dag: date) -> int:
    """How many times in a row an evaluation was due before `dag` and was not held."""
    gemist = 0
    while einde_termijn(vanaf, (gemist + 1) * termijnen.evaluatie_weken * _WEEK) < dag:
        gemist += 1
    return gemist


def _stagnatie(gemist: int, termijnen: Termijnen, *, iets: bool) -> Stagnatie:
    if gemist >= termijnen.gemiste_evaluaties:
        return Stagnatie.NAAR_MANAGEMENT
    return Stagnatie.STAGNEERT if iets else Stagnatie.OP_KOERS


_WOORD = re.compile(r"[^\W\d_]+")
# Shorter ones are no name to know somebody by, and stand in any sentence.
_KORTSTE = 3
# Between the names of many, and in any sentence.
_TUSSENVOEGSELS = frozenset(
    ("van", "von", "den", "der", "des", "del", "ten", "ter", "het", "aan", "bij", "uit", "over")
)
# Letters that hold no accent to take off (Unicode doesn't take them apart).
_ZONDER_ONTLEDING = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_DATUM = re.compile(r"(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d(?![-/.]?\d)")
_NUMMERS = (
    # A telephone number: ten digits, or nine after the country.
    re.compile(r"(?<![\d+])(?:(?:\+|00)31(?:[ -]?\(0\))?|0)(?:[ .()-]{0,2}\d){9}(?!\d)"),
    # A BSN: nine digits, or in groups as people write it.
    re.compile(r"(?<!\d)(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?!\d)"),
)


def genoemde_namen(tekst: str, namen: Iterable[str]) -> list[str]:
    """Which words of `namen` stand in `tekst`: a note for the gremium names nobody.

    Without accents and case, and also with the -s of a genitive.
    """
    woorden = {_kaal(woord) for woord in _WOORD.findall(unicodedata.normalize("NFC", tekst))}
    woorden |= {woord.removesuffix("s") for woord in woorden}
    delen = {deel for naam in namen for deel in _WOORD.findall(unicodedata.normalize("NFC", naam))}
    return sorted(deel for deel in delen if _kent(deel) and _kaal(deel) in woorden)


def genoemde_nummers(tekst: str) -> list[str]:
    """What in `tekst` looks like a BSN or a telephone number; a date is none."""
    zonder_datum = _DATUM.sub("/", tekst)
    return [gevonden[0] for vorm in _NUMMERS for gevonden in vorm.finditer(zonder_datum)]


def _kent(deel: str) -> bool:
    """Whether a word of a name is one to know somebody by."""
    return len(deel) >= _KORTSTE and deel.casefold() not in _TUSSENVOEGSELS


def _kaal(woord: str) -> str:
    """Without accents and case: José and JOSE are one name."""
    los = unicodedata.normalize("NFKD", woord.casefold().translate(_ZONDER_ONTLEDING))
    return "".join(teken for teken in los if not unicodedata.combining(teken))
