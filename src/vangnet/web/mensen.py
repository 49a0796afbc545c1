# SPDX-License-Identifier: EUPL-1.2
"""The people of one casus in a form: as choices, and the line that they were shown."""

from collections.abc import Sequence
from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _

from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.inrichting.selectors import labels
from vangnet.journaal.services import Act, leg_vast


def betrokkenkeuzes(mensen: Sequence[Betrokkenheid]) -> list[tuple[str, str]]:
    """Those of one casus as a choice, with when they were born and their rol in it."""
    rollen = labels("betrokkene_rol")["betrokkene_rol"]
    return [
        (
            str(een.persoon_id),
            f"{met_geboren(een.persoon.naam, een.persoon.geboortedatum)} ({rollen[een.rol]})",
        )
        for een in mensen
    ]


def met_geboren(naam: str, geboren: date | None) -> str:
    """A name, with when they were born where that is known."""
    if geboren is None:
        return naam
    geboren_op = _("geboren %(dag)s") % {"dag": formats.date_format(geboren, "j F Y")}
    return f"{naam}, {geboren_op}"


def leg_mensen_vast(casus: Casus, mensen: Sequence[Betrokkenheid]) -> None:
    """Whose names a form of the casus shows."""
    personen = dict.fromkeys(een.persoon_id for een in mensen)
    leg_vast(
        Act(
            handeling="betrokkenen.ingezien",
            object_soort="casus",
            object=casus.pk,
            casus=casus.pk,
            onderwerpen=[("casus", casus.pk), *(("persoon", een) for een in personen)],
        )
    )
