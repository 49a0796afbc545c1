# SPDX-License-Identifier: EUPL-1.2
"""The parts of a theme page: for each figure its finding, charts, tables, history and checks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils import formats
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vangnet.kerncijfers.catalogus.indicator import Indicator
from vangnet.kerncijfers.models import GepubliceerdCijfer
from vangnet.kerncijfers.uitkomst import Cijfer, Klasse
from vangnet.kerncijfers.uitsplitsing import lees_uitsplitsing
from vangnet.web.cijfers.jaren import Jaarreeks
from vangnet.web.cijfers.vondsten import Vondst
from vangnet.web.cijfers.woorden import (
    DIMENSIETITELS,
    aantal_in_woorden,
    bevinding,
    grootste_in_woorden,
    klassenaam,
    waarde_in_woorden,
)
from vangnet.web.componenten import grafiek


class Staaf(NamedTuple):
    """A class of a breakdown; lengte: of its bar, the longest is 100; rijen: what is behind it."""

    rijen: str
    naam: str
    aantal: str
    aandeel: str
    lengte: int


class Verdeling(NamedTuple):
    """A breakdown: its finding, and all its classes, each with a bar."""

    naam: str
    titel: str
    onder: str
    wat: str
    kop_aantal: str
    staven: Sequence[Staaf]


class Publicatie(NamedTuple):
    """A published figure beside the computed one."""

    periode: str
    klasse: str
    waarde: str
    rapport: str
    plaats: str
    is_afgeleid: bool


@dataclass(frozen=True)
class Blok:
    """Everything that a theme page says about one figure."""

    indicator: Indicator
    titel: str
    onder: str
    grafiek: SafeString | str
    kop: Sequence[str]
    rijen: Sequence[Sequence[str]]
    verdelingen: Sequence[Verdeling]
    publicaties: Sequence[Publicatie]
    vondsten: Sequence[Vondst]


def blok(
    sleutel: str,
    reeks: Jaarreeks,
    *,
    publicaties: Mapping[str, Sequence[GepubliceerdCijfer]],
    vondsten: Sequence[Vondst],
) -> Blok:
    """The part of the page about figure `sleutel`."""
    nu = reeks.nu(sleutel)
    titel = bevinding(nu, reeks.vorig(sleutel), jaar=reeks.jaar)
    punten = reeks.reeks(sleutel)
    return Blok(
        indicator=nu.indicator,
        titel=titel,
        onder=_onder(nu.indicator),
        grafiek=_door_de_jaren(punten, titel=titel, nu=nu, jaar=reeks.jaar),
        kop=[_("Jaar"), nu.indicator.titel],
        rijen=[
            (str(jaar), waarde_in_woorden(cijfers[sleutel]))
            for jaar, cijfers in reeks.per_jaar.items()
        ],
        verdelingen=[
            _verdeling(dimensie, klassen, nu=nu)
            for dimensie, klassen in nu.uitsplitsingen.items()
            if any(klasse.aantal for klasse in klassen)
        ],
        publicaties=[_publicatie(rij) for rij in publicaties.get(sleutel, [])],
        vondsten=[een for een in vondsten if een.sleutel == sleutel],
    )


def _onder(indicator: Indicator) -> str:
    if indicator.is_stand:
        return _("%(titel)s op 1 januari") % {"titel": indicator.titel}
    return _("%(titel)s per jaar") % {"titel": indicator.titel}


def _door_de_jaren(
    punten: Sequence[tuple[str, float | None]], *, titel: str, nu: Cijfer, jaar: int
) -> SafeString | str:
    if len([waarde for _jaar, waarde in punten if waarde]) < 2:
        return ""
    eenheid = "%" if nu.indicator.eenheid == "procent" else ""
    return grafiek.kolommen(punten, titel=titel, eenheid=eenheid, nadruk=[str(jaar)])


def _verdeling(dimensie: str, klassen: Sequence[Klasse], *, nu: Cijfer) -> Verdeling:
    benoemd = [(klassenaam(dimensie, klasse.klasse), klasse) for klasse in klassen]
    wat = DIMENSIETITELS.get(dimensie, dimensie)
    eenheid = nu.indicator.eenheid
    hoogste = max(float(klasse.aantal) for klasse in klassen) or 1
    return Verdeling(
        naam=f"{nu.indicator.sleutel}-{dimensie}",
        titel=grootste_in_woorden(benoemd, eenheid=eenheid),
        onder=_("%(titel)s naar %(wat)s") % {"titel": nu.indicator.titel, "wat": wat},
        wat=wat,
        kop_aantal=_("Bedrag") if eenheid == "euro" else _("Aantal"),
        staven=[
            Staaf(
                rijen=urlencode({"dimensie": dimensie, "klasse": klasse.klasse})
                if klasse.aantal
                else "",
                naam=naam,
                aantal=aantal_in_woorden(klasse.aantal, eenheid=eenheid),
                aandeel="–" if klasse.aandeel is None else f"{klasse.aandeel}%",
                lengte=max(0, round(100 * float(klasse.aantal) / hoogste)),
            )
            for naam, klasse in benoemd
        ],
    )


def _publicatie(rij: GepubliceerdCijfer) -> Publicatie:
    klassen = [
        f"{DIMENSIETITELS.get(dimensie, dimensie)}: "
        + " + ".join(klassenaam(dimensie, klasse) for klasse in samen)
        for dimensie, samen in lees_uitsplitsing(rij.uitsplitsing or "")
    ]
    waarde = formats.number_format(rij.waarde.normalize(), use_l10n=True, force_grouping=True)
    return Publicatie(
        periode=_periode(rij),
        klasse=", ".join(klassen),
        waarde=_met_eenheid(waarde, rij.eenheid),
        rapport=rij.rapport,
        plaats=rij.plaats or "",
        is_afgeleid=rij.label == "inferred",
    )


def _met_eenheid(waarde: str, eenheid: str) -> str:
    if eenheid == "procent":
        return f"{waarde}%"
    if eenheid == "euro":
        return f"€ {waarde}"
    return waarde if eenheid == "anders" else f"{waarde} {eenheid.replace('_', ' ')}"


def _periode(rij: GepubliceerdCijfer) -> str:
    if rij.van == rij.tot:
        return formats.date_format(rij.van, "j b Y")
    if (rij.van.month, rij.van.day, rij.tot.month, rij.tot.day) == (1, 1, 12, 31):
        jaren = {rij.van.year, rij.tot.year}
        return "–".join(str(jaar) for jaar in sorted(jaren))
    return f"{formats.date_format(rij.van, 'j b Y')} – {formats.date_format(rij.tot, 'j b Y')}"
