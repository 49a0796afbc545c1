# SPDX-License-Identifier: EUPL-1.2
"""The row in the journaal of a look that every room has."""

from collections.abc import Iterable
from uuid import UUID

from vangnet.casus.models import Betrokkenheid
from vangnet.journaal.services import Act, leg_vast


def leg_formulier_vast(casus: UUID, mensen: Iterable[Betrokkenheid] = ()) -> None:
    """That somebody opened a form of a casus, which names it and mostly who takes part.

    Every view that concerns a casus is an act (toegang.md section 6). A form that names people of
    the casus tells whom: `mensen`.
    """
    leg_vast(
        Act(
            handeling="casus.ingezien",
            object_soort="casus",
            object=casus,
            casus=casus,
            velden=["formulier"],
            onderwerpen=[("casus", casus), *(("persoon", een.persoon_id) for een in mensen)],
        )
    )
