# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.beeld.models import Hypotheseoordeel, Informatievraag, Score
from vangnet.inrichting.bewaarregels import Regel, Termijn

BEWARING = (
    Regel(
        model=Informatievraag,
        velden=(
            "casus",
            "organisatie",
            "betrokkenheid",
            "leefgebied",
            "vraag",
            "gevraagd_door",
            "reden",
            "bijdrage",
            "afgehandeld_door",
        ),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(
        model=Score,
        velden=("casus", "betrokkenheid", "leefgebied", "moment", "score", "op", "door"),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(
        model=Hypotheseoordeel,
        velden=("casus", "bijdrage", "oordeel", "reden", "op", "door"),
        termijn=Termijn.VIJF_JAAR,
    ),
)
