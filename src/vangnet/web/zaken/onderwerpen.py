# SPDX-License-Identifier: EUPL-1.2
"""Whom a page of zaken is about, for the journaal."""

from collections.abc import Iterable
from uuid import UUID

from vangnet.casus.models import Casus
from vangnet.journaal.services import Act, leg_vast


def van_casussen(casussen: Iterable[Casus]) -> list[tuple[str, UUID]]:
    """The casussen of a list, and the hoofdbetrokkenen whose names it shows."""
    alle = list(casussen)
    mensen = dict.fromkeys(een.hoofdbetrokkene.pk for een in alle if een.hoofdbetrokkene)
    return [*(("casus", een.pk) for een in alle), *(("persoon", een) for een in mensen)]


def leg_formulier_vast(casus: UUID) -> None:
    """That somebody opened a form of a casus, which names it and mostly who takes part.

    Every view that concerns a casus is an act (toegang.md section 6). A form that names people of
    the casus tells whom itself.
    """
    leg_vast(
        Act(
            handeling="casus.ingezien",
            object_soort="casus",
            object=casus,
            casus=casus,
            velden=["formulier"],
            onderwerpen=[("casus", casus)],
        )
    )
