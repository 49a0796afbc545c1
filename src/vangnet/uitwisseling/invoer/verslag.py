# SPDX-License-Identifier: EUPL-1.2
"""Tell every fault, in one order, without holding them all in memory."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db import connection

from vangnet.uitwisseling.formaat import ALLE
from vangnet.uitwisseling.fouten import WAARSCHUWINGEN, Fout
from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.invoer.vergelijken import Stand

_PER_KEER = 2_000

# Faults of the package as a whole come first, then the files in the order of the format.
_ALLE = (
    "SELECT bestand, rij, kolom, waarde, soort, over FROM invoer.fout "
    "ORDER BY coalesce(array_position(%(bestanden)s::text[], bestand), 0), "
    'bestand COLLATE "C", rij, nr'
)


@dataclass(frozen=True)
class Uitkomst:
    """How an import ended: numbers of rows by file, of faults by kind and column, and whether it
    was written. `per_soort` has (file, column, kind) as key, in the order of the lines;
    `met_kanten` names the casussen of the package in which people are kept apart.
    """

    standen: Mapping[str, Stand] = field(default_factory=dict)
    per_soort: Mapping[tuple[str, str, str], int] = field(default_factory=dict)
    geschreven: bool = False
    met_kanten: tuple[str, ...] = ()

    @property
    def aantal_fouten(self) -> int:
        """Faults that stop the import."""
        return sum(n for (*_, soort), n in self.per_soort.items() if soort not in WAARSCHUWINGEN)

    @property
    def aantal_waarschuwingen(self) -> int:
        """Findings that only ask for a look."""
        return sum(n for (*_, soort), n in self.per_soort.items() if soort in WAARSCHUWINGEN)

    def met(self, fouten: Sequence[Fout], meld: Callable[[Fout], None]) -> "Uitkomst":
        """The same with faults of new rows that came to light while writing; each is told."""
        for fout in fouten:
            meld(fout)
        erbij = Counter((fout.bestand, fout.kolom, fout.soort) for fout in fouten)
        rijen = Counter(bestand for bestand, _rij in {(f.bestand, f.rij) for f in fouten if f.rij})
        standen = {
            naam: replace(stand, nieuw=stand.nieuw - rijen[naam], fout=stand.fout + rijen[naam])
            for naam, stand in self.standen.items()
        }
        return replace(self, standen=standen, per_soort={**self.per_soort, **erbij})


def tel_fouten(bank: Bank) -> dict[tuple[str, str, str], int]:
    """How many faults there are of each kind in each column, in the order of the files."""
    rijen = bank.rijen(
        "SELECT bestand, kolom, soort, count(*) FROM invoer.fout GROUP BY 1, 2, 3 "
        "ORDER BY coalesce(array_position(%(bestanden)s::text[], bestand), 0), "
        "bestand, min(nr)",
        {"bestanden": list(ALLE)},
    )
    return {(str(b), str(k), str(s)): int(str(n)) for b, k, s, n in rijen}


def vertel_fouten(meld: Callable[[Fout], None]) -> None:
    """Give each fault to `meld`, by file, row and order of finding."""
    # A cursor in the database: a million faults are as little trouble as one.
    with connection.chunked_cursor() as cursor:
        cursor.execute(_ALLE, {"bestanden": list(ALLE)})
        while rijen := cursor.fetchmany(_PER_KEER):
            for rij in rijen:
                meld(Fout(*rij))
