# SPDX-License-Identifier: EUPL-1.2
"""Casussen that are beperkt stay behind in a package for another house (docs/adr/0026).

Nothing in the package says that a casus is beperkt, so that house would show it to all its people.
What stays behind is the casus with its rows, and the people who are in no other one.
"""

from collections.abc import Mapping

from psycopg import sql

from vangnet.uitwisseling.formaat import ALLE, Soort
from vangnet.uitwisseling.tabellen import tabel_van

_CASUSSEN = "SELECT c.kenmerk FROM {casussen} c WHERE c.beperkt"
_PERSONEN = """
    SELECT p.kenmerk FROM {personen} p
      JOIN (SELECT b.persoon_id AS persoon, c.beperkt FROM {betrokkenen} b
              JOIN {casussen} c ON c.id = b.casus_id
             UNION ALL SELECT c.hoofdbetrokkene_id, c.beperkt FROM {casussen} c) erin
        ON erin.persoon = p.id
     GROUP BY p.kenmerk HAVING bool_and(erin.beperkt)
"""
_BLIJFT: Mapping[str, str] = {"casussen": _CASUSSEN, "personen": _PERSONEN}


def zonder_beperkte(naam: str, rijen: sql.Composable) -> sql.Composable:
    """Of `rijen`, as file `naam` of version 1 holds them, those that may leave."""
    voorwaarden = [
        sql.SQL("({} IN ({})) IS NOT TRUE").format(sql.Identifier("g", kolom), _kenmerken(verwezen))
        for kolom, verwezen in _verwijst(naam)
    ]
    if not voorwaarden:
        return rijen
    return sql.SQL("(SELECT * FROM {} g WHERE {})").format(
        rijen, sql.SQL(" AND ").join(voorwaarden)
    )


def aantal_beperkte() -> sql.Composable:
    """A query for how many casussen stay behind."""
    return sql.SQL("SELECT count(*) FROM ({}) weg").format(_kenmerken("casussen"))


def _verwijst(naam: str) -> list[tuple[str, str]]:
    """The columns of a file that name a casus or a person, the own identifier too."""
    bestand = ALLE[naam]
    eigen = [(bestand.kenmerk, naam)] if bestand.kenmerk and naam in _BLIJFT else []
    naar = [(een.naam, een.verwijst) for een in bestand.kolommen_van(Soort.VERWIJZING)]
    return eigen + [(kolom, ander) for kolom, ander in naar if ander in _BLIJFT]


def _kenmerken(naam: str) -> sql.Composable:
    return sql.SQL(_BLIJFT[naam]).format(
        casussen=tabel_van("casussen").naam,
        personen=tabel_van("personen").naam,
        betrokkenen=tabel_van("betrokkenen").naam,
    )
