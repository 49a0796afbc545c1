# SPDX-License-Identifier: EUPL-1.2
"""The mail about an overleg to who is asked to come: what waits, and what came of it.

An act sets it ready in its own transaction; the clock sends it, with its own narrow asker
(sql/overlegmail.sql).
"""

from collections.abc import Sequence
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from vangnet.kern.daden import doe, roep
from vangnet.kern.spoor import huidig_spoor


class Overlegmailstand(StrEnum):
    """What came of a mail. onzeker: the connection broke, so it is not sent again."""

    VERZONDEN = "verzonden"
    NIETS = "niets"
    MISLUKT = "mislukt"
    ONZEKER = "onzeker"


class Wachtend(NamedTuple):
    """A mail that waits: about which overleg, for whom, and where it goes."""

    mail: UUID
    overleg: UUID
    gebruiker: UUID
    email: str


class Bericht(NamedTuple):
    """What a mail says: come on this day, or not any more; reeks: SEQUENCE of the calendar entry.

    datum: empty where it is not known what the calendar has.
    """

    komt: bool
    reeks: int
    datum: date | None
    aanvang: time | None


def mails_klaarzetten(overleg: UUID) -> None:
    """Set ready what people's calendars don't have yet, after an act of the house."""
    roep("overleg.zet_mails_klaar(%s, %s)", overleg)


def mails_opruimen() -> int:
    """Remove what was told of overleggen of more than thirty days ago; gives how many rows."""
    return int(roep("overleg.ruim_mails_op(%s)"))


def wachtende_mails() -> Sequence[Wachtend]:
    """What is to be sent now, the longest waiting first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT mail, overleg, gebruiker, email FROM overleg.begin_mails(%s)",
            [huidig_spoor()],
        )
        return [Wachtend(*rij) for rij in cursor.fetchall()]


def mail_nemen(mail: UUID, *, ziet: bool) -> Bericht | None:
    """Take a mail on; none when there is nothing to say any more, or another run did.

    ziet: the account sees the overleg, asked just before. Who doesn't, gets nothing, except that
    they need not come where they were left out.
    """
    soort, reeks, datum, aanvang = doe(
        "SELECT soort, reeks, datum, aanvang FROM overleg.neem_mail(%s, %s, %s)", mail, ziet
    )
    return Bericht(soort == "komt", reeks, datum, aanvang) if soort else None


def mail_afronden(mail: UUID, stand: Overlegmailstand) -> None:
    """Write down what came of it, also in the journaal."""
    roep("overleg.rond_mail_af(%s, %s, %s)", mail, str(stand))
