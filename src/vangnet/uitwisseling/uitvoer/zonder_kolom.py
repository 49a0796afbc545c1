# SPDX-License-Identifier: EUPL-1.2
"""What the register holds that no column of the package can carry."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from psycopg import sql

from vangnet.uitwisseling.formaat import BESTANDEN, Soort
from vangnet.uitwisseling.tabellen import Tabel, tabel_van

# Columns of the base model: they belong to this database and mean nothing in another.
_TECHNISCH = frozenset(
    {"id", "versie", "invoer", "aangemaakt_op", "eerste_verwerking_afgeleid"}
    | {"bsn_index", "bsn_versleuteld"}
)
_ALTIJD = (
    "de geschiedenis van wijzigingen, over wie een aanmelding bleek te gaan, het journaal, "
    "de accounts en de instellingen"
)


def zonder_kolom(mee: Iterable[str] = BESTANDEN) -> Iterator[str]:
    """A Dutch sentence for each thing that stays behind. Asks the tables under the running role.

    mee: the files that go along; one of the dossier may carry a column that version 1 has not.
    """
    tabellen = [tabel_van(naam) for naam in mee]
    for naam in BESTANDEN:
        tabel = tabel_van(naam)
        yield from _van(tabel, [een for een in tabellen if een.model is tabel.model])
    yield f"Niet in het pakket: {_ALTIJD} van het huis."


def _van(tabel: Tabel, mee: Iterable[Tabel]) -> Iterator[str]:
    bekend = {
        een.veld(kolom)
        for een in mee
        for kolom in een.bestand.kolommen
        if kolom.soort is not Soort.BSN
    }
    for een in tabel.model._meta.concrete_fields:
        veld = str(een.column)
        if veld not in bekend | _TECHNISCH and (aantal := _gevuld(tabel, een)):
            yield f"Niet in het pakket: {veld} van {tabel.bestand.naam} ({aantal} keer gevuld)."


def _gevuld(tabel: Tabel, veld: Any) -> int:
    """In how many rows it holds something: a list with nothing in it doesn't."""
    kolom: sql.Composable = sql.Identifier(veld.column)
    if isinstance(veld, ArrayField):
        kolom = sql.SQL("nullif({}, '{{}}')").format(kolom)
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT count({}) FROM {}").format(kolom, tabel.naam))
        return int(cursor.fetchone()[0])
