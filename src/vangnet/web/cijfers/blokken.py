# SPDX-License-Identifier: EUPL-1.2
"""The parts of a theme page: for each figure its finding, charts, tables, history and checks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils import formats
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vangnet.kerncijfers.catalogus.indicator import Indicator
from vangnet.kerncijfers.controles import Bevinding
from vangnet.kerncijfers.models import GepubliceerdCijfer
from vangnet.kerncijfers.uitkomst import Cijfer, Klasse
from vangnet.kerncijfers.uitsplitsing import lees_uitsplitsing
from vangnet.web.cijfers.jaren import Jaarreeks
from vangnet.web.cijfers.woorden import (
    bevinding,
    grootste_in_woorden,
    klassenaam,
    waarde_in_woorden,
)
from vangnet.web.componenten import grafiek

# A chart of more bars is a wall; the table has them all.
MEESTE_STAVEN = 12
_DIMENSIETITELS = {
    "aan": "aan wie",
    "aandachtsgebied": "aandachtsgebied",
    "aanmelder_groep": "aanmelder",
    "aanmelder_soort": "soort aanmelder",
    "afsluitreden": "reden van afsluiten",
    "bron": "bron",
    "eerste_inzet": "inzet",
    "gemeente": "gemeente",
    "herkomst": "herkomst",
    "inzet": "inzet",
    "keten": "keten",
    "laatste_inzet": "laatste inzet",
    "leeftijd": "leeftijd",
    "looptijd": "looptijd in maanden",
    "maand": "maand",
    "ontvanger_soort": "wie het overnam",
    "post": "post",
    "reden": "reden",
    "resultaat": "resultaat",
    "rol": "rol",
    "samenstelling": "samenstelling",
    "thema": "thema",
    "triage_besluit": "besluit van de triage",
    "wissel": "wissel",
}


class Verdeling(NamedTuple):
    """A breakdown: its finding, a chart of its largest classes and the table of all."""

    naam: str
    titel: str
    onder: str
    grafiek: SafeString | str
    kop: Sequence[str]
    rijen: Sequence[Sequence[str]]


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
    bevindingen: Sequence[Bevinding]


def blok(
    sleutel: str,
    reeks: Jaarreeks,
    *,
    publicaties: Mapping[str, Sequence[GepubliceerdCijfer]],
    bevindingen: Sequence[Bevinding],
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
        bevindingen=[een for een in bevindingen if een.sleutel == sleutel],
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
    gevuld = [(naam, klasse) for naam, klasse in benoemd if klasse.aantal]
    wat = _DIMENSIETITELS.get(dimensie, dimensie)
    titel = grootste_in_woorden(nu.indicator.titel, benoemd)
    return Verdeling(
        naam=f"{nu.indicator.sleutel}-{dimensie}",
        titel=titel,
        onder=_("%(titel)s naar %(wat)s") % {"titel": nu.indicator.titel, "wat": wat},
        grafiek=_staven(gevuld, titel=titel, dimensie=dimensie),
        kop=[wat.capitalize(), _("Aantal"), _("Aandeel")],
        rijen=[
            (
                naam,
                formats.number_format(klasse.aantal, use_l10n=True, force_grouping=True),
                "–" if klasse.aandeel is None else f"{klasse.aandeel}%",
            )
            for naam, klasse in benoemd
        ],
    )


def _staven(gevuld: list[tuple[str, Klasse]], *, titel: str, dimensie: str) -> SafeString | str:
    punten = [(naam, float(klasse.aantal)) for naam, klasse in gevuld]
    if dimensie == "maand":
        return grafiek.kolommen(punten[-12:], titel=titel)
    return grafiek.staven(punten[:MEESTE_STAVEN], titel=titel) if punten else ""


def _publicatie(rij: GepubliceerdCijfer) -> Publicatie:
    klassen = [
        f"{_DIMENSIETITELS.get(dimensie, dimensie)}: "
        + " + ".join(klassenaam(dimensie, klasse) for klasse in samen)
        for dimensie, samen in lees_uitsplitsing(rij.uitsplitsing or "")
    ]
    waarde = formats.number_format(rij.waarde.normalize(), use_l10n=True, force_grouping=True)
    return Publicatie(
        periode=_periode(rij),
        klasse=", ".join(klassen),
        waarde=f"{waarde}%" if rij.eenheid == "procent" else f"{waarde} {rij.eenheid}",
        rapport=rij.rapport,
        plaats=rij.plaats or "",
        is_afgeleid=rij.label == "inferred",
    )


def _periode(rij: GepubliceerdCijfer) -> str:
    if rij.van == rij.tot:
        return formats.date_format(rij.van, "j b Y")
    if (rij.van.month, rij.van.day, rij.tot.month, rij.tot.day) == (1, 1, 12, 31):
        jaren = {rij.van.year, rij.tot.year}
        return "–".join(str(jaar) for jaar in sorted(jaren))
    return f"{formats.date_format(rij.van, 'j b Y')} – {formats.date_format(rij.tot, 'j b Y')}"
