# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.gebruikers.models import Gebruiker
from vangnet.inrichting.bewaarregels import Regel, Termijn, Wijze

BEWARING = (
    Regel(
        model=Gebruiker,
        velden=("email", "naam", "functie", "organisatie", "systeemnaam", "last_login"),
        termijn=Termijn.MET_HET_ACCOUNT,
        wijze=Wijze.LEEGMAKEN,
    ),
)
