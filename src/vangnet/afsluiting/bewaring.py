# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.afsluiting.models import Afsluiting
from vangnet.inrichting.bewaarregels import Regel, Termijn

BEWARING = (
    Regel(
        model=Afsluiting,
        velden=(
            "casus",
            "afgesloten_op",
            "afsluitreden",
            "resultaat",
            "overdracht",
            "heropend_op",
        ),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
)
