# SPDX-License-Identifier: EUPL-1.2
"""Figures that must agree with others by their definition (kerncijfers.md section 1, rule 8)."""

from collections.abc import Hashable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product

from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel, bevinding, optelsom, toon
from vangnet.kerncijfers.controles.overzicht import Overzicht
from vangnet.kerncijfers.controles.reeks import (
    Reekscijfer,
    dag_erna,
    groepeer,
    zelfde_populatie,
)
from vangnet.kerncijfers.controles.verbanden import (
    EVENVEEL,
    GEMIDDELDEN,
    HOOGSTENS,
    PER_MAAND,
    SAMENGESTELD,
    Figuur,
)
from vangnet.kerncijfers.rekenen import afgerond

Paar = tuple[list[Reekscijfer], list[Reekscijfer]]


def controleer_verbanden(overzicht: Overzicht) -> Iterator[Bevinding]:
    """Find figures that the definitions tie together and that do not agree."""
    yield from _evenveel(overzicht)
    yield from _hoogstens(overzicht)
    yield from _samengesteld(overzicht)
    yield from _gemiddelden(overzicht)
    yield from _per_maand(overzicht)


def _evenveel(overzicht: Overzicht) -> Iterator[Bevinding]:
    for een, ander in EVENVEEL:
        for links, rechts in _paren(overzicht, een, ander):
            if _waarden(links).isdisjoint(_waarden(rechts)):
                a, b = links[0].waarde, rechts[0].waarde
                som = f"{een.sleutel} {toon(a)} en {ander.sleutel} {toon(b)} tellen hetzelfde"
                yield _bevinding(links, rechts, (a, b), som)


def _hoogstens(overzicht: Overzicht) -> Iterator[Bevinding]:
    for deel, geheel in HOOGSTENS:
        for links, rechts in _paren(overzicht, deel, geheel):
            a, b = min(_waarden(links)), max(_waarden(rechts))
            if a > b:
                som = f"{deel.sleutel} is {toon(a)}, meer dan {geheel.sleutel}: {toon(b)}"
                yield _bevinding(links, rechts, (a, b), som)


def _samengesteld(overzicht: Overzicht) -> Iterator[Bevinding]:
    for figuur, sleutel, dimensie, klassen in SAMENGESTELD:
        delen = [overzicht.zoek_alle(sleutel, ((dimensie, (k,)),)) for k in klassen]
        for heel in groepeer(overzicht.zoek_alle(*figuur), _maat).values():
            hier = [[c for c in deel if _maat(c) == _maat(heel[0])] for deel in delen]
            sommen = {sum(keuze, Decimal()) for keuze in product(*map(_waarden, hier))}
            if sommen and sommen.isdisjoint(_waarden(heel)):
                eerste = [cijfers[0].waarde for cijfers in hier]
                som = f"{optelsom(eerste)}, en er staat {toon(heel[0].waarde)}"
                waarden = (sum(eerste, Decimal()), heel[0].waarde)
                yield _bevinding(heel, [c for deel in hier for c in deel], waarden, som)


def _gemiddelden(overzicht: Overzicht) -> Iterator[Bevinding]:
    for gemiddelde, teller, noemer in GEMIDDELDEN:
        for gemiddelden, tellers in _paren(overzicht, gemiddelde, teller):
            kader = _kader(gemiddelden[0])
            noemers = [c for c in overzicht.zoek(*noemer) if _kader(c) == kader and c.waarde]
            quotienten = {Fraction(a.waarde) / Fraction(b.waarde) for a in tellers for b in noemers}
            if quotienten and not _is_afronding(gemiddelden, quotienten):
                a, b, c = tellers[0].waarde, noemers[0].waarde, gemiddelden[0].waarde
                som = f"{toon(a)} gedeeld door {toon(b)} is geen {toon(c)}"
                yield _bevinding(gemiddelden, [*tellers, *noemers], (c, a, b), som)


def _per_maand(overzicht: Overzicht) -> Iterator[Bevinding]:
    sleutels = {c.sleutel for c in overzicht.cijfers if c.sleutel.endswith(PER_MAAND)}
    for sleutel in sorted(sleutels):
        basis = Figuur(sleutel.removesuffix(PER_MAAND))
        for gemiddelden, totalen in _paren(overzicht, Figuur(sleutel), basis):
            maanden = hele_maanden(gemiddelden[0].van, gemiddelden[0].tot)
            quotienten = {Fraction(c.waarde) / maanden for c in totalen if maanden}
            if quotienten and not _is_afronding(gemiddelden, quotienten):
                a, b = gemiddelden[0].waarde, totalen[0].waarde
                som = f"{maanden} × {toon(a)} = {toon(maanden * a)}, en er staat {toon(b)}"
                yield _bevinding(gemiddelden, totalen, (maanden * a, b), som)


def hele_maanden(van: date, tot: date) -> int:
    """Count the calendar months of a period; 0 when it is not made of whole ones."""
    einde = dag_erna(tot)
    if van.day != 1 or einde.day != 1:
        return 0
    return (einde.year - van.year) * 12 + einde.month - van.month


def _paren(overzicht: Overzicht, een: Figuur, ander: Figuur) -> Iterator[Paar]:
    """Give the values of two figures for each report and period that has both."""
    rechts = groepeer(overzicht.zoek(*ander), _kader)
    for kader, cijfers in groepeer(overzicht.zoek(*een), _kader).items():
        if kader in rechts:
            yield cijfers, rechts[kader]


def _kader(cijfer: Reekscijfer) -> Hashable:
    return (cijfer.rapport, cijfer.berekend, cijfer.van, cijfer.tot)


def _maat(cijfer: Reekscijfer) -> Hashable:
    return (_kader(cijfer), cijfer.eenheid)


def _waarden(cijfers: list[Reekscijfer]) -> set[Decimal]:
    return {cijfer.waarde for cijfer in cijfers}


def _is_afronding(cijfers: list[Reekscijfer], exact: set[Fraction]) -> bool:
    return any(_rondt_af(cijfer, uitkomst) for cijfer in cijfers for uitkomst in exact)


def _rondt_af(cijfer: Reekscijfer, exact: Fraction) -> bool:
    # Vangnet rounds halves away from zero (rule 5); a report may have rounded them either way.
    if cijfer.berekend:
        return afgerond(exact, decimalen=-int(cijfer.stap.as_tuple().exponent)) == cijfer.waarde
    return abs(Fraction(cijfer.waarde) - exact) * 2 <= Fraction(cijfer.stap)


def _bevinding(
    links: list[Reekscijfer],
    rechts: list[Reekscijfer],
    waarden: tuple[Decimal, ...],
    rekensom: str,
) -> Bevinding:
    zelfde = zelfde_populatie([*links, *rechts])
    return bevinding(
        Oordeel.TEGENSPRAAK if zelfde else Oordeel.VRAAG,
        "verband",
        over=links[0],
        waarden=waarden,
        rekensom=rekensom,
        cijfers=[*links, *rechts],
    )
