# SPDX-License-Identifier: EUPL-1.2
"""The checks of kerncijfers.md section 1, rule 8, over published and computed figures alike.

Give `controleer` a list of `Reekscijfer`. A computed figure has label BEREKEND, one name of the
computation as rapport, and no populatie; shares and counts are figures of their own, with the
units procent and, say, zaken.
"""

from collections.abc import Iterable
from decimal import Decimal
from itertools import chain

from vangnet.kerncijfers.controles.aandeel_en_aantal import controleer_aandeel_en_aantal
from vangnet.kerncijfers.controles.aandelen import controleer_aandelen
from vangnet.kerncijfers.controles.afspraken import controleer_afspraken
from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel
from vangnet.kerncijfers.controles.delen import controleer_delen
from vangnet.kerncijfers.controles.dubbel import controleer_dubbel
from vangnet.kerncijfers.controles.geld import controleer_geld
from vangnet.kerncijfers.controles.klassen import controleer_klassen
from vangnet.kerncijfers.controles.los import controleer_los
from vangnet.kerncijfers.controles.overzicht import Overzicht
from vangnet.kerncijfers.controles.perioden import (
    controleer_deelperioden,
    controleer_definities,
    controleer_sprongen,
)
from vangnet.kerncijfers.controles.reeks import BEREKEND, LOS, Reekscijfer, lees_rij
from vangnet.kerncijfers.controles.stroom import controleer_stroom
from vangnet.kerncijfers.controles.verbonden import controleer_verbanden
from vangnet.kerncijfers.controles.weergave import als_json, als_regel, als_tekst

__all__ = [
    "BEREKEND",
    "CONTROLES",
    "LOS",
    "Bevinding",
    "Oordeel",
    "Reekscijfer",
    "als_json",
    "als_regel",
    "als_tekst",
    "controleer",
    "lees_rij",
]

CONTROLES = (
    controleer_dubbel,
    controleer_delen,
    controleer_aandelen,
    controleer_aandeel_en_aantal,
    controleer_klassen,
    controleer_stroom,
    controleer_geld,
    controleer_verbanden,
    controleer_deelperioden,
    controleer_definities,
    controleer_los,
    controleer_afspraken,
)
"""Every check but that on jumps, which needs its factor."""


def controleer(
    cijfers: Iterable[Reekscijfer], *, sprongfactor: int | Decimal = 2
) -> list[Bevinding]:
    """Check the figures against each other.

    sprongfactor: how many times a figure may grow or shrink from one period to the next.
    The findings come in one order, the gravest first, whatever the order of the figures was.
    """
    overzicht = Overzicht.van(cijfers)
    gevonden = chain(
        chain.from_iterable(controle(overzicht) for controle in CONTROLES),
        controleer_sprongen(overzicht, factor=Decimal(sprongfactor)),
    )
    return sorted(set(gevonden), key=lambda bevinding: bevinding.volgorde)
