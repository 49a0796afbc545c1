# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from vangnet.gebruikers.beheer import rol_beeindigen, rol_geven
from vangnet.gebruikers.overzicht import account, rol_met_woorden
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.regels import INHOUDSROLLEN, Recht, Rolstand
from vangnet.web.beheer.forms import EindeForm, RolForm
from vangnet.web.beheer.kader import leg_weigering_vast, probeer, toon
from vangnet.web.beheer.woorden import rolrij
from vangnet.web.bevestiging import vraagt_bevestiging
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht

_HIER = "beheer:gebruikers"
_WACHT = _("De rol is gegeven. Hij werkt nadat een manager hem heeft bevestigd.")
_WERKT = _("De rol is gegeven en werkt vanaf zijn eerste dag.")


@recht(Recht.BEHEREN)
@vraagt_bevestiging
@bewaart(RolForm)
@require_http_methods(["GET", "POST"])
def geven(request: HttpRequest, gebruiker_id: UUID) -> HttpResponseBase:
    """Give somebody else a role."""
    gevonden = account(gebruiker_id)
    if gevonden is None:
        return _geweigerd(request, gebruiker_id)
    if gebruiker_id == request.user.pk:
        return _niet_jezelf(request, gebruiker_id)
    van = gevonden.organisatie.naam if gevonden.organisatie else ""
    form = RolForm(request.POST or None, account_van=van, initial=getypt(request))
    wacht = request.POST.get("rol", "") in INHOUDSROLLEN
    try:
        klaar = form.is_bound and probeer(
            request,
            form,
            lambda: rol_geven(gebruiker_id, form.nieuwe_rol()),
            gelukt=_WACHT if wacht else _WERKT,
        )
    except NietToegestaan:
        return _geweigerd(request, gebruiker_id)
    if klaar:
        return redirect("beheer:gebruiker", gebruiker_id)
    context = {
        "formulier": form,
        "titel": _("Rol geven"),
        "voor": gevonden.naam,
        "intro": _("Een rol die dossiers leest, werkt pas als een manager hem heeft bevestigd."),
        "knop": _("Rol geven"),
        "terug": reverse("beheer:gebruiker", args=[gebruiker_id]),
    }
    return toon(
        request, "beheer/formulier.html", context, hier=_HIER, status=422 if form.is_bound else 200
    )


def _niet_jezelf(request: HttpRequest, gebruiker_id: UUID) -> HttpResponseBase:
    """Say so before somebody fills in a form for nothing; who sends one anyway leaves a row."""
    if request.method == "POST":
        leg_weigering_vast("rol.geweigerd", "accountrol", gebruiker_id)
    context = {
        "titel": _("Rol geven"),
        "intro": _("Je kunt jezelf geen rol geven. Vraag het een andere beheerder."),
        "fout": request.method == "POST",
        "terug": reverse("beheer:gebruiker", args=[gebruiker_id]),
    }
    status = 422 if request.method == "POST" else 200
    return toon(request, "beheer/formulier.html", context, hier=_HIER, status=status)


@recht(Recht.BEHEREN)
@vraagt_bevestiging
@bewaart(EindeForm)
@require_http_methods(["GET", "POST"])
def beeindigen(request: HttpRequest, rol_id: UUID) -> HttpResponseBase:
    """End a role now or after a last day; a day can only come nearer."""
    regel = rol_met_woorden(rol_id, vandaag())
    if regel is None or regel.stand is Rolstand.VOORBIJ:
        return _geweigerd(request, rol_id)
    form = EindeForm(request.POST or None, initial=getypt(request))
    try:
        klaar = form.is_bound and probeer(
            request,
            form,
            lambda: rol_beeindigen(rol_id, tot=form.cleaned_data["tot"]),
            gelukt=_("Het einde van de rol is vastgelegd."),
        )
    except NietToegestaan:
        return _geweigerd(request, rol_id)
    terug = reverse("beheer:gebruiker", args=[regel.rol.gebruiker])
    if klaar:
        return redirect(terug)
    context = {
        "formulier": form,
        "titel": _("Rol beëindigen"),
        "voor": f"{regel.naam}: {rolrij(regel).rol}",
        "knop": _("Rol beëindigen"),
        "gevaar": True,
        "terug": terug,
    }
    return toon(
        request, "beheer/formulier.html", context, hier=_HIER, status=422 if form.is_bound else 200
    )


def _geweigerd(request: HttpRequest, gevraagd: UUID) -> HttpResponseBase:
    leg_weigering_vast("rol.geweigerd", "accountrol", gevraagd)
    return niet_gevonden(request)
