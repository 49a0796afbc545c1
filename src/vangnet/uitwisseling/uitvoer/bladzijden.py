# SPDX-License-Identifier: EUPL-1.2
"""The rows of the register in pages, each of which asks again whether the asker still may."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from vangnet.delen.regels import Publiek
from vangnet.kern.fouten import NietToegestaan
from vangnet.personen.bsn import open_bsn
from vangnet.uitwisseling.formaat import ALLE, BESTANDEN, DOSSIER, Bestand, Soort
from vangnet.uitwisseling.tabellen import tabel_van
from vangnet.uitwisseling.uitvoer.beperkt import zonder_beperkte

BLADZIJDE = 1_000
"""Most rows that leave before the right is checked again (toegang.md section 5)."""

_ONDERWERPEN = {"personen": "persoon", "casussen": "casus", "aanmeldingen": "aanmelding"}
Rij = list[str]
# Signs that an import refuses, and that a paste from a PDF brings into a text.
_STUURTEKENS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])
Bladzijden = Mapping[str, Iterator[list[Rij]]]


@contextmanager
def open_bladzijden(
    toets: Callable[[], None], namen: Iterable[str] = BESTANDEN
) -> Iterator[Bladzijden]:
    """The pages of the files `namen`, ordered by identifier or else by key; by default version 1.

    With files of the dossier it is for another house: then casussen that are beperkt stay behind.
    All files are opened at once, so that they show one moment of the register. `toets` is called
    before each page and raises when the right has ended.
    """
    with ExitStack() as stapel:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('role', %s, true), set_config('datestyle', 'ISO, YMD', true)",
                [settings.ROLLEN.invoer],
            )
        alle = list(namen)
        ander = not DOSSIER.keys().isdisjoint(alle)
        open_ = {
            naam: stapel.enter_context(_vraag(naam, _rijen(naam, voor_een_ander=ander)))
            for naam in alle
        }
        yield {naam: _bladen(cursor, ALLE[naam], toets) for naam, cursor in open_.items()}
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('role', 'none', true)")


def onderwerpen(*, voor_een_ander: bool) -> list[tuple[str, UUID]]:
    """Kind and key of all that an export concerns, for the journaal (toegang.md section 6).

    Inside open_bladzijden, so of the same moment; voor_een_ander: with files of the dossier.
    """
    gevonden: list[tuple[str, UUID]] = []
    for naam, soort in _ONDERWERPEN.items():
        with connection.cursor() as cursor:
            rijen = _rijen(naam, voor_een_ander=voor_een_ander)
            cursor.execute(sql.SQL("SELECT b.id FROM {} b").format(rijen))
            gevonden += [(soort, sleutel) for (sleutel,) in cursor.fetchall()]
    return gevonden


@contextmanager
def _vraag(naam: str, rijen: sql.Composable) -> Iterator[CursorWrapper]:
    bestand = ALLE[naam]
    with connection.chunked_cursor() as cursor:
        cursor.execute(
            sql.SQL("SELECT {} FROM {} b ORDER BY {}").format(
                sql.SQL(", ").join(_cel(naam, k.naam) for k in bestand.kolommen),
                rijen,
                sql.SQL(", ").join(
                    # By code point, so that every server sorts alike.
                    sql.SQL("coalesce({}, '') COLLATE \"C\"").format(sql.Identifier("b", deel))
                    for deel in bestand.sleutel
                ),
            )
        )
        yield cursor


def _rijen(naam: str, *, voor_een_ander: bool) -> sql.Composable:
    """What stands behind a file; of the dossier without what stays behind (sql/dossier_uit.sql).

    voor_een_ander: it leaves for another house, without what is beperkt.
    """
    if naam not in DOSSIER:
        beeld = tabel_van(naam).beeld(bsn=sql.SQL("r.bsn_versleuteld"))
        rijen = sql.SQL("({})").format(beeld)
        return zonder_beperkte(naam, rijen) if voor_een_ander else rijen
    # The named organisations of what travels as the house's own stay behind with it.
    ook = sql.SQL(" AND NOT d.van_een_kant" if naam == "bijdragepubliek" else "")
    return sql.SQL("(SELECT * FROM {} d WHERE NOT d.blijft{})").format(
        sql.Identifier("uitwisseling", naam), ook
    )


def _cel(naam: str, kolom: str) -> sql.Composable:
    cel = sql.Identifier("b", kolom)
    if (naam, kolom) == ("bijdragen", "publiek"):
        huis = sql.Literal(str(Publiek.ALLEEN_HUIS))
        return sql.SQL("CASE WHEN b.van_een_kant THEN {} ELSE {} END").format(huis, cel)
    return cel


def _bladen(
    cursor: CursorWrapper, bestand: Bestand, toets: Callable[[], None]
) -> Iterator[list[Rij]]:
    bsn = next((i for i, k in enumerate(bestand.kolommen) if k.soort is Soort.BSN), None)
    while True:
        toets()
        rijen: list[list[Any]] = [
            [_schoon(cel) for cel in rij] for rij in cursor.fetchmany(BLADZIJDE)
        ]
        if not rijen:
            return
        if bsn is not None:
            for rij in rijen:
                rij[bsn] = open_bsn(bytes(rij[bsn])) if rij[bsn] else ""
        yield rijen


def _schoon(cel: Any) -> Any:
    if isinstance(cel, str):
        return cel if cel.isprintable() else cel.translate(_STUURTEKENS)
    return "" if cel is None else cel


def toets_nog_steeds() -> None:
    """Raise NietToegestaan when the asker may no longer read the register as a whole."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT toegang.voert_in()")
        (mag,) = cursor.fetchone()
    if not mag:
        raise NietToegestaan(
            "Je mag het register niet meer uitvoeren. Wat al was geschreven, is verwijderd."
        )
