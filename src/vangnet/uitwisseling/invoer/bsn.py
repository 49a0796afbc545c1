# SPDX-License-Identifier: EUPL-1.2
"""BSNs leave the workbench as soon as they are checked: encrypted, under a keyed hash.

The keys are outside the database, so this is the one column that goes through Python.
"""

from collections.abc import Iterable, Iterator

from psycopg import sql

from vangnet.personen.bsn import sluit_bsn
from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.invoer.laden import Lading

_COPY = sql.SQL("COPY invoer.bsn (bsn, zoek, versleuteld) FROM STDIN (FORMAT csv)")

_DUBBEL = """
    INSERT INTO invoer.fout (bestand, rij, kolom, waarde, soort, over)
    SELECT 'personen', d.rij, 'bsn', '9 tekens', 'bsn_dubbel', format('rij %s', d.eerste)
    FROM (SELECT rij, min(rij) OVER (PARTITION BY bsn) AS eerste
          FROM invoer.personen WHERE bsn IS NOT NULL AND rij IS NOT NULL) d
    WHERE d.rij <> d.eerste
"""

_DUBBEL_IN_REGISTER = """
    INSERT INTO invoer.fout (bestand, rij, kolom, waarde, soort, over)
    SELECT 'personen', s.rij, 'bsn', '9 tekens', 'bsn_dubbel_register', min(r.kenmerk)
    FROM invoer.personen s
    JOIN personen_persoon r ON r.bsn_index = decode(s.bsn, 'hex') AND r.id <> s.id
    WHERE s.rij IS NOT NULL AND NOT EXISTS (SELECT FROM invoer.personen p WHERE p.id = r.id)
    GROUP BY s.rij
"""


def sluit_bsns(bank: Bank, lading: Lading) -> None:
    """Replace every BSN in the workbench by its hash, and warn for one on two persons."""
    if not lading.heeft("personen", "bsn"):
        return
    gevonden = bank.rijen(
        "SELECT DISTINCT bsn FROM invoer.personen WHERE bsn IS NOT NULL AND rij IS NOT NULL"
    )
    bank.laad(_COPY, _gesloten(str(bsn) for (bsn,) in gevonden))
    bank.analyseer(["bsn"])
    bank.doe(
        "UPDATE invoer.personen s SET bsn = b.zoek FROM invoer.bsn b "
        "WHERE b.bsn = s.bsn AND s.rij IS NOT NULL"
    )
    bank.doe("UPDATE invoer.bsn SET bsn = NULL")
    bank.doe(_DUBBEL)
    bank.doe(_DUBBEL_IN_REGISTER)


def _gesloten(bsns: Iterable[str]) -> Iterator[bytes]:
    for bsn in bsns:
        gesloten = sluit_bsn(bsn)
        yield f"{bsn},{gesloten.zoek.hex()},\\x{gesloten.versleuteld.hex()}\n".encode()
