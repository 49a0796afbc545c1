# SPDX-License-Identifier: EUPL-1.2
"""Every command, in the order in which help shows them."""

from vangnet.opdrachtregel import beheer, kerncijfers, starten
from vangnet.opdrachtregel.opdracht import Opdracht

OPDRACHTEN: tuple[Opdracht, ...] = (
    *starten.OPDRACHTEN,
    *kerncijfers.OPDRACHTEN,
    *beheer.OPDRACHTEN,
)
