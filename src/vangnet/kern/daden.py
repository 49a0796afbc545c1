# SPDX-License-Identifier: EUPL-1.2
"""Acts that a definer function decides on: it checks its asker and writes the journaal itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, ProgrammingError, connection, transaction
from psycopg.errors import CheckViolation, InsufficientPrivilege

from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.kern.spoor import huidig_spoor


def doe(opdracht: str, *waarden: Any) -> tuple[Any, ...]:
    """The one row of `opdracht`, a call of a definer function whose last argument is the trace.

    Raises NietToegestaan for what may not be done and for what isn't there, without telling which
    (toegang.md section 2). Nothing is written then.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(opdracht, [*waarden, huidig_spoor()])
            return tuple(cursor.fetchone())
    except ProgrammingError as fout:
        if not isinstance(fout.__cause__, InsufficientPrivilege):
            raise
        raise NietToegestaan("Dit kan niet.") from None


def roep(functie: str, *waarden: Any) -> str:
    """The answer of one such function as text, empty for none; functie: its call, with schema."""
    (antwoord,) = doe(f"SELECT {functie}::text", *waarden)
    return str(antwoord or "")


@contextmanager
def beperking_zegt(zin: str) -> Iterator[None]:
    """A check of the database that says no in the block raises VangnetFout with `zin`."""
    try:
        yield
    except IntegrityError as fout:
        if not isinstance(fout.__cause__, CheckViolation):
            raise
        raise VangnetFout(zin) from None
