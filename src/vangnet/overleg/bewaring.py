# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.inrichting.bewaarregels import Regel, Termijn
from vangnet.overleg.models import Overleg

BEWARING = (
    Regel(
        model=Overleg,
        velden=("kenmerk", "datum", "casus", "gemeente"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
)
