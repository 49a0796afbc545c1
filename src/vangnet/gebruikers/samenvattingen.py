# SPDX-License-Identifier: EUPL-1.2
"""The mail of the day: to whom, taken on once, and what came of it.

For the clock, with its own narrow asker (sql/samenvatting_tot_twaalf.sql).
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from vangnet.kern.daden import roep
from vangnet.kern.spoor import huidig_spoor


class Samenvattingstand(StrEnum):
    """What came of a mail. onzeker: the connection broke, so it is not sent again today."""

    BEZIG = "bezig"
    VERZONDEN = "verzonden"
    NIETS = "niets"
    MISLUKT = "mislukt"
    ONZEKER = "onzeker"


class Ontvanger(NamedTuple):
    """An account that is due, where its mail goes, and the day of its mail before, when known."""

    gebruiker: UUID
    email: str
    sinds: date | None


def ontvangers() -> Sequence[Ontvanger]:
    """Who gets a mail today and has none yet."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT gebruiker, email, sinds FROM gebruikers.begin_samenvattingen(%s)",
            [huidig_spoor()],
        )
        return [Ontvanger(*rij) for rij in cursor.fetchall()]


def samenvatting_nemen(gebruiker: UUID) -> bool:
    """Take the mail of an account on; no, when another run did."""
    return roep("gebruikers.neem_samenvatting(%s, %s)", gebruiker) == "true"


def samenvatting_afronden(gebruiker: UUID, stand: Samenvattingstand) -> None:
    """Write down what came of it; the journaal gets a row when there was a mail."""
    roep("gebruikers.rond_samenvatting_af(%s, %s, %s)", gebruiker, str(stand))
