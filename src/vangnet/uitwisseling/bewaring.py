# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.inrichting.bewaarregels import Regel, Termijn
from vangnet.uitwisseling.models import Dossieropdracht

BEWARING = (
    # That the dossier left is known as long as the journaal knows it.
    Regel(
        model=Dossieropdracht,
        velden=("gevraagd_door", "besloten_door", "ingetrokken_door", "reden", "motivering"),
        termijn=Termijn.MET_HET_JOURNAAL,
    ),
)
