# SPDX-License-Identifier: EUPL-1.2
"""Questions to partners, in words."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from vangnet.beeld.models import Informatievraag
from vangnet.beeld.regels import Vraagstand, vraagstand

_STANDEN = {
    Vraagstand.OPEN: (_("Open"), "info"),
    Vraagstand.TE_LAAT: (_("Te laat"), "fout"),
    Vraagstand.GEGEVEN: (_("Gegeven"), "gelukt"),
    Vraagstand.GEWEIGERD: (_("Geweigerd"), "waarschuwing"),
    Vraagstand.INGETROKKEN: (_("Ingetrokken"), ""),
}


class Vraagregel(NamedTuple):
    """A question; open: still to be answered; beantwoordt: the reader may do that."""

    vraag: Informatievraag
    leefgebied: str
    over: str
    woord: str
    chip: str
    open: bool
    beantwoordt: bool


def vraagregels(
    vragen: Iterable[Informatievraag], leefgebieden: Mapping[str, str], *, dag: date, huis: bool
) -> list[Vraagregel]:
    """huis: the reader sees the whole casus; a partner sees only what they may answer."""
    return [_regel(een, leefgebieden, dag, huis=huis) for een in vragen]


def _regel(
    een: Informatievraag, leefgebieden: Mapping[str, str], dag: date, *, huis: bool
) -> Vraagregel:
    stand = vraagstand(afhandeling=een.afhandeling, uiterlijk_op=een.uiterlijk_op, dag=dag)
    woord, chip = _STANDEN[stand]
    return Vraagregel(
        vraag=een,
        leefgebied=leefgebieden.get(een.leefgebied, een.leefgebied),
        over=een.betrokkenheid.persoon.naam if een.betrokkenheid else "",
        woord=str(woord),
        chip=chip,
        open=een.afhandeling is None,
        beantwoordt=een.afhandeling is None and not huis,
    )
