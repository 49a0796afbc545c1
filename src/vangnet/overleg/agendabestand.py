# SPDX-License-Identifier: EUPL-1.2
"""An overleg as a file for a calendar (RFC 5545): when, and nothing about whom it is.

No kenmerk, name, title, place or partner: a calendar is read by others (toegang.md section 7). Each
change has a higher SEQUENCE, so that a calendar that has it already takes the new one.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from vangnet.kern.klok import nu
from vangnet.overleg.mails import Bericht
from vangnet.overleg.models import Overleg

_DUUR = timedelta(hours=1, minutes=30)
# RFC 5545 section 3.1: octets of a line before it is folded.
_BREEDTE = 75


def als_agendabestand(overleg: Overleg, *, adres: str) -> str:
    """The file; adres: of the page with the agenda, which asks to log in."""
    komt = overleg.afgelast_op is None
    bericht = Bericht(komt, overleg.versie - 1, overleg.datum, overleg.aanvang)
    methode = "PUBLISH" if komt else "CANCEL"
    return _bestand(overleg.pk, bericht, methode=methode, regels=[f"URL:{adres}"])


def als_uitnodiging(overleg: UUID, bericht: Bericht, *, van: str, aan: str, adres: str) -> str:
    """The file in a mail from the house to one account (RFC 5546): come, or not any more.

    adres: as above, and only for who comes. The addresses are those of the mail itself.
    """
    regels = [
        f"ORGANIZER:mailto:{van}",
        f"ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:{aan}",
        *([f"URL:{adres}"] if bericht.komt else []),
    ]
    methode = "REQUEST" if bericht.komt else "CANCEL"
    return _bestand(overleg, bericht, methode=methode, regels=regels)


def _bestand(overleg: UUID, bericht: Bericht, *, methode: str, regels: Sequence[str]) -> str:
    alle = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vangnet//Overleg//NL",
        f"METHOD:{methode}",
        "BEGIN:VEVENT",
        f"UID:{overleg}",
        f"SEQUENCE:{bericht.reeks}",
        f"DTSTAMP:{_moment(nu())}",
        *_wanneer(bericht.datum, bericht.aanvang),
        "SUMMARY:Overleg",
        *regels,
        "CLASS:PRIVATE",
        "STATUS:CONFIRMED" if bericht.komt else "STATUS:CANCELLED",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_gevouwen(regel)}\r\n" for regel in alle)


def _wanneer(datum: date | None, aanvang: time | None) -> list[str]:
    if datum is None:
        return []
    if aanvang is None:
        return [f"DTSTART;VALUE=DATE:{datum:%Y%m%d}"]
    begin = timezone.make_aware(datetime.combine(datum, aanvang))
    return [f"DTSTART:{_moment(begin)}", f"DTEND:{_moment(begin + _DUUR)}"]


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _gevouwen(regel: str) -> str:
    """A long line over more lines; only an address is so long, and that is of plain letters."""
    delen = [regel[:_BREEDTE]]
    delen += [
        f" {regel[plek : plek + _BREEDTE - 1]}"
        for plek in range(_BREEDTE, len(regel), _BREEDTE - 1)
    ]
    return "\r\n".join(delen)
