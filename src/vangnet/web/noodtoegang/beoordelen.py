# SPDX-License-Identifier: EUPL-1.2
"""The review queue: the looks of others that wait for a verdict (toegang.md section 5)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from vangnet.gebruikers.models import Gebruiker
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import nu
from vangnet.toegang.inzagen import (
    gedaan_bij,
    inzage_beoordelen,
    kenmerken_van_inzagen,
    te_beoordelen,
)
from vangnet.toegang.kijker import kijker
from vangnet.toegang.models import Inzage
from vangnet.toegang.regels import Oordeel, Recht
from vangnet.uitwisseling.dossieropdrachten import vragen_om_besluit
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.noodtoegang.forms import OordeelForm
from vangnet.web.noodtoegang.kader import leg_weigering_vast, toon
from vangnet.web.noodtoegang.woorden import gedaan_in_woorden, inzagerij
from vangnet.web.recht import recht


@recht(Recht.INZAGEN_BEOORDELEN)
@require_safe
def wachtrij(request: HttpRequest) -> HttpResponse:
    """Looks that wait for a verdict, most urgent first."""
    moment, kenmerken, inzagen = nu(), kenmerken_van_inzagen(), te_beoordelen()
    namen = _namen(inzagen)
    leg_vast(
        Act(
            handeling="inzagen.ingezien",
            object_soort="lijst",
            onderwerpen=[("casus", een) for een in dict.fromkeys(rij.casus for rij in inzagen)],
        )
    )
    rijen = [(inzagerij(een, moment, kenmerken), namen[een.gebruiker]) for een in inzagen]
    # Here the FG begins, so here stands what else waits for them.
    wacht = vragen_om_besluit(kijker(Recht.INZAGEN_BEOORDELEN), moment=moment).count()
    context = {"rijen": rijen, "dossiervragen": wacht}
    return toon(request, "noodtoegang/wachtrij.html", context, hier="noodtoegang:wachtrij")


@recht(Recht.INZAGEN_BEOORDELEN)
@bewaart(OordeelForm, concept=_("Oordeel over een inzage"))
@require_http_methods(["GET", "POST"])
def beoordelen(request: HttpRequest, inzage_id: UUID) -> HttpResponseBase:
    """One look: who, why, what was done under it, and the verdict."""
    inzage = next((een for een in te_beoordelen() if een.pk == inzage_id), None)
    if inzage is None:
        return _geweigerd(request, inzage_id)
    form = OordeelForm(request.POST or None, initial=getypt(request))
    if request.method == "GET" or not form.is_valid():
        return _toon(request, form, inzage)
    oordeel, bevinding = Oordeel(form.cleaned_data["oordeel"]), form.cleaned_data["bevinding"]
    try:
        inzage_beoordelen(inzage_id, oordeel=oordeel, bevinding=bevinding)
    except NietToegestaan:
        return _geweigerd(request, inzage_id)
    messages.success(request, _("Je oordeel is vastgelegd."))
    return redirect("noodtoegang:wachtrij")


def _toon(request: HttpRequest, form: OordeelForm, inzage: Inzage) -> HttpResponse:
    leg_vast(
        Act(
            handeling="inzage.ingezien",
            object_soort="inzage",
            object=inzage.pk,
            casus=inzage.casus,
            onderwerpen=[("casus", inzage.casus)],
        )
    )
    context = {
        "formulier": form,
        "rij": inzagerij(inzage, nu(), kenmerken_van_inzagen()),
        "naam": _namen([inzage])[inzage.gebruiker],
        "gedaan": [gedaan_in_woorden(een) for een in gedaan_bij(inzage.pk)],
    }
    status = 422 if form.is_bound else 200
    return toon(
        request, "noodtoegang/beoordelen.html", context, hier="noodtoegang:wachtrij", status=status
    )


def _geweigerd(request: HttpRequest, inzage_id: UUID) -> HttpResponse:
    leg_weigering_vast(inzage_id, regel=Recht.INZAGEN_BEOORDELEN)
    return niet_gevonden(request)


def _namen(inzagen: list[Inzage]) -> dict[UUID, str]:
    mensen = Gebruiker.objects.filter(pk__in={een.gebruiker for een in inzagen})
    return {mens.pk: mens.naam for mens in mensen}
