# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import nu
from vangnet.toegang.inzagen import (
    Geopend,
    Uitkomst,
    eigen_inzagen,
    inzage_beeindigen,
    inzage_openen,
    kenmerken_van_inzagen,
)
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Inzagereden, Recht
from vangnet.web.bevestiging import vraagt_bevestiging
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, eigen_tekst, getypt, zonder_formulier
from vangnet.web.noodtoegang.forms import NOODREDENEN, OpenForm
from vangnet.web.noodtoegang.kader import leg_weigering_vast, toon
from vangnet.web.noodtoegang.woorden import inzagerij
from vangnet.web.recht import recht

_GETOOND = 20
_ZINNEN = {
    Uitkomst.NIET_GEVONDEN: _(
        "Met dit kenmerk kun je geen zaak openen. Kijk of het klopt. Zie je de zaak al, of is zij "
        "gesloten, dan opent noodtoegang haar niet."
    ),
    Uitkomst.WACHT_OP_OORDEEL: _(
        "Je vorige noodtoegang is nog niet beoordeeld. Tot die tijd kun je geen nieuwe openen. "
        "Vraag de privacy officer om haar te beoordelen."
    ),
}


@recht(Recht.INZAGE_OPENEN)
@vraagt_bevestiging
@bewaart(OpenForm, concept=_("Noodtoegang"))
@require_http_methods(["GET", "POST"])
def openen(request: HttpRequest) -> HttpResponseBase:
    """Ask for a look at one casus, and confirm it; below it one's own looks of before."""
    wie = kijker(Recht.INZAGE_OPENEN)
    form = OpenForm(request.POST or None, rollen=wie.rollen, initial=getypt(request))
    if request.method == "POST" and form.is_valid():
        if "zeker" not in request.POST:
            eigen_tekst(request)
            zonder_formulier(request)
            return _vraag_zeker(request, form)
        geopend = _open(form)
        if geopend.casus:
            messages.success(request, _("De zaak is een uur voor je open."))
            return redirect("zaken:casus", geopend.casus)
        form.add_error(None, str(_ZINNEN[geopend.uitkomst]))
    return _toon(request, form, wie)


def _vraag_zeker(request: HttpRequest, form: OpenForm) -> HttpResponse:
    """The second click, before anything is looked up; a draft has what was sent."""
    gekozen = Inzagereden(form.cleaned_data["reden"])
    context = {
        "formulier": form,
        "reden": dict(form.redenen)[str(gekozen)],
        "nood": gekozen in NOODREDENEN,
    }
    return toon(request, "noodtoegang/zeker.html", context, hier="noodtoegang:openen")


def _toon(request: HttpRequest, form: OpenForm, wie: Kijker) -> HttpResponse:
    moment, kenmerken = nu(), kenmerken_van_inzagen()
    eigen = eigen_inzagen(wie.gebruiker)[:_GETOOND]
    context = {
        "formulier": form,
        "rijen": [inzagerij(een, moment, kenmerken) for een in eigen],
    }
    status = 422 if form.is_bound else 200
    return toon(
        request, "noodtoegang/openen.html", context, hier="noodtoegang:openen", status=status
    )


def _open(form: OpenForm) -> Geopend:
    gegeven = form.cleaned_data
    geopend = inzage_openen(
        gegeven["kenmerk"],
        reden=Inzagereden(gegeven["reden"]),
        toelichting=gegeven["toelichting"],
    )
    if geopend.casus is None:
        leg_weigering_vast(None, regel=geopend.uitkomst)
    return geopend


@recht(Recht.INZAGE_OPENEN)
@require_POST
def beeindigen(request: HttpRequest, inzage_id: UUID) -> HttpResponseBase:
    """End one's own look before the hour is over."""
    try:
        inzage_beeindigen(inzage_id)
    except NietToegestaan:
        leg_weigering_vast(inzage_id, regel=Recht.INZAGE_OPENEN)
        return niet_gevonden(request)
    messages.success(request, _("De inzage is beëindigd."))
    return redirect("noodtoegang:openen")
