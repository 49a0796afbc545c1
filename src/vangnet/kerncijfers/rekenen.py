# SPDX-License-Identifier: EUPL-1.2
"""How figures are rounded, shared out and compared (kerncijfers.md section 1, rules 4 and 5).

Whole numbers, Decimal and exact fractions only: a float would round where no rule says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

Getal = int | Decimal


@dataclass(frozen=True)
class Deel:
    """A class of a breakdown: its count or amount, and its share in whole percents, if any."""

    aantal: Getal
    aandeel: int | None


@dataclass(frozen=True)
class Verandering:
    """The change since the period before: absolute, and in whole percents (None from 0)."""

    absoluut: Getal
    procent: int | None


def afgerond(waarde: Fraction, *, decimalen: int = 0) -> Decimal:
    """Round to a number of decimals, halves away from zero."""
    teller, noemer = abs(waarde * 10**decimalen).as_integer_ratio()
    heel = (2 * teller + noemer) // (2 * noemer)
    return Decimal(-heel if waarde < 0 else heel).scaleb(-decimalen)


def aandelen(aantallen: Sequence[Getal]) -> list[int] | None:
    """Share 100 percent out over the counts by largest remainder, in whole percents (rule 4).

    The percents left over go to the largest remainders; ties go to the larger count, then to the
    class that comes first. None when the total is 0 or a count is negative: nothing to share out.
    """
    totaal = sum(aantallen)
    if totaal == 0 or min(aantallen) < 0:
        return None
    exact = [Fraction(aantal) * 100 / Fraction(totaal) for aantal in aantallen]
    hele = [int(deel) for deel in exact]
    volgorde = sorted(
        range(len(exact)), key=lambda i: (exact[i] - hele[i], aantallen[i], -i), reverse=True
    )
    for i in volgorde[: 100 - sum(hele)]:
        hele[i] += 1
    return hele


def samengevoegd(delen: Iterable[Deel]) -> Deel:
    """Join classes to a combined one: the sums of the counts and of the shares shown (rule 4)."""
    alle = list(delen)
    getoond = [deel.aandeel for deel in alle if deel.aandeel is not None]
    return Deel(
        aantal=sum(deel.aantal for deel in alle),
        aandeel=sum(getoond) if len(getoond) == len(alle) else None,
    )


def verandering(nieuw: Getal, *, oud: Getal) -> Verandering:
    """Compare a figure with that of the period before (rule 5).

    The percents are relative to the size of the old figure, so that their sign is that of the
    change also where the old figure is an amount below zero.
    """
    verschil = nieuw - oud
    if oud == 0:
        return Verandering(absoluut=verschil, procent=None)
    procent = afgerond(Fraction(verschil) * 100 / abs(Fraction(oud)))
    return Verandering(absoluut=verschil, procent=int(procent))


def gemiddelde(som: Getal, *, aantal: int) -> Decimal | None:
    """Give a mean with one decimal, halves away from zero (rule 5); None of nothing."""
    if aantal == 0:
        return None
    return afgerond(Fraction(som) / aantal, decimalen=1)


def mediaan(waarden: Iterable[int]) -> Decimal | None:
    """Give the middle value, or the exact mean of the middle two; None of nothing."""
    rij = sorted(waarden)
    if not rij:
        return None
    laag, hoog = rij[(len(rij) - 1) // 2], rij[len(rij) // 2]
    return Decimal(laag + hoog) / 2


def percentiel_90(waarden: Iterable[int]) -> int | None:
    """Give the 90th percentile by nearest rank: the least value that 90 % do not exceed."""
    rij = sorted(waarden)
    if not rij:
        return None
    rang = -(-9 * len(rij) // 10)
    return rij[rang - 1]


def leeftijd(geboortedatum: date, *, op: date) -> int:
    """Give the age in whole years on a day; who is born on 29 February has it on 1 March.

    Raises ValueError when the day lies before the birth.
    """
    if op < geboortedatum:
        raise ValueError(f"{op} ligt voor de geboorte op {geboortedatum}")
    # As a pair (month, day), 29 February is only reached by 1 March in a year without it.
    nog_niet_jarig = (op.month, op.day) < (geboortedatum.month, geboortedatum.day)
    return op.year - geboortedatum.year - nog_niet_jarig
