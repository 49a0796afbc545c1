# SPDX-License-Identifier: EUPL-1.2
"""The same figure with two values (kerncijfers.md section 1, rule 8)."""

from collections.abc import Hashable, Iterator
from itertools import combinations

from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel, bevinding, toon
from vangnet.kerncijfers.controles.overzicht import Overzicht
from vangnet.kerncijfers.controles.reeks import LOS, Reekscijfer, groepeer, verschillende


def controleer_dubbel(overzicht: Overzicht) -> Iterator[Bevinding]:
    """Find a figure that has two values over one period.

    A tegenspraak when population and definition are the same too; otherwise a vraag, unless the
    two sides have a value in common.
    """
    bekend = (cijfer for cijfer in overzicht.cijfers if cijfer.sleutel != LOS)
    for cijfers in groepeer(bekend, _figuur).values():
        omschrijvingen = _per_omschrijving(cijfers)
        for zelfde in omschrijvingen:
            if len(verschillende(zelfde)) > 1:
                yield _bevinding(Oordeel.TEGENSPRAAK, zelfde)
        if any(_delen_geen_waarde(a, b) for a, b in combinations(omschrijvingen, 2)):
            yield _bevinding(Oordeel.VRAAG, cijfers)


def _figuur(cijfer: Reekscijfer) -> Hashable:
    klassen = tuple((dim, tuple(sorted(klassen))) for dim, klassen in cijfer.uitsplitsing)
    return (cijfer.sleutel, klassen, cijfer.van, cijfer.tot, cijfer.eenheid)


def _per_omschrijving(cijfers: list[Reekscijfer]) -> list[list[Reekscijfer]]:
    """Put together the figures of one population, and of one definition where two are named.

    A figure that names no version is read as having the version of the others, if they agree.
    A computed 0 beside published figures stands apart: it may say that nothing was recorded.
    """
    groepen: list[list[Reekscijfer]] = []
    nullen = [cijfer for cijfer in cijfers if cijfer.berekend and not cijfer.waarde]
    if nullen and not all(cijfer.berekend for cijfer in cijfers):
        groepen.append(nullen)
        cijfers = [cijfer for cijfer in cijfers if cijfer not in nullen]
    for zelfde in groepeer(cijfers, lambda cijfer: cijfer.genormde_populatie).values():
        versies = {cijfer.definitie_versie for cijfer in zelfde} - {""}
        if len(versies) < 2:
            groepen.append(zelfde)
        else:
            groepen.extend(groepeer(zelfde, lambda cijfer: cijfer.definitie_versie).values())
    return groepen


def _delen_geen_waarde(een: list[Reekscijfer], ander: list[Reekscijfer]) -> bool:
    return {cijfer.waarde for cijfer in een}.isdisjoint(cijfer.waarde for cijfer in ander)


def _bevinding(oordeel: Oordeel, cijfers: list[Reekscijfer]) -> Bevinding:
    eerste, *rest = verschillende(cijfers)
    som = " ≠ ".join(toon(cijfer.waarde) for cijfer in [eerste, *rest])
    if oordeel == Oordeel.TEGENSPRAAK:
        uitleg = f"{som}: één cijfer, {1 + len(rest)} waarden"
    else:
        uitleg = f"{som}: het verslag zegt niet dat populatie en definitie gelijk zijn"
    return bevinding(
        oordeel,
        "dubbel",
        over=eerste,
        waarden=[cijfer.waarde for cijfer in [eerste, *rest]],
        rekensom=uitleg,
        cijfers=cijfers,
    )
