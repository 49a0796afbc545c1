# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vangnet.gebruikers.beheer import account_maken, account_zetten, activering_geven
from vangnet.gebruikers.overzicht import (
    account,
    accountpagina,
    open_activering,
    rollen_van_gebruiker,
)
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.regels import Recht
from vangnet.toegang.vrager import huidige_vrager
from vangnet.web.beheer.forms import AccountForm, ZoekForm
from vangnet.web.beheer.kader import leg_weigering_vast, probeer, toon
from vangnet.web.beheer.woorden import ROLNAMEN, rolrij
from vangnet.web.bevestiging import vraagt_bevestiging
from vangnet.web.formulieren import Formulier
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht

_HIER = "beheer:gebruikers"


@recht(Recht.BEHEREN)
@require_http_methods(["GET", "POST"])
def gebruikers(request: HttpRequest) -> HttpResponse:
    """The accounts by name; a search comes by POST and is one page."""
    form = ZoekForm(request.POST or None)
    actief = request.GET.get("stand") != "voorbij"
    zoek = form.cleaned_data["zoek"] if form.is_bound and form.is_valid() else ""
    pagina = accountpagina(vandaag(), actief=actief, na=_id(request.GET.get("na", "")), zoek=zoek)
    leg_vast(Act(handeling="gebruikers.ingezien", object_soort="lijst"))
    vast = "" if actief else "stand=voorbij&"
    context = {
        "formulier": form,
        "rijen": [(een, [ROLNAMEN[rol] for rol in een.rollen]) for een in pagina.regels],
        "actief": actief,
        "gezocht": bool(zoek),
        "volgende": f"?{vast}na={pagina.volgende}" if pagina.volgende and not zoek else "",
        "eerste": f"?{vast}" if request.GET.get("na") else "",
        "te_veel": bool(pagina.volgende and zoek),
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return toon(request, "beheer/gebruikers.html", context, hier=_HIER, status=status)


def _id(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None


@recht(Recht.BEHEREN)
@bewaart(AccountForm)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponseBase:
    """Make an account; its role and its code come after."""
    form = AccountForm(request.POST or None, initial=getypt(request))
    gemaakt: list[UUID] = []
    klaar = form.is_bound and probeer(
        request,
        form,
        lambda: gemaakt.append(account_maken(**form.velden())),
        gelukt=_("Het account is gemaakt. Geef het nu een rol en een code om te activeren."),
    )
    if klaar:
        return redirect("beheer:gebruiker", gemaakt[0])
    context = {
        "formulier": form,
        "titel": _("Nieuw account"),
        "knop": _("Account maken"),
        "terug": reverse("beheer:gebruikers"),
    }
    return toon(
        request, "beheer/formulier.html", context, hier=_HIER, status=422 if form.is_bound else 200
    )


@recht(Recht.BEHEREN)
@require_safe
def gebruiker(request: HttpRequest, gebruiker_id: UUID) -> HttpResponse:
    """One account: its roles now and before, and what can be done with it."""
    gevonden = account(gebruiker_id)
    if gevonden is None:
        leg_weigering_vast("gebruiker.geweigerd", "gebruiker", gebruiker_id)
        return niet_gevonden(request)
    leg_vast(Act(handeling="gebruiker.ingezien", object_soort="gebruiker", object=gevonden.pk))
    vrager = huidige_vrager()
    rijen = [rolrij(een) for een in rollen_van_gebruiker(gevonden.pk, vandaag())]
    context = {
        "account": gevonden,
        "rijen": [rij for rij in rijen if rij.loopt],
        "eerdere": [rij for rij in rijen if not rij.loopt],
        "met_gemeente": settings.OIDC.is_aan or gevonden.via_oidc,
        "open_code": open_activering(gevonden.pk),
        "is_zelf": vrager is not None and vrager.gebruiker == gevonden.pk,
    }
    return toon(request, "beheer/gebruiker.html", context, hier=_HIER)


@recht(Recht.BEHEREN)
@vraagt_bevestiging
@require_POST
def activering(request: HttpRequest, gebruiker_id: UUID) -> HttpResponse:
    """A new code, shown this once and nowhere readable after."""
    gevonden = account(gebruiker_id)
    try:
        code, verloopt = activering_geven(gebruiker_id)
    except NietToegestaan:
        leg_weigering_vast("activering.geweigerd", "gebruiker", gebruiker_id)
        return niet_gevonden(request)
    context = {
        "account": gevonden,
        "code": code,
        "verloopt": verloopt,
        "adres": request.build_absolute_uri(reverse("beheer:activeren")),
    }
    return toon(request, "beheer/code.html", context, hier=_HIER)


@recht(Recht.BEHEREN)
@vraagt_bevestiging
@require_http_methods(["GET", "POST"])
def beeindigen(request: HttpRequest, gebruiker_id: UUID) -> HttpResponseBase:
    """End the account and its roles, at once; first ask whether that is what was meant."""
    gevonden = account(gebruiker_id)
    if request.method == "POST" or gevonden is None:
        return _zet(request, gebruiker_id, actief=False)
    context = {
        "formulier": Formulier(),
        "titel": _("Account beëindigen"),
        "voor": gevonden.naam,
        "intro": _(
            "Deze persoon kan meteen niet meer inloggen, en al zijn rollen eindigen. "
            "Heropen je het account later, dan komen de rollen niet terug."
        ),
        "knop": _("Account en rollen beëindigen"),
        "gevaar": True,
        "terug": reverse("beheer:gebruiker", args=[gebruiker_id]),
    }
    return toon(request, "beheer/formulier.html", context, hier=_HIER)


@recht(Recht.BEHEREN)
@vraagt_bevestiging
@require_POST
def heropenen(request: HttpRequest, gebruiker_id: UUID) -> HttpResponseBase:
    """Let an account go on that had ended; its roles do not come back."""
    return _zet(request, gebruiker_id, actief=True)


def _zet(request: HttpRequest, gebruiker_id: UUID, *, actief: bool) -> HttpResponseBase:
    try:
        account_zetten(gebruiker_id, actief=actief)
    except NietToegestaan:
        leg_weigering_vast("gebruiker.geweigerd", "gebruiker", gebruiker_id)
        return niet_gevonden(request)
    messages.success(
        request,
        _("Het account loopt weer. Het heeft nog geen rol.")
        if actief
        else _("Het account is beëindigd, met al zijn rollen."),
    )
    return redirect("beheer:gebruiker", gebruiker_id)
