# SPDX-License-Identifier: EUPL-1.2
"""What the checks compare with: the days, codes, gemeenten and sleutels that count."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from vangnet.inrichting.gemeenten import Gemeente, gemeenten
from vangnet.inrichting.models import Code
from vangnet.kern.klok import vandaag
from vangnet.uitwisseling.formaat import ALLE, Soort, codes_van

EERSTE_DAG = date(1900, 1, 1)
DETENTIE = "detentie"
# Looking a day up is far cheaper than trying a pattern; days before these are tried.
_DAGEN = 15_000


@dataclass(frozen=True)
class Kennis:
    """dagen: the days that most dates are, as text; codes: of each list the codes that exist."""

    dagen: list[str]
    codes: Mapping[str, list[str]]
    gemeenten: list[Gemeente]

    @property
    def laatste_dag(self) -> str:
        """The day after today: clocks of two machines may differ around midnight."""
        return self.dagen[0]

    @property
    def gemeentecodes(self) -> list[str]:
        """What a gemeente cell may hold."""
        return [DETENTIE, *(gemeente.code for gemeente in self.gemeenten)]


def verzamel() -> Kennis:
    """Ask today's state of the house; one query."""
    morgen = vandaag() + timedelta(days=1)
    dagen = [(morgen - timedelta(days=dag)).isoformat() for dag in range(_DAGEN)]
    return Kennis(dagen, _codes(), list(gemeenten().values()))


def _codes() -> dict[str, list[str]]:
    """A code that is no longer used keeps its place in old rows, so every code ever counts."""
    eigen: dict[str, list[str]] = {}
    for lijst, code in Code.objects.order_by("volgorde").values_list("lijst", "code"):
        eigen.setdefault(lijst, []).append(code)
    lijsten = {
        kolom.codelijst for bestand in ALLE.values() for kolom in bestand.kolommen_van(Soort.CODE)
    }
    return {naam: eigen.get(naam) or list(codes_van(naam)) for naam in lijsten}
