# SPDX-License-Identifier: EUPL-1.2
"""From counts by class to the classes of a breakdown, in order (uitwisseling.md, dimensies)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vangnet.inrichting.gemeenten import voorgangers
from vangnet.inrichting.models import Code
from vangnet.inrichting.selectors import het_huis
from vangnet.kerncijfers.dimensies import ANDERS, DIMENSIES, ONBEKEND, Dimensie, Ordening
from vangnet.kerncijfers.perioden import maanden_van
from vangnet.kerncijfers.rekenen import Getal

BUITEN_REGIO = "buiten_regio"
_VASTE_GEMEENTEKLASSEN = DIMENSIES["gemeente"].klassen
_RESTKLASSEN = frozenset({ANDERS, ANDERS.lower(), ONBEKEND})


@dataclass(frozen=True)
class Inrichting:
    """What a house decides about classes: its gemeenten with their predecessors, its own codes."""

    gemeenten: frozenset[str]
    eigen_codes: Mapping[str, tuple[str, ...]]


def inrichting_van_het_huis() -> Inrichting:
    """The settings of this house; two queries."""
    eigen: dict[str, tuple[str, ...]] = {}
    for lijst, code in (
        Code.objects.filter(eigen=True).order_by("volgorde", "code").values_list("lijst", "code")
    ):
        eigen[lijst] = (*eigen.get(lijst, ()), code)
    codes = frozenset(het_huis().gemeenten)
    return Inrichting(gemeenten=codes | voorgangers(codes), eigen_codes=eigen)


def klassen_van(
    dimensie: Dimensie,
    gevonden: Mapping[str, Getal],
    *,
    inrichting: Inrichting,
    van: date,
    tot: date,
) -> dict[str, Getal]:
    """Counts by class: all classes of a closed dimension, those with rows of an open one."""
    if dimensie.ordening is Ordening.TIJD:
        return {
            f"{maand:%Y-%m}": gevonden.get(maand.isoformat(), 0) for maand in maanden_van(van, tot)
        }
    if dimensie.naam == "gemeente":
        gevonden = _van_het_huis(gevonden, inrichting.gemeenten)
    eigen = [k for k in inrichting.eigen_codes.get(dimensie.naam, ()) if k not in dimensie.klassen]
    vast = _met_eigen(dimensie.klassen, eigen)
    if dimensie.open:
        vast = [klasse for klasse in vast if klasse in gevonden]
    los = _geordend(dimensie, {k: n for k, n in gevonden.items() if k not in vast})
    volgorde = [*los, *vast] if dimensie.open else [*vast, *los]
    return {klasse: gevonden.get(klasse, 0) for klasse in volgorde}


def _van_het_huis(gevonden: Mapping[str, Getal], gemeenten: Collection[str]) -> dict[str, Getal]:
    """Join the gemeenten that are not of this house; one without gemeenten shows them all."""
    samen: dict[str, Getal] = {}
    for klasse, aantal in gevonden.items():
        vreemd = gemeenten and klasse not in gemeenten and klasse not in _VASTE_GEMEENTEKLASSEN
        naam = BUITEN_REGIO if vreemd else klasse
        samen[naam] = samen.get(naam, 0) + aantal
    return samen


def _met_eigen(klassen: Iterable[str], eigen: list[str]) -> list[str]:
    """The codes that a house added come before the rest classes at the end."""
    lijst = list(klassen)
    plaats = len(lijst)
    while plaats and lijst[plaats - 1] in _RESTKLASSEN:
        plaats -= 1
    return lijst[:plaats] + eigen + lijst[plaats:]


def _geordend(dimensie: Dimensie, gevonden: Mapping[str, Getal]) -> list[str]:
    if dimensie.ordening is Ordening.AANTAL:
        return sorted(gevonden, key=lambda klasse: (-gevonden[klasse], klasse))
    return sorted(gevonden)
