# SPDX-License-Identifier: EUPL-1.2
"""Count facts: one statement for each population, under the role that reads facts only."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

from django.conf import settings
from django.db import connection, transaction
from psycopg import sql

from vangnet.kerncijfers.catalogus.populatie import Populatie
from vangnet.kerncijfers.catalogus.rekenwijze import Bron
from vangnet.kerncijfers.dimensies import DIMENSIES
from vangnet.kerncijfers.rekenen import Getal

TOTAAL = ""
"""Stands for a dimension where the whole is meant."""

# Sums over many rows: compiling them takes longer than it saves, and groups fit in memory.
_WORD_CIJFERROL = (
    "SELECT set_config('role', %s, true), set_config('jit', 'off', true), "
    "set_config('work_mem', '64MB', true)"
)

Waarden = Mapping[str, date | list[str]]

Tabel = dict[tuple[str, str], dict[str, Getal]]
"""Counts by class, for each kind of fact ('' when not told apart) and dimension."""


@contextmanager
def als_cijferrol() -> Iterator[None]:
    """A part of the running transaction in which only facts can be read."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_WORD_CIJFERROL, [settings.ROLLEN.cijfers])
        yield
        # On an error the savepoint brings the former role back.
        cursor.execute("SELECT set_config('role', 'none', true)")


def tel(
    nodig: Iterable[tuple[Bron, str]], *, van: date, tot: date, peildatum: date
) -> dict[Populatie, Tabel]:
    """Count what is needed: pairs of bron and dimension (TOTAAL for the whole)."""
    per_populatie: dict[Populatie, dict[str, None]] = {}
    for bron, dimensie in nodig:
        per_populatie.setdefault(bron.populatie, {})[dimensie] = None
    waarden = waarden_van(van, tot, peildatum)
    with als_cijferrol():
        return {
            populatie: _tel_populatie(populatie, [d for d in dimensies if d != TOTAAL], waarden)
            for populatie, dimensies in per_populatie.items()
        }


def waarden_van(van: date, tot: date, peildatum: date) -> Waarden:
    """What the SQL of every population asks for."""
    rollen = list(DIMENSIES["betrokkene_rol"].klassen)
    return {"van": van, "tot": tot, "peildatum": peildatum, "rollen": rollen}


def feiten_van(populatie: Populatie, kolommen: Sequence[sql.Composable]) -> sql.Composed:
    """The rows that count, and only those: both the count and the list of them read here."""
    soort = sql.SQL("soort" if populatie.per_soort else "''::text")
    altijd = [
        sql.SQL("{} AS soort").format(soort),
        sql.SQL("{} AS telt").format(sql.SQL(populatie.telt)),
    ]
    return sql.SQL("(SELECT {kolommen} FROM {uit} WHERE {waar}) AS feit").format(
        kolommen=_samen([*altijd, *kolommen]),
        uit=sql.SQL(populatie.uit),
        waar=sql.SQL(populatie.waar),
    )


def _tel_populatie(populatie: Populatie, dimensies: Sequence[str], waarden: Waarden) -> Tabel:
    tabel: Tabel = {}
    with connection.cursor() as cursor:
        cursor.execute(_vraag(populatie, dimensies), waarden)
        for soort, nummer, klasse, aantal in cursor.fetchall():
            if nummer == 0:
                tabel[soort, TOTAAL] = {TOTAAL: aantal or 0}
            elif klasse is not None:
                # A dimension that says nothing about this kind of fact has no class.
                tabel.setdefault((soort, dimensies[nummer - 1]), {})[klasse] = aantal or 0
    return tabel


def _vraag(populatie: Populatie, dimensies: Sequence[str]) -> sql.Composed:
    """One pass over the facts: soort, number of the dimension (0: the whole), class, count."""
    namen = [sql.Identifier(f"klasse_{nummer}") for nummer in range(1, len(dimensies) + 1)]
    kolommen = [
        sql.SQL("{} AS {}").format(sql.SQL(populatie.kolom(dimensie)), naam)
        for dimensie, naam in zip(dimensies, namen, strict=True)
    ]
    sets = [sql.SQL("({})").format(naam) for naam in namen]
    # In each grouping set only its own column holds a value, so one text column shows them all.
    return sql.SQL(
        "SELECT soort, {nummer}, coalesce({klasse}), {som} FROM {feiten} "
        "GROUP BY soort, GROUPING SETS ({sets})"
    ).format(
        nummer=_nummer(namen),
        klasse=_samen([sql.SQL("{}::text").format(naam) for naam in namen] or [sql.SQL("NULL")]),
        som=sql.SQL(populatie.som),
        feiten=feiten_van(populatie, kolommen),
        sets=_samen([sql.SQL("()"), *sets]),
    )


def _nummer(namen: Sequence[sql.Identifier]) -> sql.Composable:
    """SQL for the number of the grouping set that a row belongs to."""
    if not namen:
        return sql.SQL("0")
    gevallen = [
        sql.SQL("WHEN grouping({}) = 0 THEN {}").format(naam, sql.Literal(nummer))
        for nummer, naam in enumerate(namen, start=1)
    ]
    return sql.SQL("CASE {} ELSE 0 END").format(sql.SQL(" ").join(gevallen))


def _samen(delen: Sequence[sql.Composable]) -> sql.Composed:
    return sql.SQL(", ").join(delen)
