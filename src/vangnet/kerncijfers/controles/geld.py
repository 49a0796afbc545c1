# SPDX-License-Identifier: EUPL-1.2
"""Money that does not balance (kerncijfers.md section 1, rule 8)."""

from collections.abc import Hashable, Iterator
from decimal import Decimal
from itertools import product

from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel, bevinding, toon
from vangnet.kerncijfers.controles.overzicht import Overzicht
from vangnet.kerncijfers.controles.reeks import Reekscijfer, dag_erna, groepeer

_Bedragen = list[Reekscijfer]


def controleer_geld(overzicht: Overzicht) -> Iterator[Bevinding]:
    """Compare the amounts of each report and year."""
    yield from _dekking(overzicht)
    yield from _resultaat(overzicht)
    yield from _restant(overzicht)


def _dekking(overzicht: Overzicht) -> Iterator[Bevinding]:
    begroot = groepeer(_bedragen(overzicht, "begroting"), _kader)
    for kader, dekking in groepeer(_bedragen(overzicht, "dekking"), _kader).items():
        begroting = begroot.get(kader, [])
        if begroting and _waarden(begroting).isdisjoint(_waarden(dekking)):
            a, b = begroting[0].waarde, dekking[0].waarde
            som = f"de begroting is {toon(a)} en de dekking {toon(b)}"
            yield _bevinding(dekking[0], (a, b), som, [*begroting, *dekking])


def _resultaat(overzicht: Overzicht) -> Iterator[Bevinding]:
    begroot = groepeer(_bedragen(overzicht, "begroting"), _kader)
    gemaakt = groepeer(_bedragen(overzicht, "kosten"), _kader)
    for kader, resultaten in _resultaten(overzicht).items():
        begroting, kosten = begroot.get(kader, []), gemaakt.get(kader, [])
        verschillen = {a - b for a, b in product(_waarden(begroting), _waarden(kosten))}
        geheel = _waarden(resultaten)
        if resultaten[0].uitsplitsing:
            geheel = {sum((c.waarde for c in resultaten), Decimal())}
        if verschillen and verschillen.isdisjoint(geheel):
            a, b, c = begroting[0].waarde, kosten[0].waarde, min(geheel)
            som = f"{toon(a)} begroot - {toon(b)} kosten = {toon(a - b)}, en er staat {toon(c)}"
            cijfers = [*begroting, *kosten, *resultaten]
            yield _bevinding(resultaten[0], (a - b, c), som, cijfers)


def _resultaten(overzicht: Overzicht) -> dict[Hashable, _Bedragen]:
    """Give for each report and year the result, or else its parts, which may be incomplete."""
    alle = [c for c in overzicht.cijfers if c.sleutel == "resultaat_financieel" and not c.berekend]
    delen = groepeer((c for c in alle if c.uitsplitsing), _kader)
    return delen | groepeer(_bedragen(overzicht, "resultaat_financieel"), _kader)


def _restant(overzicht: Overzicht) -> Iterator[Bevinding]:
    """Ask about a remainder that grew by another amount than the result of the year.

    Never more than a vraag: a part of a result can go elsewhere than to the remainder.
    """
    for resultaat in _bedragen(overzicht, "resultaat_financieel"):
        standen = [c for c in _bedragen(overzicht, "restant") if _zelfde_bron(c, resultaat)]
        eerder = [c for c in standen if dag_erna(c.tot) == resultaat.van]
        later = [c for c in standen if c.tot == resultaat.tot and c.is_stand]
        sommen = {c.waarde + resultaat.waarde for c in eerder}
        if sommen and later and sommen.isdisjoint(_waarden(later)):
            a, b = eerder[0].waarde, later[0].waarde
            som = f"{toon(a)} + {toon(resultaat.waarde)} = {toon(a + resultaat.waarde)}"
            yield bevinding(
                Oordeel.VRAAG,
                "geld",
                over=later[0],
                waarden=(a + resultaat.waarde, b),
                rekensom=f"{som}, en er staat {toon(b)}".replace("+ -", "- "),
                cijfers=[*eerder, resultaat, *later],
            )


def _bedragen(overzicht: Overzicht, sleutel: str) -> _Bedragen:
    # A computed 0 is the sum of no rows: a house without a budget contradicts nothing.
    return [c for c in overzicht.zoek(sleutel) if c.waarde or not c.berekend]


def _kader(cijfer: Reekscijfer) -> Hashable:
    return (cijfer.rapport, cijfer.berekend, cijfer.van, cijfer.tot, cijfer.eenheid)


def _zelfde_bron(een: Reekscijfer, ander: Reekscijfer) -> bool:
    return (een.rapport, een.berekend, een.eenheid) == (
        ander.rapport,
        ander.berekend,
        ander.eenheid,
    )


def _waarden(cijfers: _Bedragen) -> set[Decimal]:
    return {cijfer.waarde for cijfer in cijfers}


def _bevinding(
    over: Reekscijfer, waarden: tuple[Decimal, ...], rekensom: str, cijfers: _Bedragen
) -> Bevinding:
    """Make a tegenspraak, unless two populations differ, or there are only parts of a result."""
    populaties = {cijfer.genormde_populatie for cijfer in cijfers} - {""}
    zeker = len(populaties) < 2 and not over.uitsplitsing
    return bevinding(
        Oordeel.TEGENSPRAAK if zeker else Oordeel.VRAAG,
        "geld",
        over=over,
        waarden=waarden,
        rekensom=rekensom,
        cijfers=cijfers,
    )
