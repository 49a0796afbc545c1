# SPDX-License-Identifier: EUPL-1.2
"""The ways in which a figure is made of counts: a number, a share, a mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from vangnet.kerncijfers.catalogus.populatie import Populatie
from vangnet.kerncijfers.perioden import aantal_hele_maanden
from vangnet.kerncijfers.rekenen import Getal, gemiddelde


@dataclass(frozen=True, eq=False)
class Bron:
    """What is counted: a population, and of its kinds of facts only these (none: all of them)."""

    populatie: Populatie
    soorten: tuple[str, ...] = ()


class Telling(Protocol):
    """The counts of one computation, as the ways of making a figure read them."""

    @property
    def van(self) -> date: ...

    @property
    def tot(self) -> date: ...

    def totaal(self, bron: Bron) -> Getal:
        """How many, or how much."""

    def aantallen(self, bron: Bron, dimensie: str) -> Mapping[str, Getal]:
        """The same by class; classes without rows may be absent."""

    def aandelen(self, bron: Bron, dimensie: str) -> Mapping[str, int] | None:
        """The shares as shown, in whole percents; None when there is nothing to share out."""


class Rekenwijze(Protocol):
    """How a figure is made; `bron` is what its breakdowns count."""

    @property
    def bron(self) -> Bron: ...

    @property
    def nodig(self) -> tuple[tuple[Bron, str], ...]:
        """What it reads of the counts: pairs of bron and dimension ('' for the total)."""

    def waarde(self, telling: Telling) -> Getal | None:
        """The figure; None for a mean or a percent of nothing."""


@dataclass(frozen=True, eq=False)
class Aantal:
    """A number, or a sum of numbers."""

    bron: Bron

    @property
    def nodig(self) -> tuple[tuple[Bron, str], ...]:
        return ((self.bron, ""),)

    def waarde(self, telling: Telling) -> Getal | None:
        return telling.totaal(self.bron)


@dataclass(frozen=True, eq=False)
class Aandeel:
    """The share of some classes of a breakdown: the sum of the shares shown (rule 4)."""

    bron: Bron
    dimensie: str
    klassen: tuple[str, ...]

    @property
    def nodig(self) -> tuple[tuple[Bron, str], ...]:
        return ((self.bron, self.dimensie),)

    def waarde(self, telling: Telling) -> Getal | None:
        getoond = telling.aandelen(self.bron, self.dimensie)
        return None if getoond is None else sum(getoond[klasse] for klasse in self.klassen)


@dataclass(frozen=True, eq=False)
class PerStuk:
    """One number for each of another: a mean with one decimal. deler: bron, dimension and class."""

    bron: Bron
    deler: tuple[Bron, str, str]

    @property
    def nodig(self) -> tuple[tuple[Bron, str], ...]:
        return ((self.bron, ""), self.deler[:2])

    def waarde(self, telling: Telling) -> Getal | None:
        bron, dimensie, klasse = self.deler
        aantal = telling.aantallen(bron, dimensie).get(klasse, 0)
        return gemiddelde(telling.totaal(self.bron), aantal=int(aantal))


@dataclass(frozen=True, eq=False)
class PerMaand:
    """A mean per calendar month; None unless the period is made of whole months."""

    bron: Bron

    @property
    def nodig(self) -> tuple[tuple[Bron, str], ...]:
        return ((self.bron, ""),)

    def waarde(self, telling: Telling) -> Getal | None:
        maanden = aantal_hele_maanden(telling.van, telling.tot)
        return gemiddelde(telling.totaal(self.bron), aantal=maanden)
