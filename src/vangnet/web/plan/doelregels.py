# SPDX-License-Identifier: EUPL-1.2
"""A goal as a row of the page of a casus."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from vangnet.plan.models import Doel

_CHIPS = {"doel_gerealiseerd": "gelukt", "deels": "info", "niet": "fout"}


class Doelregel(NamedTuple):
    """A goal with its codes as words."""

    doel: Doel
    leefgebied: str
    woord: str
    chip: str


def doelregels(
    doelen: Sequence[Doel], woorden: Mapping[str, Mapping[str, str]], *, dag: date
) -> list[Doelregel]:
    """woorden: of `leefgebied` and `resultaat`; dag: on which it is looked at."""
    gebieden, resultaten = woorden["leefgebied"], woorden["resultaat"]
    return [
        Doelregel(een, gebieden.get(een.leefgebied, een.leefgebied), *_stand(een, resultaten, dag))
        for een in doelen
    ]


def _stand(doel: Doel, resultaten: Mapping[str, str], dag: date) -> tuple[str, str]:
    if doel.resultaat:
        woord = resultaten.get(doel.resultaat, doel.resultaat)
        return woord, _CHIPS.get(doel.resultaat, "")
    return (_("Voorbij"), "waarschuwing") if doel.streefdatum < dag else (_("Loopt"), "")
