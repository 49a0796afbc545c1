# SPDX-License-Identifier: EUPL-1.2
"""Lay what was dealt beside what was published, and say where they differ and why."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from vangnet.demo.boek import Boek
from vangnet.kerncijfers.uitsplitsing import lees_uitsplitsing


@dataclass(frozen=True)
class Cijfer:
    """A published figure; `klassen` holds several when the published class is a combined one."""

    sleutel: str
    dimensie: str
    klassen: tuple[str, ...]
    van: date
    tot: date
    eenheid: str
    waarde: Decimal
    rapport: str
    plaats: str

    @property
    def bron(self) -> str:
        """Where it stands: report and place."""
        return f"{self.rapport}, {self.plaats}".rstrip(", ")


@dataclass(frozen=True)
class Afwijking:
    """A published figure that the package does not give, with the arithmetic of why."""

    cijfer: Cijfer
    berekend: Decimal
    reden: str
    bronnen: tuple[str, ...]

    def __str__(self) -> str:
        cijfer = self.cijfer
        deel = f" ({cijfer.dimensie}: {' + '.join(cijfer.klassen)})" if cijfer.dimensie else ""
        return (
            f"{cijfer.sleutel}{deel} {cijfer.van}/{cijfer.tot}: gepubliceerd {cijfer.waarde}, "
            f"berekend {self.berekend} {cijfer.eenheid}; {self.reden} [{'; '.join(self.bronnen)}]"
        )


def lees_gepubliceerd(pad: Path | None) -> list[Cijfer]:
    """The published figures with at most one dimension; none when there is no such file."""
    if pad is None or not pad.exists():
        return []
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        rijen = [rij for rij in csv.DictReader(bestand) if rij["sleutel"] != "los"]
    return [cijfer for cijfer in map(_cijfer, rijen) if cijfer is not None]


def _cijfer(rij: dict[str, str]) -> Cijfer | None:
    uitsplitsing = lees_uitsplitsing(rij["uitsplitsing"])
    if len(uitsplitsing) > 1:
        return None
    dimensie, klassen = uitsplitsing[0] if uitsplitsing else ("", ("",))
    return Cijfer(
        sleutel=rij["sleutel"],
        dimensie=dimensie,
        klassen=klassen,
        van=date.fromisoformat(rij["van"]),
        tot=date.fromisoformat(rij["tot"]),
        eenheid=rij["eenheid"],
        waarde=Decimal(rij["waarde"]),
        rapport=rij["rapport"],
        plaats=rij["plaats"],
    )


def vergelijk(boek: Boek, cijfers: Sequence[Cijfer]) -> list[Afwijking]:
    """One row for each published figure that the books contradict; the rest is met or not made."""
    afwijkingen = []
    for cijfer in cijfers:
        deel = (cijfer.dimensie, cijfer.klassen)
        berekend = boek.waarde(
            cijfer.sleutel, van=cijfer.van, tot=cijfer.tot, deel=deel, eenheid=cijfer.eenheid
        )
        if berekend is not None and berekend != cijfer.waarde:
            afwijkingen.append(_afwijking(cijfer, berekend, cijfers))
    return [*afwijkingen, *_maanden_tegen_jaar(cijfers)]


def _afwijking(cijfer: Cijfer, berekend: Decimal, cijfers: Sequence[Cijfer]) -> Afwijking:
    """Join the reasons that the published figures themselves give."""
    redenen, bronnen = [], [cijfer.bron]
    gehaald = [c for c in cijfers if _zelfde_figuur(c, cijfer) and c.waarde == berekend]
    if gehaald:
        redenen.append(f"voor hetzelfde cijfer is ook {berekend} gepubliceerd")
        bronnen += [ander.bron for ander in gehaald]
    if cijfer.eenheid == "procent" and cijfer.dimensie:
        delen = [c for c in cijfers if _zelfde_kolom(c, cijfer)]
        som = sum(deel.waarde for deel in delen)
        if som != 100:
            redenen.append(f"de gepubliceerde delen met een naam tellen op tot {som} procent")
            bronnen += [deel.bron for deel in delen]
        aantallen = [c for c in cijfers if _zelfde_in_aantal(c, cijfer)]
        if aantallen:
            getallen = dict.fromkeys(str(c.waarde) for c in aantallen)
            redenen.append(f"de aantallen {' en '.join(getallen)} geven {berekend} procent")
            bronnen += [ander.bron for ander in aantallen]
    reden = "; ".join(redenen) or "het huisbestand vraagt een ander getal"
    return Afwijking(cijfer, berekend, reden, tuple(dict.fromkeys(bronnen)))


def _maanden_tegen_jaar(cijfers: Sequence[Cijfer]) -> list[Afwijking]:
    """Monthly means of aanmeldingen that together give another year than the published zaken."""
    afwijkingen = []
    for cijfer in cijfers:
        if cijfer.sleutel != "zaken_aangemeld" or cijfer.dimensie or cijfer.van == cijfer.tot:
            continue
        maanden = [c for c in cijfers if _maandcijfer_van(c, cijfer)]
        lengte = sum(c.tot.month - c.van.month + 1 for c in maanden)
        som = sum(c.waarde * (c.tot.month - c.van.month + 1) for c in maanden)
        if lengte != 12 or som == cijfer.waarde:
            continue
        reden = f"de maandgemiddelden geven {som} aanmeldingen, {cijfer.waarde} is het aantal zaken"
        bronnen = (cijfer.bron, *(c.bron for c in maanden))
        als_aanmelding = replace(cijfer, sleutel="aanmeldingen", eenheid="aanmeldingen")
        afwijkingen.append(Afwijking(als_aanmelding, Decimal(som), reden, bronnen))
    return afwijkingen


def _maandcijfer_van(ander: Cijfer, cijfer: Cijfer) -> bool:
    return (
        ander.sleutel == "aanmeldingen_per_maand"
        and ander.rapport == cijfer.rapport
        and cijfer.van <= ander.van
        and ander.tot <= cijfer.tot
    )


def _zelfde_figuur(ander: Cijfer, cijfer: Cijfer) -> bool:
    return (ander.sleutel, ander.dimensie, ander.klassen, ander.van, ander.tot, ander.eenheid) == (
        cijfer.sleutel,
        cijfer.dimensie,
        cijfer.klassen,
        cijfer.van,
        cijfer.tot,
        cijfer.eenheid,
    )


def _zelfde_kolom(ander: Cijfer, cijfer: Cijfer) -> bool:
    """A part of the same published breakdown: same report, figure, dimension, period and unit."""
    return (ander.rapport, ander.sleutel, ander.dimensie, ander.van, ander.tot, ander.eenheid) == (
        cijfer.rapport,
        cijfer.sleutel,
        cijfer.dimensie,
        cijfer.van,
        cijfer.tot,
        cijfer.eenheid,
    )


def _zelfde_in_aantal(ander: Cijfer, cijfer: Cijfer) -> bool:
    return (
        ander.rapport == cijfer.rapport
        and ander.eenheid != "procent"
        and (ander.sleutel, ander.dimensie, ander.van, ander.tot)
        == (cijfer.sleutel, cijfer.dimensie, cijfer.van, cijfer.tot)
    )
