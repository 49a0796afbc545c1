# SPDX-License-Identifier: EUPL-1.2
"""What the pages of this room share: their tabs, a form page, and how an act ends."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from vangnet.journaal.services import leg_vast, weigering
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan, VangnetFout
from vangnet.toegang.regels import Recht
from vangnet.web.ingangen import Deur, toon_met_tabs

_TABS = (
    Deur(_("Overzicht"), "beheer:overzicht", Recht.BEHEREN),
    Deur(_("Gebruikers"), "beheer:gebruikers", Recht.BEHEREN),
    Deur(_("Organisaties"), "beheer:organisaties", Recht.BEHEREN),
    Deur(_("Instellingen"), "beheer:instellingen", Recht.BEHEREN),
    Deur(_("Codelijsten"), "beheer:codelijsten", Recht.BEHEREN),
    Deur(_("Criteria"), "beheer:criteria", Recht.BEHEREN),
    Deur(_("Sjablonen"), "beheer:sjablonen", Recht.BEHEREN),
    Deur(_("Gezondheid"), "beheer:gezondheid", Recht.BEHEREN),
    Deur(_("Bevestigen"), "beheer:bevestigen", Recht.ROLLEN_BEVESTIGEN),
    Deur(_("Rollen nalopen"), "beheer:ronde", Recht.RECHTEN_NALOPEN),
    Deur(_("Rondes"), "beheer:rondes", Recht.RONDES_INZIEN),
)
# A page of this room, with its tabs.
toon = partial(toon_met_tabs, _TABS)


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
