# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.inrichting.bewaarregels import Regel, Termijn
from vangnet.toezicht.models import Steekproef, Steekproefregel

BEWARING = (
    Regel(
        model=Steekproef,
        velden=("getrokken_door", "gesloten_door"),
        termijn=Termijn.MET_HET_JOURNAAL,
    ),
    Regel(
        model=Steekproefregel,
        velden=("handeling", "motivering", "beoordeeld_door"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
)
