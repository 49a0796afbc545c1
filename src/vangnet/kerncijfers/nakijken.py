# SPDX-License-Identifier: EUPL-1.2
"""Check computed and published figures together (kerncijfers.md section 1, rule 8)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from vangnet.kerncijfers.berekening import bereken
from vangnet.kerncijfers.controles import controleer
from vangnet.kerncijfers.controles.bevinding import Bevinding
from vangnet.kerncijfers.controles.reeks import Reekscijfer
from vangnet.kerncijfers.dubbel import mogelijk_dubbel
from vangnet.kerncijfers.perioden import toets_periode
from vangnet.kerncijfers.reeksen import berekende_reeks, gepubliceerde_reeks
from vangnet.kerncijfers.selectors import jaren_met_feiten
from vangnet.kerncijfers.services import feiten_verversen
from vangnet.toegang.regels import Recht
from vangnet.toegang.services import toets_recht

Periode = tuple[date, date]


def kijk_na(periode: Periode | None = None) -> list[Bevinding]:
    """Run every check on the figures of a period, or of each year with facts, and on what was
    published. Raises NietToegestaan and OngeldigePeriode.
    """
    toets_recht(Recht.CIJFERS_INZIEN)
    if periode:
        toets_periode(*periode)
    feiten_verversen()
    perioden = [periode] if periode else jaren_met_feiten()
    gevonden = controleer([*_berekend(perioden), *gepubliceerde_reeks()])
    twee_keer = chain.from_iterable(mogelijk_dubbel(van, tot) for van, tot in perioden)
    return sorted([*gevonden, *twee_keer], key=lambda bevinding: bevinding.volgorde)


def _berekend(perioden: Sequence[Periode]) -> Iterator[Reekscijfer]:
    beginnen = {van for van, _ in perioden}
    for van, tot in perioden:
        yield from berekende_reeks(bereken(van, tot))
        # Stock and flow close on the day after the end, often the begin of the next period.
        if tot != date.max and (erna := tot + timedelta(days=1)) not in beginnen:
            yield from berekende_reeks(bereken(erna, erna, sleutels=["zaken_openstaand"]))
