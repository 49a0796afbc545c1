# SPDX-License-Identifier: EUPL-1.2
"""The acts that the application sends to the journaal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def opgeschreven() -> Iterator[list[str]]:
    """Gives the names of the acts that are sent inside the block, in their order."""
    gedaan: list[str] = []

    def luister(doe: Any, sql: str, waarden: Any, many: bool, context: Any) -> Any:
        if "journaal.leg_vast(" in sql:
            gedaan.append(waarden[0])
        return doe(sql, waarden, many, context)

    with connection.execute_wrapper(luister):
        yield gedaan
