# SPDX-License-Identifier: EUPL-1.2
"""Published figures that are none of the catalogue: never more than a vraag, and only inside a
report, since nothing says that two of them are about the same (kerncijfers.md section 1, rule 8).
"""

from collections.abc import Callable, Hashable, Iterator
from itertools import pairwise

from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel, bevinding, toon
from vangnet.kerncijfers.controles.overzicht import Overzicht
from vangnet.kerncijfers.controles.reeks import (
    FREQUENTIE,
    LOS,
    TELEENHEDEN,
    Reekscijfer,
    dag_erna,
    groepeer,
    verschillende,
)

_DAGEN_PER = {"aantal_per_week": 7}


def controleer_los(overzicht: Overzicht) -> Iterator[Bevinding]:
    """Find a class that is named twice, two frequencies, and a frequency beside its total."""
    los = [cijfer for cijfer in overzicht.cijfers if cijfer.sleutel == LOS]
    yield from _twee_waarden(los, lambda cijfer: bool(cijfer.uitsplitsing), "deze klasse")
    yield from _twee_waarden(los, _is_frequentie, "deze frequentie")
    for groep in groepeer(overzicht.cijfers, _periode).values():
        for frequentie, aantal in pairwise(groep):
            if _is_frequentie(frequentie) and aantal.eenheid in TELEENHEDEN:
                yield from _maal_weken(frequentie, aantal)


def _twee_waarden(
    los: list[Reekscijfer], telt_mee: Callable[[Reekscijfer], bool], wat: str
) -> Iterator[Bevinding]:
    for cijfers in groepeer(filter(telt_mee, los), _onderwerp).values():
        waarden = [cijfer.waarde for cijfer in verschillende(cijfers)]
        if len(waarden) > 1:
            yield bevinding(
                Oordeel.VRAAG,
                "los",
                over=cijfers[0],
                waarden=waarden,
                rekensom=f"{' ≠ '.join(map(toon, waarden))}: het verslag geeft {wat} meer dan eens",
                cijfers=cijfers,
            )


def _maal_weken(frequentie: Reekscijfer, aantal: Reekscijfer) -> Iterator[Bevinding]:
    """Compare a rate with the number that the report prints right after it."""
    keer = _aantal_keer(frequentie)
    if keer and frequentie.waarde * keer != aantal.waarde:
        yield bevinding(
            Oordeel.VRAAG,
            "frequentie",
            over=aantal,
            waarden=(frequentie.waarde * keer, aantal.waarde),
            rekensom=f"{toon(frequentie.waarde)} × {keer} = {toon(frequentie.waarde * keer)}, "
            f"en er staat {toon(aantal.waarde)}",
            cijfers=[frequentie, aantal],
        )


def _aantal_keer(frequentie: Reekscijfer) -> int | None:
    dagen = _DAGEN_PER.get(frequentie.eenheid)
    return (dag_erna(frequentie.tot) - frequentie.van).days // dagen if dagen else None


def _is_frequentie(cijfer: Reekscijfer) -> bool:
    return cijfer.sleutel == LOS and cijfer.eenheid.startswith(FREQUENTIE)


def _periode(cijfer: Reekscijfer) -> Hashable:
    return (cijfer.rapport, cijfer.van, cijfer.tot)


def _onderwerp(cijfer: Reekscijfer) -> Hashable:
    return (
        _periode(cijfer),
        cijfer.uitsplitsing,
        cijfer.genormde_populatie,
        cijfer.eenheid,
    )
