# SPDX-License-Identifier: EUPL-1.2
"""The books of the dealing: which totals were given out, to lay beside what was published.

They hold what was dealt, not what the package counts; the tests count the package and compare.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from vangnet.demo.verdeling import procenten_van
from vangnet.kerncijfers.controles.reeks import PROCENT, Reekscijfer
from vangnet.kerncijfers.rekenen import Getal, gemiddelde

AANDEEL_VAN_KLASSEN = {
    "goed_resultaat": ("goed_resultaat", "resultaat", ("doel_gerealiseerd",)),
    "leeftijd_0_23": ("leeftijd", "leeftijd", ("0-17", "18-23")),
}
"""Figures that are a share themselves: whose, by which dimension, of which classes."""

Aantallen = dict[str, Getal]


@dataclass
class Boek:
    """Dealt counts by period, sleutel and dimension.

    The period is a year (`2022`), a month (`2022-01`) or, of a stock, a day (`2022-01-01`).
    """

    posten: dict[tuple[str, str, str], Aantallen] = field(default_factory=dict)

    def zet(
        self,
        tijdvak: int | str,
        sleutel: str,
        aantallen: Mapping[str, Getal],
        *,
        dimensie: str = "",
    ) -> None:
        """Add dealt counts; the class of an undivided total is the empty text."""
        post = self.posten.setdefault((str(tijdvak), sleutel, dimensie), {})
        for klasse, aantal in aantallen.items():
            post[klasse] = post.get(klasse, 0) + aantal

    def waarde(self, cijfer: Reekscijfer) -> Decimal | None:
        """The dealt value of a published figure, in its unit; None when no such thing was dealt."""
        if cijfer.sleutel == "aanmeldingen_per_maand":
            aantallen = self._aantallen("aanmeldingen", "", cijfer.van, cijfer.tot)
            maanden = cijfer.tot.month - cijfer.van.month + 1
            return gemiddelde(sum(aantallen.values()), aantal=maanden) if aantallen else None
        if len(cijfer.uitsplitsing) > 1:
            return None
        sleutel, (dimensie, klassen) = cijfer.sleutel, (*cijfer.uitsplitsing, ("", ("",)))[0]
        if sleutel in AANDEEL_VAN_KLASSEN:
            sleutel, dimensie, klassen = AANDEEL_VAN_KLASSEN[sleutel]
        aantallen = self._aantallen(sleutel, dimensie, cijfer.van, cijfer.tot)
        if cijfer.eenheid == PROCENT:
            aantallen = dict(procenten_van(aantallen))
        return Decimal(sum(aantallen.get(k, 0) for k in klassen)) if aantallen else None

    def _aantallen(self, sleutel: str, dimensie: str, van: date, tot: date) -> Aantallen:
        """What was dealt in a year or on a day, or else in its months together."""
        heel = str(van.year) if _is_jaar(van, tot) else van.isoformat()
        if heel_tijdvak := self.posten.get((heel, sleutel, dimensie)):
            return heel_tijdvak
        som: Aantallen = {}
        for maand in range(van.month, tot.month + 1) if van.year == tot.year else ():
            post = self.posten.get((f"{van.year}-{maand:02d}", sleutel, dimensie), {})
            for klasse, aantal in post.items():
                som[klasse] = som.get(klasse, 0) + aantal
        return som


def _is_jaar(van: date, tot: date) -> bool:
    return (van, tot) == (date(van.year, 1, 1), date(van.year, 12, 31))
