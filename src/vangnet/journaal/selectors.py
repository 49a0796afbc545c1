# SPDX-License-Identifier: EUPL-1.2
"""What somebody did themselves a moment ago."""

from datetime import datetime
from uuid import UUID

from vangnet.journaal.models import Handeling


def net_gedaan(*handelingen: str, door: UUID, sinds: datetime) -> set[UUID]:
    """To which objects `door` did one of these since then; one query, of their own trace.

    For a page that offers to undo it. casus.net_gedaan in the database decides.
    """
    eigen = Handeling.objects.filter(
        gebruiker=door,
        moment__gte=sinds,
        handeling__in=handelingen,
        object__isnull=False,
        toegestaan=True,
    )
    return {een for een in eigen.values_list("object", flat=True) if een}
