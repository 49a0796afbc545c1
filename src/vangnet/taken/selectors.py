# SPDX-License-Identifier: EUPL-1.2
"""Whether somebody carries out the jobs."""

from datetime import datetime

from django.db import connection

_GEZIEN = (
    "SELECT max(last_heartbeat) FROM procrastinate_workers "
    "WHERE last_heartbeat > now() - interval '60 seconds'"
)


def werker_gezien_op() -> datetime | None:
    """When a worker was last heard of; nothing when that is over a minute ago."""
    with connection.cursor() as cursor:
        cursor.execute(_GEZIEN)
        gezien: datetime | None = cursor.fetchone()[0]
    return gezien
