# SPDX-License-Identifier: EUPL-1.2
"""An overleg as a file for a calendar (RFC 5545): when, and nothing about whom it is."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

from vangnet.kern.klok import nu
from vangnet.overleg.models import Overleg

_DUUR = timedelta(hours=1, minutes=30)


def als_agendabestand(overleg: Overleg, *, adres: str) -> str:
    """The file; adres: of the page with the agenda, which asks to log in.

    No kenmerk, name, title, place or partner: a calendar is read by others (toegang.md section 7).
    Each change has a higher SEQUENCE, so that a calendar that has it already takes the new one.
    """
    af = overleg.afgelast_op is not None
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vangnet//Overleg//NL",
        "METHOD:CANCEL" if af else "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{overleg.pk}",
        f"SEQUENCE:{overleg.versie - 1}",
        f"DTSTAMP:{_moment(nu())}",
        *_wanneer(overleg),
        "SUMMARY:Overleg",
        f"URL:{adres}",
        "CLASS:PRIVATE",
        "STATUS:CANCELLED" if af else "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{regel}\r\n" for regel in regels)


def _wanneer(overleg: Overleg) -> list[str]:
    if overleg.aanvang is None:
        return [f"DTSTART;VALUE=DATE:{overleg.datum:%Y%m%d}"]
    plaatselijk = datetime.combine(overleg.datum, overleg.aanvang)
    begin = timezone.make_aware(plaatselijk)
    return [f"DTSTART:{_moment(begin)}", f"DTEND:{_moment(begin + _DUUR)}"]


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
