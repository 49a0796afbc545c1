# SPDX-License-Identifier: EUPL-1.2
"""An agreed number beside the number that was reached (kerncijfers.md section 1, rule 8)."""

from collections.abc import Hashable, Iterator

from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel, bevinding, toon
from vangnet.kerncijfers.controles.overzicht import Overzicht
from vangnet.kerncijfers.controles.reeks import LOS, Reekscijfer, groepeer

AFSPRAAK = "prestatieafspraken"


def controleer_afspraken(overzicht: Overzicht) -> Iterator[Bevinding]:
    """Ask about a published agreement of which another figure of the report stays below it.

    Class, period and unit are the same; that the agreement is about that figure is not stated.
    """
    gepubliceerd = (c for c in overzicht.cijfers if not c.berekend and c.sleutel != LOS)
    for cijfers in groepeer(gepubliceerd, _onderwerp).values():
        for afspraak in cijfers:
            for resultaat in cijfers:
                if _blijft_achter(resultaat, afspraak):
                    yield bevinding(
                        Oordeel.VRAAG,
                        "afspraak",
                        over=afspraak,
                        waarden=(afspraak.waarde, resultaat.waarde),
                        rekensom=f"afgesproken {toon(afspraak.waarde)}, "
                        f"{resultaat.sleutel} {toon(resultaat.waarde)}",
                        cijfers=[afspraak, resultaat],
                    )


def _blijft_achter(resultaat: Reekscijfer, afspraak: Reekscijfer) -> bool:
    return afspraak.sleutel == AFSPRAAK != resultaat.sleutel and resultaat.waarde < afspraak.waarde


def _onderwerp(cijfer: Reekscijfer) -> Hashable:
    return (cijfer.rapport, cijfer.van, cijfer.tot, cijfer.uitsplitsing, cijfer.eenheid)
