# SPDX-License-Identifier: EUPL-1.2
"""What a manager is told of the work of the house: numbers and terms, by definer functions.

toegang.md section 2: workload, terms and queue, without names of persons and without content. The
functions (sql/leiding.sql) answer nobody else.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection


class Werklast(NamedTuple):
    """How many open casussen a colleague has by name, as what."""

    gebruiker: UUID
    naam: str
    als_regisseur: int
    als_trajectbegeleider: int


class Triagerij(NamedTuple):
    """How many aanmeldingen wait, since when the oldest, and how many for more than a week."""

    aantal: int
    oudste: date | None
    te_lang: int


class Wachtend(NamedTuple):
    """An opschaling that waits for an answer: no name, no content."""

    casus: UUID
    kenmerk: str
    niveau: str
    antwoord_voor: date


def werklast() -> Sequence[Werklast]:
    """The regisseurs and trajectbegeleiders by name, also who has no casus yet; for a manager."""
    return [Werklast(*rij) for rij in _rijen("werklast", Werklast._fields)]


def triagerij() -> Triagerij:
    """The queue of aanmeldingen, for a manager; nobody else is told of any."""
    ((aantal, oudste, te_lang),) = _rijen("triagerij", Triagerij._fields)
    return Triagerij(aantal or 0, oudste, te_lang or 0)


def wachtende_opschalingen() -> Sequence[Wachtend]:
    """Those that wait for an answer, the first term first; for a manager."""
    return [Wachtend(*rij) for rij in _rijen("wachtende_opschalingen", Wachtend._fields)]


def late_antwoorden(dag: date) -> Sequence[Wachtend]:
    """Of those the ones of which the term is over on `dag`."""
    return [een for een in wachtende_opschalingen() if een.antwoord_voor < dag]


def _rijen(functie: str, velden: Sequence[str]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(velden)} FROM voortgang.{functie}()")  # noqa: S608 - own words
        rijen: list[tuple[Any, ...]] = cursor.fetchall()
    return rijen
