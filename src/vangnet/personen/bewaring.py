# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.inrichting.bewaarregels import Regel, Termijn
from vangnet.personen.models import Persoon, Relatie

BEWARING = (
    Regel(
        model=Persoon,
        velden=(
            "kenmerk",
            "achternaam",
            "voornamen",
            "tussenvoegsel",
            "geboortedatum",
            "geslacht",
            "bsn_versleuteld",
            "bsn_index",
            "gemeente",
        ),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(
        model=Relatie,
        velden=("persoon", "andere_persoon", "soort", "vanaf", "tot"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
)
