# SPDX-License-Identifier: EUPL-1.2
"""Questions to partners, in words."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from vangnet.beeld.models import Informatievraag
from vangnet.beeld.regels import Afhandeling, Vraagstand, vraagstand
from vangnet.casus.regels import TERUG_BINNEN
from vangnet.kern.klok import nu

_STANDEN = {
    Vraagstand.OPEN: (_("Open"), "info"),
    Vraagstand.TE_LAAT: (_("Te laat"), "fout"),
    Vraagstand.GEGEVEN: (_("Gegeven"), "gelukt"),
    Vraagstand.GEWEIGERD: (_("Geweigerd"), "waarschuwing"),
    Vraagstand.INGETROKKEN: (_("Ingetrokken"), ""),
}


class Vraagregel(NamedTuple):
    """A question; open: still to be answered; beantwoordt: the reader may do that.

    te_heropenen: the reader just took it back, and may undo that.
    """

    vraag: Informatievraag
    leefgebied: str
    over: str
    woord: str
    chip: str
    open: bool
    beantwoordt: bool
    te_heropenen: bool


def vraagregels(
    vragen: Iterable[Informatievraag],
    leefgebieden: Mapping[str, str],
    *,
    dag: date,
    huis: bool,
    lezer: UUID,
) -> list[Vraagregel]:
    """huis: the reader sees the whole casus; a partner sees only what they may answer."""
    return [_regel(een, leefgebieden, dag, huis=huis, lezer=lezer) for een in vragen]


def _regel(
    een: Informatievraag, leefgebieden: Mapping[str, str], dag: date, *, huis: bool, lezer: UUID
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
        te_heropenen=_net_ingetrokken(een, lezer),
    )


def _net_ingetrokken(een: Informatievraag, lezer: UUID) -> bool:
    return (
        een.afhandeling == Afhandeling.INGETROKKEN
        and een.afgehandeld_door_id == lezer
        and een.afgehandeld_op is not None
        and een.afgehandeld_op >= nu() - TERUG_BINNEN
    )
