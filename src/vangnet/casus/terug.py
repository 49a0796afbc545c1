# SPDX-License-Identifier: EUPL-1.2
"""What somebody did themselves a moment ago, and may undo."""

from uuid import UUID

from vangnet.casus.regels import TERUG_BINNEN
from vangnet.journaal.models import Handeling
from vangnet.kern.klok import nu
from vangnet.toegang.kijker import Kijker


def net_gedaan(*handelingen: str, wie: Kijker) -> set[UUID]:
    """To which objects `wie` did one of these within TERUG_BINNEN; one query, of their own trace.

    For a page that offers to undo it. casus.net_gedaan in the database decides.
    """
    eigen = Handeling.objects.filter(
        gebruiker=wie.gebruiker,
        moment__gte=nu() - TERUG_BINNEN,
        handeling__in=handelingen,
        object__isnull=False,
        toegestaan=True,
    )
    return {een for een in eigen.values_list("object", flat=True) if een}
