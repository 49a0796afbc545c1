# SPDX-License-Identifier: EUPL-1.2
"""What the pages of this room share: their tabs, and the row of a refusal."""

from functools import partial
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from vangnet.journaal.services import leg_vast, weigering
from vangnet.toegang.regels import Recht
from vangnet.web.ingangen import Deur, toon_met_tabs

_TABS = (
    Deur(_("Openen"), "noodtoegang:openen", Recht.INZAGE_OPENEN),
    Deur(_("Beoordelen"), "noodtoegang:wachtrij", Recht.INZAGEN_BEOORDELEN),
)
# A page of this room, with its tabs.
toon = partial(toon_met_tabs, _TABS)


def leg_weigering_vast(inzage: UUID | None, *, regel: str) -> None:
    """The same for what may not be done and for what isn't there."""
    leg_vast(weigering("inzage.geweigerd", "inzage", inzage, regel=regel))
