# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.inrichting.bewaarregels import Regel, Termijn
from vangnet.overleg.models import (
    Agendapunt,
    Genodigde,
    Overleg,
    Overlegmail,
    Verslag,
    VerslagAfspraak,
)

BEWARING = (
    Regel(
        model=Overleg,
        velden=("kenmerk", "datum", "aanvang", "titel", "plaats", "casus", "gemeente"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Agendapunt,
        velden=("casus", "overleg", "volgnummer"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Genodigde,
        velden=(
            "casus",
            "agendapunt",
            "gebruiker",
            "organisatie",
            "functie",
            "derde",
            "geheimhouding_op",
            "aanwezig",
            "weggelaten_op",
        ),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Verslag,
        velden=(
            "casus",
            "agendapunt",
            "tekst",
            "besluit",
            "vastgesteld_op",
            "vastgesteld_door",
        ),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=VerslagAfspraak,
        velden=("casus", "agendapunt", "organisatie", "wie", "wat", "uiterlijk_op", "stand"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Overlegmail,
        velden=("overleg", "gebruiker", "datum", "aanvang"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
)
