# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.inrichting.bewaarregels import Regel, Termijn
from vangnet.voortgang.models import (
    Contactmoment,
    Evaluatie,
    Opschaling,
    Trajectbegeleiding,
    VastgelopenAfspraak,
    Veiligheidsrisico,
)

BEWARING = (
    Regel(
        model=Trajectbegeleiding,
        velden=("casus", "vanaf", "tot", "einde_reden"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Contactmoment,
        velden=("casus", "moment", "plek", "organisatie", "uitkomst", "weggehaald_op", "door"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Opschaling,
        velden=(
            "casus",
            "datum",
            "niveau",
            "uitkomst",
            "vraag",
            "aangesprokene",
            "antwoord",
            "toegelaten_door",
            "notitie",
            "opbrengst",
        ),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=VastgelopenAfspraak,
        velden=("casus", "opschaling", "afspraak"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Evaluatie,
        velden=("casus", "datum", "conclusie", "door"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Veiligheidsrisico,
        velden=("casus", "datum", "voor", "soort", "reden", "door", "ingetrokken_op"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
)
