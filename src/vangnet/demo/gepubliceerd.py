# SPDX-License-Identifier: EUPL-1.2
"""Lay what was dealt beside what was published, and say where they differ and why."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
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
            reden, bronnen = _reden(cijfer, berekend, cijfers)
            afwijkingen.append(Afwijking(cijfer, berekend, reden, bronnen))
    return afwijkingen


def _reden(
    cijfer: Cijfer, berekend: Decimal, cijfers: Sequence[Cijfer]
) -> tuple[str, tuple[str, ...]]:
    """The first reason that the published figures themselves give."""
    zelfde = [ander for ander in cijfers if _zelfde_figuur(ander, cijfer)]
    gehaald = [ander for ander in zelfde if ander.waarde == berekend]
    if gehaald:
        tekst = f"voor hetzelfde cijfer is ook {berekend} gepubliceerd"
        return tekst, (cijfer.bron, *(ander.bron for ander in gehaald))
    delen = [ander for ander in cijfers if _zelfde_kolom(ander, cijfer)]
    som = sum(ander.waarde for ander in delen)
    if cijfer.eenheid == "procent" and cijfer.dimensie and som != 100:
        tekst = f"de gepubliceerde delen tellen op tot {som}, niet tot 100"
        return tekst, tuple(ander.bron for ander in delen)
    aantallen = [ander for ander in cijfers if _zelfde_in_aantal(ander, cijfer)]
    if cijfer.eenheid == "procent" and aantallen:
        getallen = " en ".join(str(ander.waarde) for ander in aantallen)
        tekst = f"de gepubliceerde aantallen {getallen} geven {berekend} procent"
        return tekst, (cijfer.bron, *(ander.bron for ander in aantallen))
    return "het huisbestand vraagt een ander getal", (cijfer.bron,)


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
