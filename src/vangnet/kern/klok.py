# SPDX-License-Identifier: EUPL-1.2
"""The only clock: moments are UTC, days are days in Europe/Amsterdam."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

HUISTIJD = ZoneInfo("Europe/Amsterdam")


def nu() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def vandaag() -> date:
    """Today's date in Europe/Amsterdam: 1 January 00:15 is not last year."""
    return nu().astimezone(HUISTIJD).date()


def begin_van(dag: date) -> datetime:
    """The moment at which `dag` begins in Europe/Amsterdam."""
    return datetime.combine(dag, time.min, tzinfo=HUISTIJD)


def dag_uit(tekst: str | None) -> date | None:
    """A day as JSON and CSV write it, YYYY-MM-DD; none for an empty one. Raises ValueError."""
    return date.fromisoformat(tekst) if tekst else None
