# SPDX-License-Identifier: EUPL-1.2
"""What a column and a file of the register package can be (uitwisseling.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

KENMERK_LENGTE = 255
"""Most characters of an identifier or of a text in a key: an index entry has a fixed room."""

TEKST_LENGTE = 100_000
"""Most characters of a text (uitwisseling.md)."""


class Soort(StrEnum):
    """The type of the cells of a column, under the name that an error message gives it."""

    KENMERK = "kenmerk"
    VERWIJZING = "verwijzing"
    TEKST = "tekst"
    DATUM = "datum"
    CODE = "code"
    JA_NEE = "ja of nee"
    GELD = "bedrag"
    GEHEEL = "heel getal"
    GETAL = "getal"
    GEMEENTE = "gemeente"
    BSN = "bsn"


@dataclass(frozen=True)
class Kolom:
    """One column of a file.

    `codelijst` belongs to a CODE, `verwijst` (the name of a file) to a VERWIJZING; `later_mag`
    lets a date lie after tomorrow; of a `gesloten` cell an error shows only the length;
    `zichtbaar`: a name, in which no signs may stand that nobody sees; `uuid`: an identifier that
    has the form of one.
    """

    naam: str
    soort: Soort
    verplicht: bool = False
    codelijst: str = ""
    verwijst: str = ""
    later_mag: bool = False
    gesloten: bool = False
    zichtbaar: bool = False
    uuid: bool = False


@dataclass(frozen=True)
class Bestand:
    """One file of the package: its columns in order and the columns that name a row.

    `datum` is the column that says on which day the gemeente must have existed; without it a
    gemeente that ever existed is right.
    """

    naam: str
    kolommen: tuple[Kolom, ...]
    sleutel: tuple[str, ...]
    datum: str = ""

    @property
    def per_naam(self) -> Mapping[str, Kolom]:
        """The columns by name, in order."""
        return MappingProxyType({kolom.naam: kolom for kolom in self.kolommen})

    @property
    def kenmerk(self) -> str:
        """The column with the identifier, or an empty text when several columns make the key."""
        eerste = self.kolommen[0]
        return eerste.naam if eerste.soort is Soort.KENMERK else ""

    def kolommen_van(self, *soorten: Soort) -> tuple[Kolom, ...]:
        """The columns of these types, in order."""
        return tuple(kolom for kolom in self.kolommen if kolom.soort in soorten)
