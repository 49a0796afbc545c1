# SPDX-License-Identifier: EUPL-1.2
"""Every command, in the order in which help shows them."""

from vangnet.opdrachtregel import (
    backup,
    beheer,
    inrichten,
    journaal,
    kerncijfers,
    samenvatting,
    starten,
    uitwisseling,
    vernietigen,
)
from vangnet.opdrachtregel.opdracht import Opdracht

OPDRACHTEN: tuple[Opdracht, ...] = (
    *starten.OPDRACHTEN,
    *uitwisseling.OPDRACHTEN,
    *inrichten.OPDRACHTEN,
    *kerncijfers.OPDRACHTEN,
    *beheer.OPDRACHTEN,
    *backup.OPDRACHTEN,
    *journaal.OPDRACHTEN,
    *samenvatting.OPDRACHTEN,
    *vernietigen.OPDRACHTEN,
)
