# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from vangnet.gebruikers.beheer import rol_bevestigen
from vangnet.gebruikers.overzicht import lopende_rollen, te_bevestigen
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.regels import Recht
from vangnet.toegang.vrager import huidige_vrager
from vangnet.web.beheer.kader import leg_weigering_vast, toon
from vangnet.web.beheer.woorden import rolrij
from vangnet.web.bevestiging import vraagt_bevestiging
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht


@recht(Recht.ROLLEN_BEVESTIGEN)
@require_safe
def bevestigen(request: HttpRequest) -> HttpResponse:
    """The roles that wait for a second person, with what this one has to make sure of."""
    vrager = huidige_vrager()
    wachtend = te_bevestigen(
        lopende_rollen(vandaag()), door=vrager.gebruiker if vrager else UUID(int=0)
    )
    context = {
        "rijen": [(rolrij(een.regel), een) for een in wachtend],
    }
    return toon(request, "beheer/bevestigen.html", context, hier="beheer:bevestigen")


@recht(Recht.ROLLEN_BEVESTIGEN)
@vraagt_bevestiging
@require_POST
def oordeel(request: HttpRequest, rol_id: UUID) -> HttpResponseBase:
    """Yes or no to one role."""
    gekozen = request.POST.get("oordeel", "")
    if gekozen not in {"ja", "nee"}:
        return niet_gevonden(request)
    try:
        rol_bevestigen(rol_id, akkoord=gekozen == "ja")
    except NietToegestaan:
        leg_weigering_vast("rol.geweigerd", "accountrol", rol_id)
        return niet_gevonden(request)
    messages.success(
        request,
        _("De rol is bevestigd.") if gekozen == "ja" else _("De rol is afgewezen en geldt niet."),
    )
    return redirect("beheer:bevestigen")
