# SPDX-License-Identifier: EUPL-1.2
"""The rules between the rows of a casus (uitwisseling.md, "Rules between rows").

They hold for the casus as it will stand: the rows of the package with those that the register has
of the same casus. A row of the register has no number, so its faults stand at row 0. Each rule is a
query in `sql/casusregels` that gives the columns of the table of faults.
"""

from functools import lru_cache
from pathlib import Path

from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.invoer.laden import Lading
from vangnet.uitwisseling.invoer.sleutels import CASUSBESTANDEN

_MAP = Path(__file__).parent.parent / "sql" / "casusregels"
_MELD = "INSERT INTO invoer.fout (bestand, rij, kolom, waarde, soort, over) "

# Each rule with the files that it needs whole: of a file that broke off rows are missing.
_REGELS: tuple[tuple[str, set[str]], ...] = (
    ("kenmerk_gelijk", set()),
    ("zonder_aanmelding", {"aanmeldingen"}),
    ("zonder_inzet", {"inzetten"}),
    ("hoofdbetrokkene", {"betrokkenen"}),
    ("gemeente", {"aanmeldingen"}),
    ("eerste_inzet", {"aanmeldingen"}),
    ("opvolging", {"inzetten", "afsluitingen"}),
    ("afsluiting_voor_aanmelding", {"aanmeldingen"}),
    ("heropening", {"afsluitingen"}),
    ("laatste_inzet", {"inzetten"}),
    ("traject", {"inzetten"}),
)


def toets_casussen(bank: Bank, lading: Lading) -> None:
    """Fill the end of the last inzet of each closing, then check the casussen of the package."""
    if not set(lading.kolommen) & CASUSBESTANDEN:
        return
    bank.doe(_vraag("vul_eind"))
    bank.analyseer(CASUSBESTANDEN)
    zwijgt = any(
        naam in lading.kolommen and not lading.heeft(naam, "gemeente")
        for naam in ("casussen", "aanmeldingen")
    )
    for regel, nodig in _REGELS:
        if not nodig & lading.gebroken:
            bank.doe(_MELD + _vraag(regel), {"beide": not zwijgt})


@lru_cache
def _vraag(regel: str) -> str:
    return (_MAP / f"{regel}.sql").read_text(encoding="utf-8")
