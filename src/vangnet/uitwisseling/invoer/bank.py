# SPDX-License-Identifier: EUPL-1.2
"""The workbench of an import: the schema `invoer`, under the role that may use it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from vangnet.kern.fouten import VangnetFout
from vangnet.uitwisseling.formaat import ALLE

SLOT = 715_518
"""The advisory lock that an import holds: there is one workbench."""
_HULPTABELLEN = ("fout", "bsn", "eerste_dag", "geraakt")

Waarden = Mapping[str, Any]


class Bank:
    """Runs the statements of one import."""

    def __init__(self, cursor: CursorWrapper) -> None:
        self._cursor = cursor

    def doe(self, vraag: sql.Composable | str, waarden: Waarden | None = None) -> int:
        """Run a statement; returns how many rows it touched."""
        self._cursor.execute(vraag, waarden)
        return int(self._cursor.rowcount)

    def rijen(
        self, vraag: sql.Composable | str, waarden: Waarden | None = None
    ) -> list[tuple[object, ...]]:
        """The rows of a query of modest size; all at once, so that a COPY may follow."""
        self._cursor.execute(vraag, waarden)
        return list(self._cursor.fetchall())

    def waar(self, vraag: sql.Composable | str, waarden: Waarden | None = None) -> bool:
        """Whether a query that gives one value gives true."""
        return self.rijen(vraag, waarden)[0][0] is True

    def laad(self, opdracht: sql.Composable, delen: Iterable[bytes]) -> None:
        """Send the bytes of a COPY FROM STDIN."""
        with self._cursor.copy(opdracht) as kanaal:
            for deel in delen:
                kanaal.write(deel)

    def analyseer(self, tabellen: Iterable[str]) -> None:
        """Count what stands in staging tables, for the planner."""
        self.doe("SELECT invoer.analyseer(%(tabellen)s)", {"tabellen": list(tabellen)})

    def analyseer_register(self, tabellen: Iterable[str]) -> None:
        """Count what was written, for the planner of what comes after."""
        self.doe("SELECT invoer.analyseer_register(%(tabellen)s)", {"tabellen": list(tabellen)})


@contextmanager
def werkbank() -> Iterator[Bank]:
    """An empty workbench inside the running transaction, emptied again at the end of the block.

    TRUNCATE gives each table a new file, so a crash or a rollback leaves nothing behind either.
    Raises VangnetFout when another import is running.
    """
    with connection.cursor() as cursor:
        bank = Bank(cursor)
        if not bank.waar("SELECT pg_try_advisory_xact_lock(%(slot)s)", {"slot": SLOT}):
            raise VangnetFout("Er loopt al een andere import. Probeer het zo meteen opnieuw.")
        bank.doe(
            "SELECT set_config('role', %(rol)s, true), set_config('work_mem', '128MB', true), "
            # A rough count is enough for tables that live for one transaction.
            "set_config('default_statistics_target', '20', true), "
            "set_config('datestyle', 'ISO, YMD', true)",
            {"rol": settings.ROLLEN.invoer},
        )
        _leeg(bank)
        yield bank
        _leeg(bank)
        bank.doe("SELECT set_config('role', 'none', true)")


def _leeg(bank: Bank) -> None:
    tabellen = [sql.Identifier("invoer", naam) for naam in (*ALLE, *_HULPTABELLEN)]
    bank.doe(sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(tabellen)))
