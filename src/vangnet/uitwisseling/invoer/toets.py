# SPDX-License-Identifier: EUPL-1.2
"""One check of a row: when it fails, and what is said about which cell.

A check is SQL that is true for a fault, over `s`, the row in its staging table. NULL is no fault.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from psycopg import sql

from vangnet.uitwisseling.formaat import Kolom
from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.tabellen import Tabel

_LEEG = sql.SQL("''")
_WAAR = sql.SQL("true")


@dataclass(frozen=True)
class Toets:
    """A fault of kind `soort` in `kolom`, where `als` is true; `over` is SQL for the gap.

    `snel` is cheap SQL that is false for nearly every sound cell; it is tried first.
    """

    kolom: Kolom
    als: sql.Composable
    soort: str
    over: sql.Composable = field(default_factory=lambda: _LEEG)
    snel: sql.Composable = field(default_factory=lambda: _WAAR)


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
        fout=sql.SQL(" OR ").join(
            _eerste(eigen, [_WAAR] * len(eigen), snel=True) for eigen in kolommen.values()
        ),
    )
    return bank.doe(vraag, waarden or {})


def _regel(kolom: Kolom, toetsen: Sequence[Toets]) -> sql.Composed:
    return sql.SQL("({}, {}, {}, coalesce({}, ''))").format(
        sql.Literal(kolom.naam),
        waarde(kolom),
        _eerste(toetsen, [sql.Literal(toets.soort) for toets in toetsen]),
        _eerste(toetsen, [toets.over for toets in toetsen]),
    )


def _eerste(
    toetsen: Sequence[Toets], dan: Sequence[sql.Composable], *, snel: bool = False
) -> sql.Composed:
    # CASE keeps the order: a number is not made of a text that is none.
    gevallen = [
        sql.SQL("WHEN {} AND ({}) THEN {}").format(
            toets.snel if snel else _WAAR, toets.als, uitkomst
        )
        for toets, uitkomst in zip(toetsen, dan, strict=True)
    ]
    return sql.SQL("CASE {} END").format(sql.SQL(" ").join(gevallen))
