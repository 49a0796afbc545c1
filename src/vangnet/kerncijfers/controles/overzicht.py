# SPDX-License-Identifier: EUPL-1.2
"""All figures of one run of the checks, with what more than one check needs."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from vangnet.kerncijfers.controles.reeks import PROCENT, Reekscijfer, groepeer, natuurlijk
from vangnet.kerncijfers.controles.verdeling import (
    Verdeling,
    verdelingen,
    zonder_totaalklasse,
)
from vangnet.kerncijfers.uitsplitsing import Uitsplitsing, schrijf_uitsplitsing

HONDERD = Decimal(100)


@dataclass(frozen=True)
class Overzicht:
    """The figures in a fixed order, their breakdowns, and what a set of shares adds to."""

    cijfers: tuple[Reekscijfer, ...]

    @classmethod
    def van(cls, cijfers: Iterable[Reekscijfer]) -> "Overzicht":
        """Order the figures, so that findings do not depend on the order in which they came."""
        kaal = (replace(c, uitsplitsing=zonder_totaalklasse(c.uitsplitsing)) for c in cijfers)
        return cls(tuple(sorted(kaal, key=_volgorde)))

    @cached_property
    def verdelingen(self) -> list[Verdeling]:
        """Every breakdown."""
        return verdelingen(self.cijfers)

    @cached_property
    def per_onderwerp(self) -> dict[Hashable, list[Verdeling]]:
        """The counts and the shares of each breakdown together."""
        return groepeer(self.verdelingen, lambda verdeling: verdeling.onderwerp)

    @cached_property
    def _tabellen(self) -> dict[Hashable, list[Verdeling]]:
        return groepeer(self.verdelingen, lambda verdeling: verdeling.tabel)

    @cached_property
    def gepubliceerde_honderd(self) -> Decimal:
        """What published shares add to: 100, unless the whole set is on another scale.

        That is so (per mille, or a set multiplied for a test) when no breakdown comes near 100,
        and more than half of them, and at least three, add to one and the same number.
        """
        delingen = [
            v
            for v in self.verdelingen
            if v.eerste.eenheid == PROCENT and not v.eerste.berekend and len(v.delen) > 1
        ]
        if any(abs(sum(v.waarden) - HONDERD) <= len(v.delen) for v in delingen):
            return HONDERD
        vaakst = Counter(sum(v.waarden, Decimal()) for v in delingen).most_common(1)
        if not vaakst or vaakst[0][1] < max(3, len(delingen) // 2 + 1) or vaakst[0][0] <= 0:
            return HONDERD
        return vaakst[0][0]

    def honderd(self, cijfer: Reekscijfer) -> Decimal:
        """Give what the shares add to among which this figure stands."""
        return HONDERD if cijfer.berekend else self.gepubliceerde_honderd

    def is_volledig(self, verdeling: Verdeling) -> bool:
        """Whether a breakdown presents itself as a whole (kerncijfers.md 1, rule 8)."""
        heel = verdeling.is_volledig(
            andere=self._tabellen[verdeling.tabel], honderd=self.honderd(verdeling.eerste)
        )
        return heel or self._staat_naast_een_geheel(verdeling)

    def _staat_naast_een_geheel(self, aandelen: Verdeling) -> bool:
        """Whether the counts of just these classes add to their total: no share is left out."""
        return any(
            tellingen.eerste.eenheid != PROCENT == aandelen.eerste.eenheid
            and tellingen.klassen.keys() == aandelen.klassen.keys()
            and tellingen.gaat_op(honderd=HONDERD)
            for tellingen in self.per_onderwerp[aandelen.onderwerp]
        )

    def zoek(self, sleutel: str, uitsplitsing: Uitsplitsing = ()) -> list[Reekscijfer]:
        """Give the counts and amounts of a figure or of one class, of every report and period."""
        return [c for c in self.zoek_alle(sleutel, uitsplitsing) if c.eenheid != PROCENT]

    def zoek_alle(self, sleutel: str, uitsplitsing: Uitsplitsing = ()) -> list[Reekscijfer]:
        """Give the same, and the percents too."""
        return self._per_figuur.get((sleutel, uitsplitsing), [])

    @cached_property
    def _per_figuur(self) -> dict[tuple[str, Uitsplitsing], list[Reekscijfer]]:
        return groepeer(self.cijfers, _figuur)


def _figuur(cijfer: Reekscijfer) -> tuple[str, Uitsplitsing]:
    return (cijfer.sleutel, cijfer.uitsplitsing)


def _volgorde(cijfer: Reekscijfer) -> tuple[object, ...]:
    return (
        cijfer.rapport,
        natuurlijk(cijfer.plaats),
        cijfer.sleutel,
        cijfer.van,
        cijfer.tot,
        schrijf_uitsplitsing(cijfer.uitsplitsing),
        cijfer.populatie,
        cijfer.eenheid,
        cijfer.definitie_versie,
        cijfer.waarde,
    )
