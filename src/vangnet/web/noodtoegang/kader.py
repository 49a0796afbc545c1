# SPDX-License-Identifier: EUPL-1.2
"""What the pages of this room share: their tabs, and the row of a refusal."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vangnet.journaal.services import leg_vast, weigering
from vangnet.toegang.regels import Recht
from vangnet.toegang.selectors import rechten_van, rollen_van
from vangnet.toegang.vrager import huidige_vrager

_TABS: tuple[tuple[Any, str, Recht], ...] = (
    (_("Openen"), "noodtoegang:openen", Recht.INZAGE_OPENEN),
    (_("Beoordelen"), "noodtoegang:wachtrij", Recht.INZAGEN_BEOORDELEN),
)


def toon(
    request: HttpRequest, sjabloon: str, context: dict[str, Any], *, hier: str, status: int = 200
) -> HttpResponse:
    """A page of this room; its tabs when there is more than one for who asks."""
    vrager = huidige_vrager()
    rechten = rechten_van(rollen_van(vrager)) if vrager else frozenset()
    tabs = [
        {"titel": titel, "url": reverse(naam), "actief": naam == hier}
        for titel, naam, recht in _TABS
        if recht in rechten
    ]
    context = {**context, "tabs": tabs if len(tabs) > 1 else []}
    return render(request, sjabloon, context, status=status)


def leg_weigering_vast(inzage: UUID | None, *, regel: str) -> None:
    """The same for what may not be done and for what isn't there."""
    leg_vast(weigering("inzage.geweigerd", "inzage", inzage, regel=regel))
