# SPDX-License-Identifier: EUPL-1.2
"""Stock and flow of the casussen (kerncijfers.md section 1, rules 3 and 8).

Open at the begin + aangemeld + heropend - afgesloten = open on the day after the end; per inzet
with the switches in and out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain, permutations, product

from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel, bevinding, optelsom, toon
from vangnet.kerncijfers.controles.overzicht import Overzicht
from vangnet.kerncijfers.controles.reeks import (
    Reekscijfer,
    dag_erna,
    verschillende,
    zelfde_populatie,
)
from vangnet.kerncijfers.dimensies import DIMENSIES
from vangnet.kerncijfers.uitsplitsing import Uitsplitsing

_INZETTEN = DIMENSIES["inzet"].klassen


@dataclass(frozen=True)
class _Periode:
    """The figures of one period, published or computed, by sleutel and class."""

    overzicht: Overzicht
    van: date
    tot: date
    berekend: bool

    def stroom(self, sleutel: str, uitsplitsing: Uitsplitsing = ()) -> list[Reekscijfer]:
        return self._van(sleutel, uitsplitsing, self.van, self.tot)

    def stand(self, dag: date, uitsplitsing: Uitsplitsing = ()) -> list[Reekscijfer]:
        return self._van("zaken_openstaand", uitsplitsing, dag, dag)

    def _van(
        self, sleutel: str, uitsplitsing: Uitsplitsing, van: date, tot: date
    ) -> list[Reekscijfer]:
        return [
            cijfer
            for cijfer in self.overzicht.zoek(sleutel, uitsplitsing)
            if (cijfer.van, cijfer.tot, cijfer.berekend) == (van, tot, self.berekend)
        ]


def controleer_stroom(overzicht: Overzicht) -> Iterator[Bevinding]:
    """Find periods of which the stocks and flows do not close."""
    perioden = {
        (cijfer.van, cijfer.tot, cijfer.berekend): None
        for cijfer in overzicht.zoek("zaken_aangemeld")
    }
    for van, tot, berekend in perioden:
        periode = _Periode(overzicht, van, tot, berekend)
        yield from _totaal(periode)
        for inzet in _INZETTEN:
            yield from _per_inzet(periode, inzet)


def _totaal(periode: _Periode) -> Iterator[Bevinding]:
    begin, eind = periode.stand(periode.van), periode.stand(dag_erna(periode.tot))
    erbij, eraf = periode.stroom("zaken_aangemeld"), periode.stroom("zaken_afgesloten")
    if not (begin and eind and erbij):
        return
    if not eraf:
        yield from _deel_afgesloten(periode, begin, erbij, eind)
        return
    terug = periode.stroom("zaken_heropend")
    heropend = {cijfer.waarde for cijfer in terug} or {Decimal()}
    nodig = {
        e.waarde + u.waarde - b.waarde - i.waarde
        for b, i, u, e in product(begin, erbij, eraf, eind)
    }
    if nodig.isdisjoint(heropend):
        stappen = [begin[0].waarde, erbij[0].waarde, min(heropend), -eraf[0].waarde]
        yield _bevinding(
            [*begin, *erbij, *terug, *eraf, *eind],
            eind[0],
            sum(stappen, Decimal()),
            f"open + aangemeld + heropend - afgesloten: {optelsom(stappen)}, "
            f"en open is {toon(eind[0].waarde)}",
            zeker=bool(terug),
        )


def _deel_afgesloten(
    periode: _Periode,
    begin: list[Reekscijfer],
    erbij: list[Reekscijfer],
    eind: list[Reekscijfer],
) -> Iterator[Bevinding]:
    """Ask about the closings where a report gives those of one inzet only."""
    delen = list(
        chain.from_iterable(
            verschillende(periode.stroom("zaken_afgesloten", (("laatste_inzet", (inzet,)),)))
            for inzet in _INZETTEN
        )
    )
    som = begin[0].waarde + erbij[0].waarde
    nodig, bekend = som - eind[0].waarde, sum((c.waarde for c in delen), Decimal())
    if delen and nodig != bekend:
        yield _bevinding(
            [*begin, *erbij, *delen, *eind],
            delen[0],
            nodig,
            f"{toon(begin[0].waarde)} open + {toon(erbij[0].waarde)} aangemeld - {toon(nodig)} "
            f"afgesloten = {toon(eind[0].waarde)} open, en van de afsluitingen zijn er "
            f"{toon(bekend)} bekend",
            zeker=False,
        )


def _per_inzet(periode: _Periode, inzet: str) -> Iterator[Bevinding]:
    """Close the flow of one inzet; reopenings are counted over all inzetten together."""
    klasse = (inzet,)
    begin = periode.stand(periode.van, (("inzet", klasse),))
    eind = periode.stand(dag_erna(periode.tot), (("inzet", klasse),))
    erbij = periode.stroom("zaken_aangemeld", (("eerste_inzet", klasse),))
    eraf = periode.stroom("zaken_afgesloten", (("laatste_inzet", klasse),))
    gewisseld = {
        paar: periode.stroom("zaken_gewisseld", (("wissel", ("_".join(paar),)),))
        for paar in permutations(_INZETTEN, 2)
        if inzet in paar
    }
    terug = periode.stroom("zaken_heropend")
    alle = [begin, erbij, eraf, eind, terug, *gewisseld.values()]
    if not all(alle):
        return
    per_saldo = sum(
        (c[0].waarde if paar[1] == inzet else -c[0].waarde for paar, c in gewisseld.items()),
        Decimal(),
    )
    zonder = begin[0].waarde + erbij[0].waarde - eraf[0].waarde + per_saldo
    if not zonder <= eind[0].waarde <= zonder + terug[0].waarde:
        som = optelsom([begin[0].waarde, erbij[0].waarde, -eraf[0].waarde, per_saldo])
        yield _bevinding(
            list(chain.from_iterable(alle)),
            eind[0],
            zonder,
            f"{inzet}: open + aangemeld - afgesloten + wissels: {som}, "
            f"heropend hooguit {toon(terug[0].waarde)}, en open is {toon(eind[0].waarde)}",
            zeker=True,
        )


def _bevinding(
    cijfers: list[Reekscijfer],
    over: Reekscijfer,
    verwacht: Decimal,
    rekensom: str,
    *,
    zeker: bool,
) -> Bevinding:
    zelfde = zeker and zelfde_populatie(cijfers)
    return bevinding(
        Oordeel.TEGENSPRAAK if zelfde else Oordeel.VRAAG,
        "stroom",
        over=over,
        waarden=(verwacht, over.waarde),
        rekensom=rekensom,
        cijfers=cijfers,
    )
