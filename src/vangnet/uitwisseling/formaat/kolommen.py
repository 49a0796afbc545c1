# SPDX-License-Identifier: EUPL-1.2
"""Short names for the columns that files are made of."""

from vangnet.uitwisseling.formaat.typen import Kolom, Soort


def kenmerk(naam: str, *, uuid: bool = False) -> Kolom:
    """The identifier of a row; uuid: it is also the key of its row in the register."""
    return Kolom(naam, Soort.KENMERK, verplicht=True, uuid=uuid)


def naar(naam: str, bestand: str, *, verplicht: bool = False) -> Kolom:
    """A reference to a row of another file."""
    return Kolom(naam, Soort.VERWIJZING, verplicht=verplicht, verwijst=bestand)


def tekst(naam: str, *, verplicht: bool = False) -> Kolom:
    """A text that an error doesn't show."""
    return Kolom(naam, Soort.TEKST, verplicht=verplicht, gesloten=True)


def eigennaam(naam: str, *, verplicht: bool = False) -> Kolom:
    """A name: no signs that nobody sees."""
    return Kolom(naam, Soort.TEKST, verplicht=verplicht, gesloten=True, zichtbaar=True)


def woord(naam: str, *, verplicht: bool = False) -> Kolom:
    """A short text that names no person, so that an error may show it."""
    return Kolom(naam, Soort.TEKST, verplicht=verplicht)


def dag(naam: str, *, verplicht: bool = False, later_mag: bool = False) -> Kolom:
    """A day."""
    return Kolom(naam, Soort.DATUM, verplicht=verplicht, later_mag=later_mag)


def code(naam: str, codelijst: str = "", *, verplicht: bool = False) -> Kolom:
    """A code of a list, which has the name of the column unless another is given."""
    return Kolom(naam, Soort.CODE, verplicht=verplicht, codelijst=codelijst or naam)


def getal(naam: str, soort: Soort = Soort.GETAL, *, verplicht: bool = False) -> Kolom:
    """A number of some kind."""
    return Kolom(naam, soort, verplicht=verplicht)
