# SPDX-License-Identifier: EUPL-1.2
"""The books of the dealing: which totals were given out, to lay beside what was published.

They hold what was dealt, not what the package counts; the tests count the package and compare.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from vangnet.demo.verdeling import procenten_van
from vangnet.kerncijfers.rekenen import gemiddelde

AANDEEL_VAN_KLASSEN = {
    "goed_resultaat": ("goed_resultaat", "resultaat", ("doel_gerealiseerd",)),
    "leeftijd_0_23": ("leeftijd", "leeftijd", ("0-17", "18-23")),
}


@dataclass
class Boek:
    """Dealt counts by sleutel, dimension and class, for a year (`2022`) or a month (`2022-01`)."""

    posten: dict[tuple[str, str, str], Counter[str]] = field(default_factory=dict)

    def zet(
        self, tijdvak: int | str, sleutel: str, aantallen: Mapping[str, int], *, dimensie: str = ""
    ) -> None:
        """Add dealt counts; the class of an undivided total is the empty text."""
        post = self.posten.setdefault((str(tijdvak), sleutel, dimensie), Counter())
        for klasse, aantal in aantallen.items():
            post[klasse] += aantal

    def waarde(
        self, sleutel: str, *, van: date, tot: date, deel: tuple[str, tuple[str, ...]], eenheid: str
    ) -> Decimal | None:
        """The dealt value of one figure in its unit; None where the books have no such entry."""
        if sleutel in AANDEEL_VAN_KLASSEN:
            sleutel, dimensie, klassen = AANDEEL_VAN_KLASSEN[sleutel]
            deel, eenheid = (dimensie, klassen), "procent"
        if sleutel == "aanmeldingen_per_maand":
            return self._per_maand(van, tot)
        dimensie, klassen = deel
        aantallen = self._aantallen(sleutel, dimensie, van, tot)
        if not aantallen:
            return None
        if eenheid == "procent":
            procenten = procenten_van(aantallen)
            return Decimal(sum(procenten.get(klasse, 0) for klasse in klassen))
        if not dimensie:
            return Decimal(sum(aantallen.values()))
        return Decimal(sum(aantallen[klasse] for klasse in klassen))

    def _aantallen(self, sleutel: str, dimensie: str, van: date, tot: date) -> Counter[str]:
        jaar = self.posten.get((_tijdvak(van, tot), sleutel, dimensie))
        if jaar is not None:
            return jaar
        som: Counter[str] = Counter()
        for maand in range(van.month, tot.month + 1):
            som += self.posten.get((f"{van.year}-{maand:02d}", sleutel, dimensie), Counter())
        return som

    def _per_maand(self, van: date, tot: date) -> Decimal | None:
        aantallen = self._aantallen("aanmeldingen", "", van, tot)
        if not aantallen:
            return None
        return gemiddelde(sum(aantallen.values()), aantal=tot.month - van.month + 1)


def _tijdvak(van: date, tot: date) -> str:
    """A stock is booked on its day, a whole year under the year; else the months are added."""
    if van == tot:
        return van.isoformat()
    heel_jaar = (van.month, van.day, tot.month, tot.day) == (1, 1, 12, 31)
    return str(van.year) if heel_jaar and van.year == tot.year else ""
