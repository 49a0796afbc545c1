# SPDX-License-Identifier: EUPL-1.2
"""The day from which a retention term runs, where the package leaves it empty.

It is the earliest day that the package knows of the casus or the person, never the day of import.
Days of somebody's life (birth, relaties) are no days of processing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from psycopg import sql

from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.invoer.laden import Lading

_CASUS = """
    INSERT INTO invoer.eerste_dag (soort, kenmerk, dag)
    SELECT 'casus', casus_id, min(dag) FROM (
        SELECT casus_id, ontvangen_op AS dag FROM invoer.aanmeldingen
        UNION ALL SELECT casus_id, vanaf FROM invoer.inzetten
        UNION ALL SELECT casus_id, vanaf FROM invoer.betrokkenen
        UNION ALL SELECT casus_id, vanaf FROM invoer.trajecten
        UNION ALL SELECT casus_id, vastgesteld_op FROM invoer.plannen
        UNION ALL SELECT casus_id, vastgesteld_op FROM invoer.afspraken
        UNION ALL SELECT casus_id, datum FROM invoer.overleggen
        UNION ALL SELECT casus_id, datum FROM invoer.opschalingen) d
    WHERE casus_id IS NOT NULL AND dag IS NOT NULL GROUP BY casus_id
"""

_PERSOON = """
    INSERT INTO invoer.eerste_dag (soort, kenmerk, dag)
    SELECT 'persoon', persoon_id, min(dag) FROM (
        SELECT b.persoon_id, e.dag FROM invoer.betrokkenen b
        JOIN invoer.eerste_dag e ON e.soort = 'casus' AND e.kenmerk = b.casus_id
        UNION ALL SELECT c.hoofdbetrokkene, e.dag FROM invoer.casussen c
        JOIN invoer.eerste_dag e ON e.soort = 'casus' AND e.kenmerk = c.casus_id
        UNION ALL SELECT persoon_id, vanaf FROM invoer.prioriteringen) d
    WHERE persoon_id IS NOT NULL GROUP BY persoon_id
"""

# Somebody who is only known as a relatie is known since the other was.
_VIA_RELATIE = """
    INSERT INTO invoer.eerste_dag (soort, kenmerk, dag)
    SELECT 'persoon', r.van, min(e.dag) FROM (
        SELECT persoon_id AS van, andere_persoon_id AS naar FROM invoer.relaties
        UNION ALL SELECT andere_persoon_id, persoon_id FROM invoer.relaties) r
    JOIN invoer.eerste_dag e ON e.soort = 'persoon' AND e.kenmerk = r.naar
    WHERE NOT EXISTS (SELECT FROM invoer.eerste_dag x
                      WHERE x.soort = 'persoon' AND x.kenmerk = r.van)
    GROUP BY r.van
"""


@dataclass(frozen=True)
class Herkomst:
    """Where the day of a row comes from: its casus or persoon, and a day of its own."""

    soort: str = ""
    kenmerk: str = ""
    eigen: str = ""

    @property
    def dag(self) -> sql.SQL:
        """SQL for the day, over `s` and the joined `e`."""
        eigen = f"s.{self.eigen}" if self.eigen else "NULL"
        return sql.SQL(f"least({eigen}, {'e.dag' if self.soort else 'NULL'})")

    @property
    def koppeling(self) -> sql.SQL:
        """SQL that joins `e`."""
        if not self.soort:
            return sql.SQL("")
        return sql.SQL(
            "LEFT JOIN invoer.eerste_dag e "
            f"ON e.soort = '{self.soort}' AND e.kenmerk = s.{self.kenmerk}"
        )


HERKOMST: Mapping[str, Herkomst] = MappingProxyType(
    {
        "personen": Herkomst("persoon", "persoon_id"),
        "aanmeldingen": Herkomst("casus", "casus_id", "ontvangen_op"),
        "casussen": Herkomst("casus", "casus_id"),
        "betrokkenen": Herkomst("casus", "casus_id", "vanaf"),
        "meldingen": Herkomst(eigen="datum"),
        "prioriteringen": Herkomst("persoon", "persoon_id", "vanaf"),
    }
)
"""Of each file with `eerste_verwerking`: what it is when the cell is empty."""


def zoek_eerste_dagen(bank: Bank, lading: Lading) -> None:
    """Put the earliest day of each casus and person of the package in the workbench."""
    if not HERKOMST.keys() & set(lading.kolommen):
        return
    bank.doe(_CASUS)
    bank.analyseer(["eerste_dag"])
    if {"personen", "prioriteringen"} & set(lading.kolommen):
        bank.doe(_PERSOON)
        bank.analyseer(["eerste_dag"])
        bank.doe(_VIA_RELATIE)
