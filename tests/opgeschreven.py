# SPDX-License-Identifier: EUPL-1.2
"""The acts that the application sends to the journaal, and the rows that stand there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from tests.bezetting import id_van
from vangnet.journaal.models import Handeling
from vangnet.toegang.vrager import Vrager, als


class Regel(NamedTuple):
    """One row of the journaal."""

    gebruiker: UUID | None
    object: UUID | None
    casus: UUID | None
    toegestaan: bool


def in_het_journaal(handeling: str) -> list[Regel]:
    """The rows of this act, oldest first, as the privacy officer reads them."""
    with als(Vrager(id_van("frank"))):
        rijen = Handeling.objects.filter(handeling=handeling).order_by("moment", "pk")
        return [Regel(*rij) for rij in rijen.values_list(*Regel._fields)]


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
