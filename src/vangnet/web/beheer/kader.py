# SPDX-License-Identifier: EUPL-1.2
"""What the pages of this room share: their tabs, a form page, and how an act ends."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vangnet.journaal.services import leg_vast, weigering
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan, VangnetFout
from vangnet.toegang.regels import Recht
from vangnet.toegang.selectors import rechten_van, rollen_van
from vangnet.toegang.vrager import huidige_vrager

_TABS: tuple[tuple[Any, str, Recht], ...] = (
    (_("Overzicht"), "beheer:overzicht", Recht.BEHEREN),
    (_("Gebruikers"), "beheer:gebruikers", Recht.BEHEREN),
    (_("Organisaties"), "beheer:organisaties", Recht.BEHEREN),
    (_("Instellingen"), "beheer:instellingen", Recht.BEHEREN),
    (_("Codelijsten"), "beheer:codelijsten", Recht.BEHEREN),
    (_("Gezondheid"), "beheer:gezondheid", Recht.BEHEREN),
    (_("Bevestigen"), "beheer:bevestigen", Recht.ROLLEN_BEVESTIGEN),
    (_("Rollen nalopen"), "beheer:ronde", Recht.RECHTEN_NALOPEN),
    (_("Rondes"), "beheer:rondes", Recht.RONDES_INZIEN),
)


def toon(
    request: HttpRequest, sjabloon: str, context: dict[str, Any], *, hier: str, status: int = 200
) -> HttpResponse:
    """A page of this room with its tabs; `hier` is the address of the tab that is open."""
    vrager = huidige_vrager()
    rechten = rechten_van(rollen_van(vrager)) if vrager else frozenset()
    tabs = [
        {"titel": titel, "url": reverse(naam), "actief": naam == hier}
        for titel, naam, recht in _TABS
        if recht in rechten
    ]
    return render(request, sjabloon, {**context, "tabs": tabs}, status=status)


def probeer(
    request: HttpRequest, form: forms.Form, doe: Callable[[], object], *, gelukt: Any
) -> bool:
    """Carry out `doe` for a valid form; a sentence for a person comes above the form.

    Raises NietToegestaan, which gets the page of a missing address, and BotsendeVersie.
    """
    if not form.is_valid():
        return False
    try:
        doe()
    except (NietToegestaan, BotsendeVersie):
        raise
    except VangnetFout as fout:
        form.add_error(None, str(fout))
        return False
    messages.success(request, gelukt)
    return True


def leg_weigering_vast(handeling: str, object_soort: str, gevraagd: UUID) -> None:
    """The same row for what may not be done and for what isn't there."""
    leg_vast(weigering(handeling, object_soort, gevraagd, regel=Recht.BEHEREN))
