# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.aanmelding.models import Aanmelding
from vangnet.inrichting.bewaarregels import Regel, Termijn

BEWARING = (
    Regel(
        model=Aanmelding,
        velden=(
            "kenmerk",
            "ontvangen_op",
            "aangedragen_door",
            "herkomst",
            "gemeente",
            "aandachtsgebied",
            "aanleiding",
            "triage_op",
            "triage_besluit",
            "reden",
            "casus",
        ),
        termijn=Termijn.NIET_OPGENOMEN,
    ),
)
