# SPDX-License-Identifier: EUPL-1.2
"""How an afspraak stands, and which interventies a house knows. No Django."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

# Per domain (kerncijfers, `interventies`): what is chosen from; an import may bring others.
INTERVENTIES: Mapping[str, Sequence[str]] = {
    "strafrechtelijk": ("bijzondere voorwaarden", "elektronisch toezicht", "ISD", "taakstraf"),
    "bestuursrechtelijk": ("gebiedsverbod", "last onder dwangsom", "tijdelijk huisverbod"),
    "civielrechtelijk": ("bewind", "contactverbod", "mentorschap", "ondertoezichtstelling"),
    "zorg": ("bemoeizorg", "beschermd wonen", "verslavingsbehandeling", "zorgmachtiging"),
}


class Stand(StrEnum):
    """How an afspraak stands on a day."""

    TE_LAAT = "te_laat"
    VANDAAG = "vandaag"
    OPEN = "open"
    GEREED = "gereed"
    VERVALLEN = "vervallen"


def stand(
    *, uiterlijk_op: date, gereed_op: date | None, vervallen_op: date | None, dag: date
) -> Stand:
    """How it stands on `dag`: the last day itself is still in time."""
    if gereed_op:
        return Stand.GEREED
    if vervallen_op:
        return Stand.VERVALLEN
    if uiterlijk_op < dag:
        return Stand.TE_LAAT
    return Stand.VANDAAG if uiterlijk_op == dag else Stand.OPEN
