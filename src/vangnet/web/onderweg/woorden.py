# SPDX-License-Identifier: EUPL-1.2
"""A contact in words."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from vangnet.voortgang.models import Contactmoment
from vangnet.web.componenten.contacten import met_wie, uitkomst_in_woorden


class Contactregel(NamedTuple):
    """mijn: the reader made it, so they say what came of it."""

    contact: Contactmoment
    wie: str
    woord: str
    chip: str
    mijn: bool


def contactregels(contacten: Iterable[Contactmoment], *, wie: UUID) -> list[Contactregel]:
    """The rows of a list, in words."""
    return [
        Contactregel(
            een, str(met_wie(een) or _("betrokkene")), *uitkomst_in_woorden(een), een.door_id == wie
        )
        for een in contacten
    ]
