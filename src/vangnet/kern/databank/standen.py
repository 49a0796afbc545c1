# SPDX-License-Identifier: EUPL-1.2
"""How many rows every table holds and a checksum of them: equal before a back-up and after."""

from collections.abc import Callable, Collection
from typing import NamedTuple

import psycopg
from psycopg import sql

# A sum over the rows: their order does not matter. 60 bits of each row's md5 fit in a bigint.
_STAND = (
    "SELECT count(*), coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text "
    "FROM {} t"
)
_TABELLEN = """
    SELECT n.nspname, c.relname
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND c.relpersistence = 'p'
      AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY 1, 2
"""


class Stand(NamedTuple):
    """Number of rows of a table, and the sum of their checksums as text."""

    rijen: int
    som: str


def tabellen(verbinding: psycopg.Connection) -> list[tuple[str, str]]:
    """Schema and name of every table that keeps rows; unlogged staging does not."""
    return [(str(rij[0]), str(rij[1])) for rij in verbinding.execute(_TABELLEN).fetchall()]


def standen(
    verbinding: psycopg.Connection,
    *,
    zonder: Collection[str],
    voortgang: Callable[[int, int], None],
) -> dict[str, Stand]:
    """The Stand of each table but `zonder`, by "schema.name"; `voortgang` gets (done, of)."""
    uitkomst: dict[str, Stand] = {}
    alle = [paar for paar in tabellen(verbinding) if ".".join(paar) not in zonder]
    for nummer, (schema, naam) in enumerate(alle, start=1):
        vraag = sql.SQL(_STAND).format(sql.Identifier(schema, naam))
        rij = verbinding.execute(vraag).fetchone()
        assert rij is not None  # noqa: S101 - an aggregate always gives a row
        uitkomst[f"{schema}.{naam}"] = Stand(int(rij[0]), str(rij[1]))
        voortgang(nummer, len(alle))
    return uitkomst
