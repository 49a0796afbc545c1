# SPDX-License-Identifier: EUPL-1.2
"""Figures in the shape in which the checks read them: computed ones, and published series."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from vangnet.kerncijfers.catalogus.indicator import Afronding
from vangnet.kerncijfers.controles.reeks import BEREKEND, PROCENT, Reekscijfer
from vangnet.kerncijfers.models import GepubliceerdCijfer
from vangnet.kerncijfers.rekenen import Getal
from vangnet.kerncijfers.uitkomst import Cijfer, Kerncijfers
from vangnet.kerncijfers.uitsplitsing import Uitsplitsing, lees_uitsplitsing

BEREKENING = "Vangnet"
"""What stands for a report where the figure was computed."""
_DECIMALEN = {Afronding.EEN_DECIMAAL: 1, Afronding.CENTEN: 2}


@dataclass(frozen=True)
class _Plek:
    """Where a computed number stands: its figure, its period and its class."""

    cijfer: Cijfer
    van: date
    tot: date

    def getal(
        self, waarde: Getal, eenheid: str, uitsplitsing: Uitsplitsing = (), *, decimalen: int = 0
    ) -> Reekscijfer:
        indicator = self.cijfer.indicator
        return Reekscijfer(
            rapport=BEREKENING,
            van=self.van,
            tot=self.tot,
            sleutel=indicator.sleutel,
            waarde=Decimal(waarde),
            eenheid=eenheid,
            uitsplitsing=uitsplitsing,
            definitie_versie=str(indicator.definitie_versie),
            label=BEREKEND,
            decimalen=decimalen,
        )


def berekende_reeks(kerncijfers: Kerncijfers) -> Iterator[Reekscijfer]:
    """Every figure, count and share of a computation; a stock is of the peildatum alone."""
    for cijfer in kerncijfers.cijfers.values():
        van, tot = kerncijfers.van, kerncijfers.tot
        if cijfer.indicator.is_stand:
            van = tot = kerncijfers.peildatum
        yield from _van_een_cijfer(_Plek(cijfer, van, tot))


def _van_een_cijfer(plek: _Plek) -> Iterator[Reekscijfer]:
    indicator = plek.cijfer.indicator
    decimalen = _DECIMALEN.get(indicator.afronding, 0)
    if plek.cijfer.waarde is not None:
        yield plek.getal(plek.cijfer.waarde, indicator.eenheid, decimalen=decimalen)
    # The classes of a percent are counts of what the percent is of.
    eenheid = "zaken" if indicator.eenheid == PROCENT else indicator.eenheid
    for dimensie, klassen in plek.cijfer.uitsplitsingen.items():
        for klasse in klassen:
            waar = ((dimensie, (klasse.klasse,)),)
            yield plek.getal(klasse.aantal, eenheid, waar, decimalen=decimalen)
            if klasse.aandeel is not None:
                yield plek.getal(klasse.aandeel, PROCENT, waar)


def gepubliceerde_reeks() -> Iterator[Reekscijfer]:
    """The published figures of this house; one query."""
    for rij in GepubliceerdCijfer.objects.all():
        yield Reekscijfer(
            rapport=rij.rapport,
            van=rij.van,
            tot=rij.tot,
            sleutel=rij.sleutel,
            waarde=rij.waarde,
            eenheid=rij.eenheid,
            uitsplitsing=lees_uitsplitsing(rij.uitsplitsing or ""),
            populatie=rij.populatie or "",
            definitie_versie=rij.definitie_versie or "",
            plaats=rij.plaats or "",
            label=rij.label or "stated",
            citaat=rij.citaat or "",
        )
