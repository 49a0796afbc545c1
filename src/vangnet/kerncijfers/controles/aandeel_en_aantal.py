# SPDX-License-Identifier: EUPL-1.2
"""Shares against the counts printed beside them (kerncijfers.md section 1, rules 4 and 8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from vangnet.kerncijfers.controles.aandelen import zijn_percentages
from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel, bevinding, toon
from vangnet.kerncijfers.controles.overzicht import HONDERD, Overzicht
from vangnet.kerncijfers.controles.reeks import PROCENT, Reekscijfer
from vangnet.kerncijfers.controles.verdeling import Klasse, Verdeling
from vangnet.kerncijfers.rekenen import afgerond


@dataclass(frozen=True)
class _Telling:
    """The counts of a breakdown and what they are shares of.

    hele: per class what the largest remainder can give it; empty where the counts printed first
    do not add to a total, so that a share may rightly be rounded up or down.
    """

    verdeling: Verdeling
    totalen: list[Decimal]
    hele: dict[Klasse, set[Decimal]]

    def aandelen(self, klasse: Klasse, *, stap: Decimal) -> set[Decimal]:
        """Give every share that sound rounding makes of the counts of a class."""
        return {
            aandeel
            for cijfer in self.verdeling.klassen.get(klasse, [])
            for totaal in self.totalen
            for aandeel in self._aandelen(
                klasse, Fraction(cijfer.waarde) * 100 / Fraction(totaal), stap
            )
        }

    def _aandelen(self, klasse: Klasse, exact: Fraction, stap: Decimal) -> set[Decimal]:
        decimalen = -int(stap.as_tuple().exponent)
        afgeronde = {afgerond(exact, decimalen=decimalen)}
        if not self.hele:
            omlaag = exact // Fraction(stap) * stap
            return afgeronde | {omlaag, omlaag if Fraction(omlaag) == exact else omlaag + stap}
        return afgeronde | (self.hele[klasse] if stap == 1 else set())


def controleer_aandeel_en_aantal(overzicht: Overzicht) -> Iterator[Bevinding]:
    """Find shares that are not those of their count in its total, however they were rounded."""
    for tabel in overzicht.per_onderwerp.values():
        tellingen = [_telling(v, overzicht) for v in tabel if v.eerste.eenheid != PROCENT]
        for verdeling in tabel:
            if verdeling.eerste.eenheid == PROCENT and not zijn_percentages(verdeling):
                for telling in tellingen:
                    yield from _vergelijk(verdeling, telling, overzicht)


def _telling(verdeling: Verdeling, overzicht: Overzicht) -> _Telling:
    totalen = {cijfer.waarde for cijfer in verdeling.totaal}
    if not totalen and overzicht.is_volledig(verdeling):
        totalen = verdeling.sommen
    waarden = verdeling.waarden
    hele = _restmethode(waarden) if sum(waarden) in totalen and min(waarden) >= 0 else []
    return _Telling(
        verdeling,
        sorted(totaal for totaal in totalen if totaal > 0),
        dict(zip(verdeling.delen, hele, strict=False)),
    )


def _restmethode(waarden: list[Decimal]) -> list[set[Decimal]]:
    """Give the shares of each class by largest remainder, in whatever order the classes are.

    Classes with equal counts tie, and then the order decides, which a report does not tell.
    """
    totaal = sum(waarden, Decimal())
    if not totaal:
        return []
    exact = [Fraction(waarde) * 100 / Fraction(totaal) for waarde in waarden]
    rang = [(deel - int(deel), waarde) for deel, waarde in zip(exact, waarden, strict=True)]
    over = 100 - sum(map(int, exact))
    hoog_naar_laag = sorted(rang, reverse=True)
    return [
        {
            Decimal(int(deel) + erbij)
            for erbij, mag in (
                (0, plek <= hoog_naar_laag[over]),
                (1, over > 0 and plek >= hoog_naar_laag[over - 1]),
            )
            if mag
        }
        for deel, plek in zip(exact, rang, strict=True)
    ]


def _vergelijk(
    verdeling: Verdeling, telling: _Telling, overzicht: Overzicht
) -> Iterator[Bevinding]:
    schaal = overzicht.honderd(verdeling.eerste) / HONDERD
    for klasse, cijfers in verdeling.delen.items():
        goed = telling.aandelen(klasse, stap=cijfers[0].stap)
        if goed and not any(cijfer.waarde / schaal in goed for cijfer in cijfers):
            yield _bevinding(cijfers, telling, telling.verdeling.klassen[klasse], schaal)


def _bevinding(
    cijfers: list[Reekscijfer], telling: _Telling, tellers: list[Reekscijfer], schaal: Decimal
) -> Bevinding:
    aantal, totaal = tellers[0].waarde, telling.totalen[0]
    exact = Fraction(aantal) * 100 / Fraction(totaal) * Fraction(schaal)
    verwacht = afgerond(exact, decimalen=-int(cijfers[0].stap.as_tuple().exponent))
    return bevinding(
        Oordeel.TEGENSPRAAK,
        "aandeel",
        over=cijfers[0],
        waarden=(cijfers[0].waarde, verwacht),
        rekensom=f"{toon(aantal)} van {toon(totaal)} is {toon(afgerond(exact, decimalen=2))} %, "
        f"en er staat {toon(cijfers[0].waarde)} %",
        cijfers=[*cijfers, *tellers, *telling.verdeling.totaal],
    )
