# SPDX-License-Identifier: EUPL-1.2
"""One at a time, where no row can be locked: there is none yet, or more than one."""

from django.db import connection


def wacht_op_beurt(waarvoor: str) -> None:
    """Let transactions on the same come one after the other: until this one ends the next waits.

    waarvoor: kind and key of what is written, such as `sjabloon besluit`.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [waarvoor])
