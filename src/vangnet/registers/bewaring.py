# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.inrichting.bewaarregels import Regel, Termijn
from vangnet.registers.models import Melding, Prioritering, Vervolgactie

BEWARING = (
    Regel(
        model=Melding,
        velden=("kenmerk", "datum", "doelgroep", "herhaald", "gemeente"),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(
        model=Vervolgactie,
        velden=("melding", "soort", "datum"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Prioritering,
        velden=("persoon", "doelgroep", "vanaf", "tot", "gemeente", "criteria_versie"),
        termijn=Termijn.VAN_DE_LIJST,
    ),
)
