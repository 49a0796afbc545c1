# SPDX-License-Identifier: EUPL-1.2
"""Contributions by leefgebied. A working note is its author's alone, so it fills no leefgebied."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from vangnet.delen.regels import Publiek
from vangnet.web.zaken.bijdragen import Bijdrageregel


class Leefgebied(NamedTuple):
    """One leefgebied with what was told about it, and by which sources."""

    naam: str
    bijdragen: Sequence[Bijdrageregel]
    bronnen: Sequence[str]


def per_leefgebied(regels: Sequence[Bijdrageregel], namen: Mapping[str, str]) -> dict[str, Any]:
    """Context: the filled leefgebieden in the order of the list, the rest, what is missing."""
    geldig = [een for een in regels if een.bijdrage.ingetrokken_op is None]
    eigen = [een for een in geldig if een.bijdrage.publiek == Publiek.WERKNOTITIE]
    gedeeld = [een for een in geldig if een.bijdrage.publiek != Publiek.WERKNOTITIE]
    gebieden = [
        _gebied(naam, [een for een in gedeeld if een.bijdrage.leefgebied == code])
        for code, naam in namen.items()
    ]
    return {
        "leefgebieden": [een for een in gebieden if een.bijdragen],
        "ontbreekt": [een.naam for een in gebieden if not een.bijdragen],
        "aantal_leefgebieden": len(gebieden),
        "overig": [een for een in gedeeld if not een.bijdrage.leefgebied],
        "werkblad": eigen,
    }


def _gebied(naam: str, regels: Sequence[Bijdrageregel]) -> Leefgebied:
    return Leefgebied(naam, regels, sorted({een.bron for een in regels}))
