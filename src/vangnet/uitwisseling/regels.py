# SPDX-License-Identifier: EUPL-1.2
"""How an order for a dossier package stands. No Django."""

import re
from datetime import datetime
from enum import Enum, auto
from typing import Protocol

LENGTE_ONTVANGER = 200
# A public key of age (age-encryption.org/v1): Bech32, so it has no b, i, o and no 1 in its text.
SLEUTELVORM = re.compile(r"age1[02-9ac-hj-np-z]{58}")


class Opdrachtstand(Enum):
    """How an order stands at a moment."""

    WACHT = auto()
    GOEDGEKEURD = auto()
    GEWEIGERD = auto()
    INGETROKKEN = auto()
    VERLOPEN = auto()
    GEBRUIKT = auto()


class Opdrachtvelden(Protocol):
    """What decides how an order stands; a row of Dossieropdracht has it."""

    besluit_voor: datetime
    akkoord: bool | None
    geldig_tot: datetime | None
    ingetrokken_op: datetime | None
    gebruikt_op: datetime | None


def opdrachtstand(opdracht: Opdrachtvelden, moment: datetime) -> Opdrachtstand:
    """How `opdracht` stands at `moment`: the sentence of uitwisseling/sql/opdracht.sql in words."""
    if opdracht.gebruikt_op is not None:
        return Opdrachtstand.GEBRUIKT
    if opdracht.akkoord is False:
        return Opdrachtstand.GEWEIGERD
    if opdracht.ingetrokken_op is not None:
        return Opdrachtstand.INGETROKKEN
    if (opdracht.geldig_tot or opdracht.besluit_voor) <= moment:
        return Opdrachtstand.VERLOPEN
    return Opdrachtstand.GOEDGEKEURD if opdracht.akkoord else Opdrachtstand.WACHT
