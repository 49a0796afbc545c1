# SPDX-License-Identifier: EUPL-1.2
"""The signed asker: one statement opens every transaction and tells the database who asks.

toegang.md section 1. The token is bound to the backend process and to the start of the transaction,
so that one read elsewhere works nowhere.
"""

import hashlib
import hmac
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from vangnet.toegang.regels import VragerSoort

_BLOK = 64
_OPENING = """
    SELECT set_config('role', 'none', true),
           set_config('search_path', 'public, pg_temp', true),
           set_config('TimeZone', 'UTC', true),
           set_config('row_security', 'on', true),
           set_config('statement_timeout', %s, true),
           set_config('toegang.vrager', %s, true)
"""


@dataclass(frozen=True)
class Meelezen:
    """One value to read in the statement that opens a transaction.

    vraag: a scalar subquery of a table that everybody may read, with its schema: it isn't said
    which comes first, the asker and the time limit or this. waarden: its parameters.
    """

    vraag: str
    waarden: Sequence[str | datetime]


@dataclass(frozen=True)
class Vrager:
    """Who asks: the account, and how."""

    gebruiker: UUID
    soort: VragerSoort = VragerSoort.MENS


_huidige: ContextVar[Vrager | None] = ContextVar("vrager", default=None)
_begin: ContextVar[int | None] = ContextVar("begin van de transactie", default=None)
_tijd: ContextVar[int | None] = ContextVar("seconden per opdracht", default=None)


def huidige_vrager() -> Vrager | None:
    """The asker of the running transaction; None for an anonymous visitor."""
    return _huidige.get()


@contextmanager
def als(
    vrager: Vrager | None, *, tijd: int | None = None, meelezen: Meelezen | None = None
) -> Iterator[Any]:
    """A transaction in which the database knows `vrager`; None is an anonymous visitor.

    Gives what `meelezen` reads: the opening takes it along, which saves a statement.

    tijd: seconds that one statement may take; default the setting for pages, 0 is without limit.
    Inside another transaction it is a savepoint, and the former asker and time are put back at
    its end.
    """
    vorige, genest = _huidige.get(), connection.in_atomic_block
    vorige_tijd, begin = _tijd.get(), _begin.set(_begin_van_de_transactie())
    try:
        _tijd.set(tijd)
        with transaction.atomic():
            yield word(vrager, meelezen=meelezen)
            # SET LOCAL outlives a released savepoint: without this the next block would still be
            # this asker. (A savepoint that is rolled back takes the setting with it.)
            if genest and not connection.needs_rollback:
                _tijd.set(vorige_tijd)
                word(vorige)
    finally:
        _begin.reset(begin)
        _tijd.set(vorige_tijd)
        _huidige.set(vorige)


def word(vrager: Vrager | None, *, meelezen: Meelezen | None = None) -> Any:
    """Change the asker of the running transaction: the page has found out who logs in.

    Gives what `meelezen` reads; None without it.
    """
    tijd = _tijd.get()
    seconden = settings.STATEMENT_TIMEOUT_SECONDEN if tijd is None else tijd
    moment = _begin.get()
    if moment is None:
        raise RuntimeError("word() is only for inside als()")
    with connection.cursor() as cursor:
        token = onderteken(vrager, moment=moment, proces=_proces())
        ook, waarden = (f", {meelezen.vraag}", meelezen.waarden) if meelezen else ("", ())
        cursor.execute(f"{_OPENING}{ook}", [f"{seconden}s", token, *waarden])
        gelezen = cursor.fetchone()[-1] if meelezen else None
    _huidige.set(vrager)
    return gelezen


def _proces() -> int:
    return int(connection.connection.info.backend_pid)


def _begin_van_de_transactie() -> int:
    """Milliseconds since the epoch at which the running transaction began.

    The outermost block begins now; inside a transaction that others opened the database is asked.
    """
    if not connection.in_atomic_block:
        # First, or a slow connect would eat the two seconds in which the token has to be used.
        connection.close_if_health_check_failed()
        connection.ensure_connection()
        return time.time_ns() // 1_000_000
    if (bekend := _begin.get()) is not None:
        return bekend
    with connection.cursor() as cursor:
        cursor.execute("SELECT (extract(epoch FROM now()) * 1000)::bigint")
        return int(cursor.fetchone()[0])


def onderteken(vrager: Vrager | None, *, moment: int, proces: int) -> str:
    """The token of `vrager` for one backend process and one moment; empty for an anonymous one."""
    if vrager is None:
        return ""
    nummer, sleutel = settings.SLEUTELS.nieuwste("vrager")
    boodschap = f"{nummer}.{vrager.soort}.{vrager.gebruiker}.{proces}.{moment}"
    mac = hmac.new(sleutel, boodschap.encode(), hashlib.sha256).hexdigest()
    return f"{boodschap}.{mac}"


def sleutelblokken(sleutel: bytes) -> tuple[bytes, bytes]:
    """The inner and the outer block of HMAC-SHA256 for the key table of the database."""
    gevuld = sleutel.ljust(_BLOK, b"\0")
    return bytes(b ^ 0x36 for b in gevuld), bytes(b ^ 0x5C for b in gevuld)
