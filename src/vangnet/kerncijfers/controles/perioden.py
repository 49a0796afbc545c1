# SPDX-License-Identifier: EUPL-1.2
"""A figure over more than one period: inside a longer one, under another definition, and jumps
(kerncijfers.md section 1, rule 8, and section 2).
"""

from collections.abc import Hashable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, permutations

from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel, bevinding, toon
from vangnet.kerncijfers.controles.overzicht import Overzicht
from vangnet.kerncijfers.controles.reeks import (
    LOS,
    TELEENHEDEN,
    Reekscijfer,
    dag_erna,
    groepeer,
    zelfde_populatie,
)


def controleer_deelperioden(overzicht: Overzicht) -> Iterator[Bevinding]:
    """Find a count that is greater in a part of a period than in the whole of it.

    Only undivided counts: which class a thing is in may change with the period. The same count
    in both is a vraag: the number of a year may stand there for that of more years.
    """
    for cijfers in groepeer(overzicht.cijfers, _telling).values():
        tellingen = [c for c in cijfers if c.eenheid in TELEENHEDEN and not c.uitsplitsing]
        for deel, geheel in permutations(tellingen, 2):
            if not (_ligt_binnen(deel, geheel) and deel.waarde >= geheel.waarde > 0):
                continue
            if deel.waarde > geheel.waarde:
                zelfde = zelfde_populatie([deel, geheel])
                yield _deelperiode(Oordeel.TEGENSPRAAK if zelfde else Oordeel.VRAAG, deel, geheel)
            elif not deel.berekend:
                yield _deelperiode(Oordeel.VRAAG, deel, geheel)


def controleer_definities(overzicht: Overzicht) -> Iterator[Bevinding]:
    """Ask about published series of which the definition changed: never one line in a chart."""
    gepubliceerd = (c for c in overzicht.cijfers if not c.berekend and c.sleutel != LOS)
    op_dag = sorted(gepubliceerd, key=lambda cijfer: cijfer.van)
    for cijfers in groepeer(op_dag, _figuur).values():
        per_versie = groepeer(cijfers, lambda cijfer: cijfer.definitie_versie)
        per_versie.pop("", None)
        if len(per_versie) > 1:
            delen = (f"definitie {versie}: {_reeks(c)}" for versie, c in sorted(per_versie.items()))
            yield bevinding(
                Oordeel.VRAAG,
                "definitie",
                over=cijfers[0],
                waarden=dict.fromkeys(c.waarde for groep in per_versie.values() for c in groep),
                rekensom=f"{'; '.join(delen)}: niet te vergelijken",
                cijfers=cijfers,
            )


def controleer_sprongen(overzicht: Overzicht, *, factor: Decimal) -> Iterator[Bevinding]:
    """Find a figure that moved by more than a factor since the period before, of equal length."""
    gekend = (cijfer for cijfer in overzicht.cijfers if cijfer.sleutel != LOS)
    for cijfers in groepeer(gekend, _reekssleutel).values():
        perioden = groepeer(sorted(cijfers, key=lambda c: (c.van, c.tot)), lambda c: (c.van, c.tot))
        for (oud, *_), (nieuw, *_) in pairwise(perioden.values()):
            if _volgt_op(oud, nieuw) and _is_sprong(oud.waarde, nieuw.waarde, factor):
                yield bevinding(
                    Oordeel.SPRONG,
                    "sprong",
                    over=nieuw,
                    waarden=(oud.waarde, nieuw.waarde),
                    rekensom=f"van {toon(oud.waarde)} naar {toon(nieuw.waarde)}: "
                    f"meer dan een factor {toon(factor)}",
                    cijfers=[oud, nieuw],
                )


def _ligt_binnen(deel: Reekscijfer, geheel: Reekscijfer) -> bool:
    binnen = geheel.van <= deel.van and deel.tot <= geheel.tot
    zelfde = (deel.van, deel.tot) == (geheel.van, geheel.tot)
    return binnen and not zelfde and not deel.is_stand


def _volgt_op(oud: Reekscijfer, nieuw: Reekscijfer) -> bool:
    """Whether two figures are stocks, or flows of periods that join and are about as long."""
    if oud.is_stand or nieuw.is_stand:
        return oud.is_stand and nieuw.is_stand
    lengten = [(c.tot - c.van).days for c in (oud, nieuw)]
    # Years differ by a day and months by three.
    return dag_erna(oud.tot) == nieuw.van and max(lengten) - min(lengten) <= 3


def _is_sprong(oud: Decimal, nieuw: Decimal, factor: Decimal) -> bool:
    laag, hoog = sorted([oud, nieuw])
    return laag > 0 and Fraction(hoog) / Fraction(laag) > Fraction(factor)


def _deelperiode(oordeel: Oordeel, deel: Reekscijfer, geheel: Reekscijfer) -> Bevinding:
    woord = "evenveel als" if deel.waarde == geheel.waarde else "meer dan"
    return bevinding(
        oordeel,
        "deelperiode",
        over=deel,
        waarden=(deel.waarde, geheel.waarde),
        rekensom=f"{toon(deel.waarde)} van {deel.van} t/m {deel.tot} is {woord} "
        f"{toon(geheel.waarde)} van {geheel.van} t/m {geheel.tot}",
        cijfers=[deel, geheel],
    )


def _reeks(cijfers: list[Reekscijfer]) -> str:
    return ", ".join(dict.fromkeys(f"{toon(c.waarde)} vanaf {c.van}" for c in cijfers))


def _figuur(cijfer: Reekscijfer) -> Hashable:
    return (cijfer.sleutel, cijfer.uitsplitsing, cijfer.eenheid)


def _telling(cijfer: Reekscijfer) -> Hashable:
    return (cijfer.sleutel, cijfer.eenheid, cijfer.definitie_versie, cijfer.berekend)


def _reekssleutel(cijfer: Reekscijfer) -> Hashable:
    return (
        _figuur(cijfer),
        cijfer.genormde_populatie,
        cijfer.definitie_versie,
        cijfer.berekend,
    )
