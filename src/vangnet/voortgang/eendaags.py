# SPDX-License-Identifier: EUPL-1.2
"""An inzet or a traject that went on the day on which it began: only the history has it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import connection

TRAJECT = "traject"


class Eendaags(NamedTuple):
    """wat: TRAJECT, or the soort of an inzet; reden: why a traject stopped, when that was kept."""

    wat: str
    op: date
    reden: str | None


def van_een_dag(casus: UUID) -> Sequence[Eendaags]:
    """Those of a casus that the asker may know of, in the order in which they went."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT wat, op, reden FROM voortgang.van_een_dag(%s)", [casus])
        return [Eendaags(*rij) for rij in cursor.fetchall()]
