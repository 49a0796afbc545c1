# SPDX-License-Identifier: EUPL-1.2
"""Contributions by leefgebied. A working note is its author's alone and a hypothese is not known to
be so: neither fills a leefgebied."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from vangnet.beeld.models import Hypotheseoordeel
from vangnet.beeld.regels import Oordeel
from vangnet.beeld.selectors import oordelen_over
from vangnet.casus.regels import BijdrageSoort
from vangnet.delen.regels import Publiek
from vangnet.web.zaken.bijdragen import Bijdrageregel


class Leefgebied(NamedTuple):
    """One leefgebied with what was told about it, and by which sources."""

    naam: str
    bijdragen: Sequence[Bijdrageregel]
    bronnen: Sequence[str]


class Hypotheseregel(NamedTuple):
    """A hypothese, as a list of one, and what became of it; chip: of the chip with the word."""

    bijdragen: Sequence[Bijdrageregel]
    oordeel: Hypotheseoordeel | None
    woord: str
    chip: str


_WAT_ZO_IS = {BijdrageSoort.FEIT, BijdrageSoort.NOTITIE}


def per_leefgebied(regels: Sequence[Bijdrageregel], namen: Mapping[str, str]) -> dict[str, Any]:
    """Context: the filled leefgebieden in the order of the list, the rest, what is missing."""
    geldig = [een for een in regels if een.bijdrage.ingetrokken_op is None]
    eigen = [een for een in geldig if een.bijdrage.publiek == Publiek.WERKNOTITIE]
    gedeeld = [een for een in geldig if een.bijdrage.publiek != Publiek.WERKNOTITIE]
    bekend = [een for een in gedeeld if een.bijdrage.soort in _WAT_ZO_IS]
    gebieden = [
        _gebied(naam, [een for een in bekend if een.bijdrage.leefgebied == code])
        for code, naam in namen.items()
    ]
    return {
        "leefgebieden": [een for een in gebieden if een.bijdragen],
        "ontbreekt": [een.naam for een in gebieden if not een.bijdragen],
        "aantal_leefgebieden": len(gebieden),
        "overig": [een for een in bekend if not een.bijdrage.leefgebied],
        "factoren": _van_soort(gedeeld, BijdrageSoort.BESCHERMENDE_FACTOR),
        "hypothesen": _hypothesen(_van_soort(gedeeld, BijdrageSoort.HYPOTHESE)),
        "werkblad": eigen,
    }


def _van_soort(regels: Sequence[Bijdrageregel], soort: BijdrageSoort) -> list[Bijdrageregel]:
    return [een for een in regels if een.bijdrage.soort == soort]


def _hypothesen(regels: Sequence[Bijdrageregel]) -> list[Hypotheseregel]:
    """With the newest verdict; one query, none without a hypothese."""
    oordelen = oordelen_over(een.bijdrage.pk for een in regels) if regels else {}
    return [_hypothese(een, oordelen.get(een.bijdrage.pk)) for een in regels]


def _hypothese(regel: Bijdrageregel, oordeel: Hypotheseoordeel | None) -> Hypotheseregel:
    if oordeel is None:
        return Hypotheseregel([regel], None, _("Nog niet bevestigd"), "info")
    if oordeel.oordeel == Oordeel.BEVESTIGD:
        return Hypotheseregel([regel], oordeel, _("Bevestigd"), "gelukt")
    return Hypotheseregel([regel], oordeel, _("Verworpen"), "")


def _gebied(naam: str, regels: Sequence[Bijdrageregel]) -> Leefgebied:
    return Leefgebied(naam, regels, sorted({een.bron for een in regels}))
