# SPDX-License-Identifier: EUPL-1.2
"""The rows of the register in pages, each of which asks again whether the asker still may."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from vangnet.kern.fouten import NietToegestaan
from vangnet.personen.bsn import open_bsn
from vangnet.uitwisseling.formaat import BESTANDEN, Bestand, Soort
from vangnet.uitwisseling.tabellen import tabel_van

BLADZIJDE = 1_000
"""Most rows that leave before the right is checked again (toegang.md section 5)."""

Rij = list[str]
Bladzijden = Mapping[str, Iterator[list[Rij]]]


@contextmanager
def open_bladzijden(toets: Callable[[], None]) -> Iterator[Bladzijden]:
    """The pages of every file of the format, ordered by identifier or else by key.

    All files are opened at once, so that they show one moment of the register. `toets` is called
    before each page and raises when the right has ended.
    """
    with ExitStack() as stapel:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('role', %s, true), set_config('datestyle', 'ISO, YMD', true)",
                [settings.ROLLEN.invoer],
            )
        open_ = {naam: stapel.enter_context(_vraag(naam)) for naam in BESTANDEN}
        yield {naam: _bladen(cursor, BESTANDEN[naam], toets) for naam, cursor in open_.items()}
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('role', 'none', true)")


@contextmanager
def _vraag(naam: str) -> Iterator[CursorWrapper]:
    tabel = tabel_van(naam)
    with connection.chunked_cursor() as cursor:
        cursor.execute(
            sql.SQL("SELECT {} FROM ({}) b ORDER BY {}").format(
                sql.SQL(", ").join(sql.Identifier("b", k.naam) for k in tabel.bestand.kolommen),
                tabel.beeld(bsn=sql.SQL("r.bsn_versleuteld")),
                sql.SQL(", ").join(
                    # By code point, so that every server sorts alike.
                    sql.SQL("coalesce({}, '') COLLATE \"C\"").format(sql.Identifier("b", deel))
                    for deel in tabel.bestand.sleutel
                ),
            )
        )
        yield cursor


def _bladen(
    cursor: CursorWrapper, bestand: Bestand, toets: Callable[[], None]
) -> Iterator[list[Rij]]:
    bsn = next((i for i, k in enumerate(bestand.kolommen) if k.soort is Soort.BSN), None)
    while True:
        toets()
        rijen: list[list[Any]] = [
            ["" if cel is None else cel for cel in rij] for rij in cursor.fetchmany(BLADZIJDE)
        ]
        if not rijen:
            return
        if bsn is not None:
            for rij in rijen:
                rij[bsn] = open_bsn(bytes(rij[bsn])) if rij[bsn] else ""
        yield rijen


def toets_nog_steeds() -> None:
    """Raise NietToegestaan when the asker may no longer read the register as a whole."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT toegang.voert_in()")
        (mag,) = cursor.fetchone()
    if not mag:
        raise NietToegestaan(
            "Je mag het register niet meer uitvoeren. Wat al was geschreven, is verwijderd."
        )
