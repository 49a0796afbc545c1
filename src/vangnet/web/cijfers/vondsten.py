# SPDX-License-Identifier: EUPL-1.2
"""What the checks found, as people read it: about which figure, the arithmetic, and where."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from vangnet.kerncijfers.controles import Bevinding, Oordeel, controleer
from vangnet.kerncijfers.controles.reeks import Reekscijfer
from vangnet.kerncijfers.reeksen import berekende_reeks, gepubliceerde_reeks
from vangnet.kerncijfers.uitkomst import Kerncijfers
from vangnet.web.cijfers.woorden import DIMENSIETITELS, cijfernaam


class Vondst(NamedTuple):
    """A finding; bronnen: each report with the places in it."""

    oordeel: Oordeel
    sleutel: str
    van_jaar: int
    tot_jaar: int
    titel: str
    rekensom: str
    bronnen: Sequence[tuple[str, str]]

    def gaat_over(self, jaar: int) -> bool:
        """Whether its period touches `jaar`."""
        return self.van_jaar <= jaar <= self.tot_jaar


def vondsten_bij(nu: Kerncijfers) -> list[Vondst]:
    """What the checks find in the published figures and in the computed ones of a year.

    Those about that year first, then the most recent; otherwise in the order of the checks.
    """
    jaar = nu.van.year
    gevonden = _gecontroleerd((*gepubliceerde_reeks(), *berekende_reeks(nu)))
    return sorted(gevonden, key=lambda een: (not een.gaat_over(jaar), -een.tot_jaar))


@lru_cache(maxsize=32)
def _gecontroleerd(cijfers: tuple[Reekscijfer, ...]) -> tuple[Vondst, ...]:
    """The same figures give the same findings: remembered as long as the process lives."""
    return tuple(als_vondst(een) for een in controleer(cijfers))


def als_vondst(een: Bevinding) -> Vondst:
    """A finding of the checks in words, each report named once."""
    periode = f"{een.van.year}" if een.van.year == een.tot.year else f"{een.van:%Y}–{een.tot:%Y}"
    return Vondst(
        oordeel=een.oordeel,
        sleutel=een.sleutel,
        van_jaar=een.van.year,
        tot_jaar=een.tot.year,
        titel=f"{cijfernaam(een.sleutel)}, {periode}",
        rekensom=_rekensom(een.rekensom),
        bronnen=[
            (rapport, "; ".join(bron.plaats for bron in bronnen if bron.plaats))
            for rapport, bronnen in groupby(een.bronnen, key=lambda bron: bron.rapport)
        ],
    )


def _rekensom(tekst: str) -> str:
    """The arithmetic, with the words for a breakdown where its code stands in front."""
    voor, scheiding, rest = tekst.partition(": ")
    wat = DIMENSIETITELS.get(voor, voor) if scheiding else voor
    return f"{wat[:1].upper()}{wat[1:]}{scheiding}{rest}"
