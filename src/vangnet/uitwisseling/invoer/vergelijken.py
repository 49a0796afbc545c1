# SPDX-License-Identifier: EUPL-1.2
"""What the package would do to the register: new, changed, same, wrong, and what would go."""

from collections.abc import Iterator
from dataclasses import dataclass

from psycopg import sql

from vangnet.uitwisseling.formaat import ALLE, PER_CASUS, Kolom, Soort
from vangnet.uitwisseling.fouten import WAARSCHUWINGEN
from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.invoer.laden import Lading
from vangnet.uitwisseling.invoer.sleutels import in_gebruik
from vangnet.uitwisseling.tabellen import Tabel, tabel_van


@dataclass(frozen=True)
class Stand:
    """Numbers of rows of one file; `vervalt` are rows of the register, the others of the file."""

    nieuw: int = 0
    gewijzigd: int = 0
    gelijk: int = 0
    fout: int = 0
    vervalt: int = 0


def bepaal_wijzigingen(bank: Bank, lading: Lading) -> None:
    """Mark the rows that differ from what the register holds."""
    for naam in dict.fromkeys([*lading.bestanden, "inzetten"]):
        tabel = tabel_van(naam)
        if not in_gebruik(bank, tabel):
            continue
        kolommen = [sql.Identifier(kolom.naam) for kolom in schrijfbaar(lading, tabel)]
        if not kolommen:
            continue
        bank.doe(
            sql.SQL(
                "UPDATE {staging} s SET stand = 'gewijzigd' FROM ({beeld}) b WHERE b.id = s.id "
                "AND s.stand IN ('gelijk', 'register') "
                "AND ROW({van_s}) IS DISTINCT FROM ROW({van_b})"
            ).format(
                staging=tabel.staging,
                beeld=tabel.beeld(),
                van_s=sql.SQL(", ").join(sql.SQL("s.{}").format(k) for k in kolommen),
                van_b=sql.SQL(", ").join(sql.SQL("b.{}").format(k) for k in kolommen),
            )
        )


def schrijfbaar(lading: Lading, tabel: Tabel) -> Iterator[Kolom]:
    """The columns that an update writes: those of the package, and the end that a closing fills."""
    bestand = tabel.bestand
    for kolom in bestand.kolommen:
        gevuld = bestand.naam == "inzetten" and kolom.naam == "tot"
        if kolom.naam not in bestand.sleutel and (gevuld or lading.heeft(bestand.naam, kolom.naam)):
            yield kolom


def maak_geld_gelijk(bank: Bank, lading: Lading) -> None:
    """Write amounts as the register does, so that 5 and 5.00 are the same."""
    for naam, bestand in lading.bestanden.items():
        for kolom in bestand.kolommen_van(Soort.GELD):
            if lading.heeft(naam, kolom.naam):
                bank.doe(
                    sql.SQL("UPDATE {staging} SET {kolom} = {kolom}::numeric(14, 2)::text").format(
                        staging=sql.Identifier("invoer", naam), kolom=sql.Identifier(kolom.naam)
                    )
                )


def tel(bank: Bank, lading: Lading, *, vervang: bool) -> dict[str, Stand]:
    """The numbers of each file that the package holds or changes, in the order of the format."""
    # A replacement drops rows of files that the package leaves out, too.
    namen = {*lading.alle, *(PER_CASUS if vervang else ())}
    bank.analyseer(["fout"])
    return {
        naam: _tel(bank, tabel_van(naam), vervang=vervang and naam in PER_CASUS)
        for naam in ALLE
        if naam in namen
    }


def _tel(bank: Bank, tabel: Tabel, *, vervang: bool) -> Stand:
    naam = sql.Literal(tabel.bestand.naam)
    vraag = sql.SQL(
        "SELECT count(*) FILTER (WHERE g AND s.stand = 'nieuw'), "
        "count(*) FILTER (WHERE g AND s.stand = 'gewijzigd'), "
        "count(*) FILTER (WHERE g AND s.stand = 'gelijk'), "
        "(SELECT count(DISTINCT f.rij) FROM invoer.fout f WHERE f.bestand = {naam} "
        " AND f.soort <> ALL(%(waarschuwingen)s)) "
        "FROM (SELECT s.stand, NOT EXISTS (SELECT FROM invoer.fout f WHERE f.bestand = {naam} "
        " AND f.rij = s.rij AND f.soort <> ALL(%(waarschuwingen)s)) AS g FROM {staging} s) s"
    ).format(naam=naam, staging=tabel.staging)
    (rij,) = bank.rijen(vraag, {"waarschuwingen": list(WAARSCHUWINGEN)})
    nieuw, gewijzigd, gelijk, fout = (int(str(aantal)) for aantal in rij)
    return Stand(nieuw, gewijzigd, gelijk, fout, _vervalt(bank, tabel) if vervang else 0)


def _vervalt(bank: Bank, tabel: Tabel) -> int:
    (rij,) = bank.rijen(sql.SQL("SELECT count(*) {}").format(vervallend(tabel)))
    return int(str(rij[0]))


def vervallend(tabel: Tabel) -> sql.Composed:
    """FROM and WHERE of the rows `r` of the register that a replacement drops."""
    return sql.SQL(
        "FROM {} r WHERE r.casus_id IN (SELECT c.id FROM invoer.geraakt g "
        "JOIN casus_casus c ON c.kenmerk = g.casus_id WHERE g.vervang) "
        "AND NOT EXISTS (SELECT FROM {} s WHERE s.id = r.id)"
    ).format(tabel.naam, tabel.staging)
