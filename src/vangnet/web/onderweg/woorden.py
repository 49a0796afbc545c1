# SPDX-License-Identifier: EUPL-1.2
"""A contact, and for whom it is unsafe, in words."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from vangnet.afsluiting.risico import Risico
from vangnet.voortgang.models import Contactmoment
from vangnet.voortgang.trajecten import is_te_heropenen, is_weg_te_halen, komt_nog
from vangnet.web.componenten.contacten import met_wie, uitkomst_in_woorden
from vangnet.web.componenten.risico import risico_in_woorden, wanneer_gezegd


class Contactregel(NamedTuple):
    """mijn: the reader made it, so they say what came of it; terug: and may take that back.

    weg: the reader may take it away as a mistake; straks: its day has still to come.
    """

    contact: Contactmoment
    wie: str
    woord: str
    chip: str
    mijn: bool
    terug: bool
    weg: bool
    straks: bool


def contactregels(contacten: Iterable[Contactmoment], *, wie: UUID) -> list[Contactregel]:
    """The rows of a list, in words."""
    return [_regel(een, mijn=een.door_id == wie) for een in contacten]


def _regel(een: Contactmoment, *, mijn: bool) -> Contactregel:
    terug = mijn and een.uitkomst is not None and is_te_heropenen(een)
    over = str(met_wie(een) or _("betrokkene"))
    weg = mijn and is_weg_te_halen(een)
    return Contactregel(
        een, over, *uitkomst_in_woorden(een.uitkomst), mijn, terug, weg, komt_nog(een)
    )


class Veiligheidsregel(NamedTuple):
    """onveilig: it warns; else the house said that there is no risk any more."""

    tekst: str
    onveilig: bool


def is_onveilig(risico: Risico | None) -> bool:
    """Whether something may happen to somebody."""
    return risico is not None and bool(risico.voor or risico.soort)


def veiligheidsregel(risico: Risico | None) -> Veiligheidsregel | None:
    """What the bar of the casus says, always with its day; None when nobody said anything."""
    if risico is None:
        return None
    tekst = risico_in_woorden(risico.voor, risico.soort) or _("Geen veiligheidsrisico meer")
    return Veiligheidsregel(f"{tekst} ({wanneer_gezegd(risico)})", is_onveilig(risico))
