# SPDX-License-Identifier: EUPL-1.2
"""Lay what was dealt beside what was published, and say where they differ and why."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from vangnet.demo.boek import Boek
from vangnet.kerncijfers.controles.reeks import LOS, PROCENT, Reekscijfer, lees_rij


@dataclass(frozen=True)
class Afwijking:
    """A published figure that the package does not give, with the arithmetic of why.

    bronnen: report and place of the figure itself and of those that the reason names.
    """

    cijfer: Reekscijfer
    berekend: Decimal
    reden: str
    bronnen: tuple[str, ...]

    def __str__(self) -> str:
        """One line for a person: sleutel, class, period, both numbers, reason and sources."""
        cijfer = self.cijfer
        deel = "".join(f" ({naam}: {' + '.join(k)})" for naam, k in cijfer.uitsplitsing)
        return (
            f"{cijfer.sleutel}{deel} {cijfer.van}/{cijfer.tot}: gepubliceerd {cijfer.waarde}, "
            f"berekend {self.berekend} {cijfer.eenheid}; {self.reden} [{'; '.join(self.bronnen)}]"
        )


def lees_gepubliceerd(pad: Path | None) -> list[Reekscijfer]:
    """The published figures of the catalogue; none when the house has no such file."""
    if pad is None:
        return []
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        cijfers = [lees_rij(rij) for rij in csv.DictReader(bestand)]
    return [cijfer for cijfer in cijfers if cijfer.sleutel != LOS]


def vergelijk(boek: Boek, cijfers: Sequence[Reekscijfer]) -> list[Afwijking]:
    """One row for each published figure that the books contradict; the rest is met or not made."""
    afwijkingen = []
    for cijfer in cijfers:
        berekend = boek.waarde(cijfer)
        if berekend is not None and berekend != cijfer.waarde:
            afwijkingen.append(_afwijking(cijfer, berekend, cijfers))
    return [*afwijkingen, *_maanden_tegen_jaar(cijfers)]


def _afwijking(cijfer: Reekscijfer, berekend: Decimal, cijfers: Sequence[Reekscijfer]) -> Afwijking:
    """Join the reasons that the published figures themselves give."""
    redenen, bronnen = [], [cijfer]
    gehaald = [c for c in cijfers if _figuur(c) == _figuur(cijfer) and c.waarde == berekend]
    if gehaald:
        redenen.append(f"voor hetzelfde cijfer is ook {berekend} gepubliceerd")
        bronnen += gehaald
    if cijfer.eenheid == PROCENT and cijfer.uitsplitsing:
        tabel = [c for c in cijfers if _tabel(c) == _tabel(cijfer)]
        delen = [c for c in tabel if c.eenheid == PROCENT]
        som = sum(deel.waarde for deel in delen)
        if som != 100:
            redenen.append(f"de gepubliceerde delen met een naam tellen op tot {som} procent")
            bronnen += delen
        aantallen = [c for c in tabel if c.eenheid != PROCENT]
        if aantallen:
            getallen = dict.fromkeys(str(c.waarde) for c in aantallen)
            redenen.append(f"de aantallen {' en '.join(getallen)} geven {berekend} procent")
            bronnen += aantallen
    reden = "; ".join(redenen) or "het huisbestand vraagt een ander getal"
    return Afwijking(cijfer, berekend, reden, _plaatsen(bronnen))


def _maanden_tegen_jaar(cijfers: Sequence[Reekscijfer]) -> list[Afwijking]:
    """Monthly means of aanmeldingen that together give another year than the published zaken."""
    afwijkingen = []
    for cijfer in cijfers:
        if cijfer.sleutel != "zaken_aangemeld" or cijfer.uitsplitsing:
            continue
        maanden = [c for c in cijfers if _maandcijfer_van(c, cijfer)]
        lengte = sum(_lengte(c) for c in maanden)
        som = sum((c.waarde * _lengte(c) for c in maanden), Decimal(0))
        if lengte != 12 or som == cijfer.waarde:
            continue
        reden = f"de maandgemiddelden geven {som} aanmeldingen, {cijfer.waarde} is het aantal zaken"
        als_aanmelding = replace(cijfer, sleutel="aanmeldingen", eenheid="aanmeldingen")
        afwijkingen.append(Afwijking(als_aanmelding, som, reden, _plaatsen([cijfer, *maanden])))
    return afwijkingen


def _maandcijfer_van(ander: Reekscijfer, cijfer: Reekscijfer) -> bool:
    return (
        ander.sleutel == "aanmeldingen_per_maand"
        and ander.rapport == cijfer.rapport
        and cijfer.van <= ander.van
        and ander.tot <= cijfer.tot
    )


def _lengte(cijfer: Reekscijfer) -> int:
    """Months that the period of a figure touches."""
    jaren = cijfer.tot.year - cijfer.van.year
    return 12 * jaren + cijfer.tot.month - cijfer.van.month + 1


def _figuur(cijfer: Reekscijfer) -> tuple[object, ...]:
    """What two values of one figure share, in whichever report they stand."""
    return (cijfer.sleutel, cijfer.uitsplitsing, cijfer.van, cijfer.tot, cijfer.eenheid)


def _tabel(cijfer: Reekscijfer) -> tuple[object, ...]:
    """What the parts of one published breakdown share, counts and shares alike."""
    dimensies = tuple(dimensie for dimensie, _ in cijfer.uitsplitsing)
    return (cijfer.rapport, cijfer.sleutel, dimensies, cijfer.van, cijfer.tot)


def _plaatsen(cijfers: Sequence[Reekscijfer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{c.rapport}, {c.plaats}" for c in cijfers))
