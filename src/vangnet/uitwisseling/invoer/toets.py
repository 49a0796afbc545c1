# SPDX-License-Identifier: EUPL-1.2
"""One check of a row: when it fails, and what is said about which cell.

A check is SQL that is true for a fault, over `s`, the row in its staging table. NULL is no fault.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from psycopg import sql

from vangnet.uitwisseling.formaat import Kolom
from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.tabellen import Tabel

_LEEG = sql.SQL("''")


@dataclass(frozen=True)
class Toets:
    """A fault of kind `soort` in `kolom`, where `als` is true; `over` is SQL for the gap."""

    kolom: Kolom
    als: sql.Composable
    soort: str
    over: sql.Composable = _LEEG


def cel(kolom: Kolom | str) -> sql.Identifier:
    """The cell of the row under check."""
    return sql.Identifier("s", kolom.naam if isinstance(kolom, Kolom) else kolom)


def waarde(kolom: Kolom) -> sql.Composable:
    """What an error shows of a cell: of names, bsn and free text only the length."""
    if kolom.gesloten:
        return sql.SQL("coalesce(length({}) || ' tekens', '')").format(cel(kolom))
    return sql.SQL("coalesce(left({}, 200), '')").format(cel(kolom))


def meld(
    bank: Bank, tabel: Tabel, toetsen: Sequence[Toets], waarden: Mapping[str, object] | None = None
) -> int:
    """Run checks over all rows in one pass; of each cell the first fault counts. Returns how many.

    Sound rows cost the checks only: the faults of a row are written out for the others.
    """
    if not toetsen:
        return 0
    kolommen = {toets.kolom: [t for t in toetsen if t.kolom == toets.kolom] for toets in toetsen}
    vraag = sql.SQL(
        "INSERT INTO invoer.fout (bestand, rij, kolom, waarde, soort, over) "
        "SELECT {bestand}, s.rij, f.kolom, f.waarde, f.soort, f.over "
        "FROM {staging} s CROSS JOIN LATERAL (VALUES {regels}) f (kolom, waarde, soort, over) "
        "WHERE s.rij IS NOT NULL AND ({fout}) AND f.soort IS NOT NULL"
    ).format(
        bestand=sql.Literal(tabel.bestand.naam),
        staging=tabel.staging,
        regels=sql.SQL(", ").join(_regel(k, eigen) for k, eigen in kolommen.items()),
        fout=sql.SQL(" OR ").join(sql.SQL("({})").format(toets.als) for toets in toetsen),
    )
    return bank.doe(vraag, waarden)


def _regel(kolom: Kolom, toetsen: Sequence[Toets]) -> sql.Composed:
    gevallen = [
        sql.SQL("WHEN {} THEN {}").format(toets.als, sql.Literal(toets.soort)) for toets in toetsen
    ]
    over = [sql.SQL("WHEN {} THEN {}").format(toets.als, toets.over) for toets in toetsen]
    return sql.SQL("({}, {}, CASE {} END, coalesce(CASE {} END, ''))").format(
        sql.Literal(kolom.naam),
        waarde(kolom),
        sql.SQL(" ").join(gevallen),
        sql.SQL(" ").join(over),
    )
