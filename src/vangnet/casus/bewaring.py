# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.casus.models import Betrokkenheid, Casus, Inzet
from vangnet.inrichting.bewaarregels import Regel, Termijn

BEWARING = (
    Regel(
        model=Casus,
        velden=("kenmerk", "samenstelling", "hoofdbetrokkene", "gemeente", "aandachtsgebied"),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(
        model=Inzet,
        velden=("casus", "soort", "vanaf", "tot"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Betrokkenheid,
        velden=("casus", "persoon", "rol", "vanaf", "tot"),
        termijn=Termijn.VIJF_JAAR,
    ),
)
