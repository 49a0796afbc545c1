# SPDX-License-Identifier: EUPL-1.2
"""What an aanmelding says, and how a name falls apart. No Django."""

from enum import StrEnum
from typing import NamedTuple


class Criterium(StrEnum):
    """The four legal criteria of a casus, which count together (BGS 2.20(1))."""

    PROBLEMEN = "a_problemen"
    LEEFGEBIEDEN = "b_leefgebieden"
    ONVEILIG = "c_onveilig"
    SAMENWERKING = "d_samenwerking"


class RisicoVoor(StrEnum):
    """For whom it may be unsafe."""

    BETROKKENE = "zelf"
    GEZIN = "gezin"
    OMGEVING = "omgeving"
    PROFESSIONALS = "professionals"


class RisicoSoort(StrEnum):
    """What may happen."""

    GEWELD = "geweld"
    ZELFBESCHADIGING = "zelfbeschadiging"
    BRAND = "brand"
    SEKSUEEL = "seksueel"
    DREIGING = "dreiging"
    ERNSTIGE_OVERLAST = "ernstige_overlast"


class Antwoordwijze(StrEnum):
    """How the house told the aanmelder what was decided."""

    IN_VANGNET = "in_vangnet"
    BRIEF = "brief"
    GESPROKEN = "gesproken"


# What stands before a surname; a longer row before its beginning.
_VOORVOEGSELS = frozenset(
    [
        *("van", "de", "der", "den", "ter", "te", "ten", "het", "'t", "in", "op", "aan", "bij"),
        *("voor", "uit", "von", "du", "la", "le", "el", "al", "di", "da"),
    ]
)


class Achternaam(NamedTuple):
    """A surname as the register keeps it."""

    tussenvoegsel: str | None
    achternaam: str


def ontleed_achternaam(getypt: str) -> Achternaam:
    """Part "van der Veen" in "van der" and "Veen"; at least the last word is the name."""
    woorden = getypt.split()
    voor = 0
    while voor < len(woorden) - 1 and woorden[voor].lower() in _VOORVOEGSELS:
        voor += 1
    return Achternaam(" ".join(woorden[:voor]).lower() or None, " ".join(woorden[voor:]))
