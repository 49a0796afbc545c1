# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - put together from own words
"""What can be left out of an act: its row in the journaal, and what its functions look at.

A place in Python is a call of leg_vast, or of a function of ours that only fills in its act. A
place in SQL is a PERFORM of such a function in a definer function.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import psycopg

from tests.architectuur.boom import BRON
from tests.storing.fouten import voorwaarden_van
from tests.toegang.proefbank import EIGEN_SCHEMAS

AANROEP = "aanroep van het journaal"
AANROEP_IN_SQL = "aanroep van het journaal in SQL"
VOORWAARDE = "voorwaarde van een daad of lijst"
_LEGT_VAST = re.compile(r"^_?leg_(\w+_)?vast$")
_WEIGERT = re.compile(r"_geweigerd|_weiger|_mislukt")
_SQL = re.compile(r"\bPERFORM\s+\w+\.(?:noteer\w*|leg_vast)\(")
_FUNCTIES = r"""
    SELECT p.oid::regprocedure::text, pg_get_functiondef(p.oid), prosrc FROM pg_proc p
     WHERE prosrc ~ 'PERFORM\s+\w+\.(noteer\w*|leg_vast)\(' ORDER BY 1
"""

_LICHAMEN = f"""
    SELECT nspname || '.' || proname, string_agg(prosrc, ' ') FROM pg_proc p
    JOIN pg_namespace n ON n.oid = pronamespace WHERE {EIGEN_SCHEMAS} GROUP BY 1
"""


class Plek(NamedTuple):
    """One call in Python: the file under src/vangnet, its function, and its lines."""

    soort: str

    bestand: str
    functie: str
    van: int
    tot: int

    def __str__(self) -> str:
        return f"{self.bestand}: {self.functie} ({self.van})"


class Sqlplek(NamedTuple):
    """Something in a function of the database: which functions lead to it, and with and without."""

    soort: str
    naam: str
    via: frozenset[str]
    met: str
    zonder: str

    def __str__(self) -> str:
        return self.naam


def pythonplekken() -> list[Plek]:
    """Every call in src/vangnet."""
    bomen = {
        str(pad.relative_to(BRON)): ast.parse(pad.read_text(encoding="utf-8"))
        for pad in sorted(BRON.rglob("*.py"))
    }
    return [
        Plek(AANROEP, bestand, functie, aanroep.lineno, aanroep.end_lineno or aanroep.lineno)
        for bestand, boom in bomen.items()
        for functie, aanroep in _aanroepen(boom, "", _schrijvers(boom))
    ]


def _schrijvers(boom: ast.Module) -> set[str]:
    """The functions that write an act for whoever calls them, as their names say."""
    eigen = {
        knoop.name
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.FunctionDef) and _WEIGERT.fullmatch(knoop.name)
        if any(
            isinstance(een, ast.Call) and _LEGT_VAST.search(_naam(een)) for een in ast.walk(knoop)
        )
    }
    anderen = {
        _naam(knoop)
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Call) and _LEGT_VAST.search(_naam(knoop))
    }
    return eigen | anderen


def _aanroepen(knoop: ast.AST, functie: str, namen: set[str]) -> Iterator[tuple[str, ast.Call]]:
    """Every call of one of `namen`, with the innermost function around it."""
    if isinstance(knoop, ast.Call) and _naam(knoop) in namen:
        yield functie, knoop
    hier = knoop.name if isinstance(knoop, ast.FunctionDef) else functie
    for kind in ast.iter_child_nodes(knoop):
        yield from _aanroepen(kind, hier, namen)


def _naam(aanroep: ast.Call) -> str:
    return str(getattr(aanroep.func, "id", getattr(aanroep.func, "attr", "")))


def sqlplekken(beheer: psycopg.Connection) -> list[Sqlplek]:
    """Every call in a function of the database, and every condition of what only acts ask."""
    lichamen = {str(naam): str(lichaam) for naam, lichaam in beheer.execute(_LICHAMEN.encode())}
    aanroepen = [
        Sqlplek(
            AANROEP_IN_SQL,
            f"{functie} ({nummer})",
            _leiden_naar(functie.split("(")[0], lichamen),
            definitie,
            definitie.replace(lichaam, zonder),
        )
        for functie, definitie, lichaam in beheer.execute(_FUNCTIES.encode()).fetchall()
        for nummer, zonder in enumerate(_zonder_een(lichaam), start=1)
    ]
    voorwaarden = [
        Sqlplek(
            VOORWAARDE,
            een.tekst,
            _leiden_naar(een.functie.split("(")[0], lichamen),
            een.met,
            een.zonder,
        )
        for een in voorwaarden_van(beheer, "acten")
    ]
    return [*aanroepen, *voorwaarden]


def _leiden_naar(functie: str, lichamen: dict[str, str]) -> frozenset[str]:
    """`functie`, what calls it, what calls that, and so on."""
    gevonden, nieuw = {functie}, {functie}
    while nieuw:
        nieuw = {
            naam
            for naam, lichaam in lichamen.items()
            if naam not in gevonden and any(f"{een}(" in lichaam for een in nieuw)
        }
        gevonden |= nieuw
    return frozenset(gevonden)


def _zonder_een(lichaam: str) -> Iterator[str]:
    for plek in _SQL.finditer(lichaam):
        eind = lichaam.index(";", plek.end())
        yield lichaam[: plek.start()] + "NULL" + lichaam[eind:]


def op_de_weg(plekken: list[Plek], kader: FrameType | None) -> set[Plek]:
    """Which of `plekken` are in the calls that led to frame `kader`."""
    gevonden: set[Plek] = set()
    while kader:
        bestand, regel = _bestand_van(kader.f_code.co_filename), kader.f_lineno
        gevonden |= {
            plek for plek in plekken if plek.bestand == bestand and plek.van <= regel <= plek.tot
        }
        kader = kader.f_back
    return gevonden


def _bestand_van(pad: str) -> str:
    """A path of a frame as Plek has it; empty for what isn't ours."""
    try:
        return str(Path(pad).relative_to(BRON))
    except ValueError:
        return ""
