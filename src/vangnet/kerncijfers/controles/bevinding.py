# SPDX-License-Identifier: EUPL-1.2
"""What a check found: its verdict, both sides, the arithmetic and the sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from vangnet.kerncijfers.controles.reeks import Bron, Reekscijfer
from vangnet.kerncijfers.uitsplitsing import Uitsplitsing, schrijf_uitsplitsing


class Oordeel(StrEnum):
    """The three verdicts of kerncijfers.md section 1, rule 8, the gravest first."""

    TEGENSPRAAK = "tegenspraak"
    VRAAG = "vraag"
    SPRONG = "sprong"


@dataclass(frozen=True, kw_only=True)
class Bevinding:
    """One finding.

    controle: which check found it. waarden: the numbers that stand against each other.
    rekensom: the arithmetic in words and numbers, in Dutch. bronnen: report and place of each
    figure that takes part, in the order of the reports.
    """

    oordeel: Oordeel
    controle: str
    sleutel: str
    uitsplitsing: Uitsplitsing
    van: date
    tot: date
    eenheid: str
    waarden: tuple[Decimal, ...]
    rekensom: str
    bronnen: tuple[Bron, ...]

    @property
    def volgorde(self) -> tuple[object, ...]:
        """A key that puts findings in one order, whatever the order of the figures was."""
        return (
            list(Oordeel).index(self.oordeel),
            self.sleutel,
            self.van,
            self.tot,
            schrijf_uitsplitsing(self.uitsplitsing),
            self.eenheid,
            self.controle,
            self.rekensom,
            self.bronnen,
            self.waarden,
        )


def bevinding(
    oordeel: Oordeel,
    controle: str,
    *,
    over: Reekscijfer,
    waarden: Iterable[Decimal],
    rekensom: str,
    cijfers: Iterable[Reekscijfer],
) -> Bevinding:
    """Make a finding about `over`, with the sources of `cijfers` each once."""
    return Bevinding(
        oordeel=oordeel,
        controle=controle,
        sleutel=over.sleutel,
        uitsplitsing=over.uitsplitsing,
        van=over.van,
        tot=over.tot,
        eenheid=over.eenheid,
        waarden=tuple(waarden),
        rekensom=rekensom,
        bronnen=tuple(dict.fromkeys(cijfer.bron for cijfer in cijfers)),
    )


def toon(waarde: Decimal) -> str:
    """Write a number the Dutch way, without thousands separators, as the reports print it."""
    return f"{waarde.normalize():f}".replace(".", ",")


def optelsom(waarden: Iterable[Decimal]) -> str:
    """Write an addition with its outcome: `64 + 34 = 98`."""
    alle = list(waarden)
    som = sum(alle, Decimal())
    return f"{' + '.join(toon(waarde) for waarde in alle)} = {toon(som)}".replace("+ -", "- ")
