# SPDX-License-Identifier: EUPL-1.2
"""A breakdown as a report prints it: its classes, its total, and whether it is a whole."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vangnet.kerncijfers.controles.grenzen import lees_grenzen, loopt_door
from vangnet.kerncijfers.controles.reeks import LOS, PROCENT, Reekscijfer, groepeer
from vangnet.kerncijfers.dimensies import DIMENSIES, ONBEKEND
from vangnet.kerncijfers.uitsplitsing import Uitsplitsing

TOTAAL = "totaal"
RESTKLASSEN = frozenset({"anders", "overig", "overige", ONBEKEND, TOTAAL})
"""Words, in whatever case, that say that a breakdown leaves nothing out (rule 8)."""

Klasse = tuple[str, ...]
"""One class, or the classes of a combined one."""


@dataclass(frozen=True)
class Verdeling:
    """The figures that differ in nothing but the class of one dimension.

    klassen: per class its figures, more than one where the report prints it more than once.
    totaal: the undivided figures of the same report, population and unit, or none.
    rest: the other dimensions, which all the figures have in common.
    """

    dimensie: str
    rest: Uitsplitsing
    klassen: dict[Klasse, list[Reekscijfer]]
    totaal: list[Reekscijfer]

    @property
    def cijfers(self) -> list[Reekscijfer]:
        """All figures of the classes."""
        return [cijfer for cijfers in self.klassen.values() for cijfer in cijfers]

    @property
    def eerste(self) -> Reekscijfer:
        """The first figure, for what all have in common."""
        return self.cijfers[0]

    @property
    def tabel(self) -> Hashable:
        """What a table of a report keeps the same from one period to the next."""
        eerste = self.eerste
        return (
            (eerste.rapport, eerste.sleutel, eerste.eenheid, eerste.genormde_populatie),
            (self.dimensie, self.rest),
        )

    @property
    def onderwerp(self) -> Hashable:
        """What the counts and the shares of one breakdown have in common."""
        eerste = self.eerste
        return (
            (eerste.rapport, eerste.berekend, eerste.sleutel, eerste.van, eerste.tot),
            (eerste.genormde_populatie, eerste.definitie_versie),
            (self.dimensie, self.rest),
        )

    @property
    def is_deling(self) -> bool:
        """Whether the classes are parts of a whole: counts, amounts or shares, not rates."""
        return not self.eerste.eenheid.startswith(("aantal_per_", "jaren", "dagen"))

    @property
    def delen(self) -> dict[Klasse, list[Reekscijfer]]:
        """The classes that together make the sum: a combined one only without its members."""
        return {
            klasse: cijfers
            for klasse, cijfers in self.klassen.items()
            if len(klasse) == 1 or not any((lid,) in self.klassen for lid in klasse)
        }

    @property
    def waarden(self) -> list[Decimal]:
        """The value of each part that is printed first."""
        return [cijfers[0].waarde for cijfers in self.delen.values()]

    @property
    def sommen(self) -> set[Decimal]:
        """Every sum that the printed values of the parts can give."""
        sommen = {Decimal()}
        for cijfers in self.delen.values():
            waarden = {cijfer.waarde for cijfer in cijfers}
            sommen = {som + waarde for som in sommen for waarde in waarden}
        return sommen

    def telt_op_tot(self, geheel: Iterable[Decimal]) -> bool:
        """Whether some printed values of the parts add to one of the wholes."""
        return not self.sommen.isdisjoint(geheel)

    def is_volledig(self, *, andere: Sequence["Verdeling"], honderd: Decimal) -> bool:
        """Whether the breakdown presents itself as a whole (kerncijfers.md 1, rule 8).

        It does when Vangnet computed it. Otherwise it has at least two classes, and it holds a
        remainder or a total, or has as many classes as its dimension, if those exclude each
        other, or runs over all numbers, or adds up with the same classes in another period of
        its report (`andere`).
        """
        if self.eerste.berekend:
            return True
        if len(self.klassen) < 2:
            return False
        return (
            self._noemt_een_rest()
            or (bool(self.totaal) and self.eerste.eenheid != PROCENT)
            or self._heeft_alle_klassen()
            or loopt_door(lees_grenzen(klasse[0]) for klasse in self.klassen)
            or any(
                v.klassen.keys() == self.klassen.keys() and v.gaat_op(honderd=honderd)
                for v in andere
            )
        )

    def gaat_op(self, *, honderd: Decimal) -> bool:
        """Whether the parts add to their total, or shares to the whole."""
        if self.eerste.eenheid == PROCENT:
            return self.telt_op_tot([honderd])
        return self.telt_op_tot(cijfer.waarde for cijfer in self.totaal)

    def _noemt_een_rest(self) -> bool:
        return any(lid.casefold() in RESTKLASSEN for klasse in self.klassen for lid in klasse)

    def _heeft_alle_klassen(self) -> bool:
        # Counted and not compared by name: a report has words of its own for the classes.
        dimensie = DIMENSIES.get(self.dimensie)
        if dimensie is None or not dimensie.sluit_uit:
            return False
        return sum(len(klasse) for klasse in self.klassen) >= len(dimensie.bekende_klassen)


def zonder_totaalklasse(uitsplitsing: Uitsplitsing) -> Uitsplitsing:
    """Leave out a dimension whose class is the word totaal: it breaks nothing down."""
    return tuple(
        (dimensie, klassen)
        for dimensie, klassen in uitsplitsing
        if [klasse.casefold() for klasse in klassen] != [TOTAAL]
    )


def verdelingen(cijfers: Iterable[Reekscijfer]) -> list[Verdeling]:
    """Find every breakdown among the figures."""
    tafels = groepeer((cijfer for cijfer in cijfers if cijfer.sleutel != LOS), _tafel)
    return [
        Verdeling(
            dimensie,
            rest,
            _per_klasse(rijen, dimensie),
            [cijfer for cijfer in tafel if cijfer.uitsplitsing == rest],
        )
        for tafel in tafels.values()
        for (dimensie, rest), rijen in _per_dimensie(tafel).items()
    ]


def _per_klasse(cijfers: Iterable[Reekscijfer], dimensie: str) -> dict[Klasse, list[Reekscijfer]]:
    return groepeer(cijfers, lambda cijfer: dict(cijfer.uitsplitsing)[dimensie])


def _tafel(cijfer: Reekscijfer) -> Hashable:
    return (
        cijfer.rapport,
        cijfer.berekend,
        cijfer.sleutel,
        cijfer.van,
        cijfer.tot,
        cijfer.genormde_populatie,
        cijfer.definitie_versie,
        cijfer.eenheid,
    )


def _per_dimensie(
    tafel: Iterable[Reekscijfer],
) -> dict[tuple[str, Uitsplitsing], list[Reekscijfer]]:
    groepen: dict[tuple[str, Uitsplitsing], list[Reekscijfer]] = {}
    for cijfer in tafel:
        for paar in cijfer.uitsplitsing:
            rest = tuple(ander for ander in cijfer.uitsplitsing if ander != paar)
            groepen.setdefault((paar[0], rest), []).append(cijfer)
    return groepen
