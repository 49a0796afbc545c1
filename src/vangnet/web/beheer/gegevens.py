# SPDX-License-Identifier: EUPL-1.2
"""Name, address and ways in of an account; never of the own one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vangnet.gebruikers.beheer import account_wijzigen, via_oidc_zetten
from vangnet.gebruikers.models import Gebruiker
from vangnet.gebruikers.overzicht import account
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.toegang.regels import Recht
from vangnet.web.beheer.forms import GegevensForm, OidcForm
from vangnet.web.beheer.kader import leg_weigering_vast, toon
from vangnet.web.bevestiging import vraagt_bevestiging
from vangnet.web.formulieren import Formulier
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht


@recht(Recht.BEHEREN)
@vraagt_bevestiging
@bewaart(GegevensForm)
@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, gebruiker_id: UUID) -> HttpResponseBase:
    """Another name or address; with another address the account logs in anew, and roles wait."""
    gevonden = _van_een_ander(request, gebruiker_id)
    if gevonden is None:
        return _geweigerd(request, gebruiker_id)
    nu = {"naam": gevonden.naam, "email": gevonden.email}
    form = GegevensForm(request.POST or None, initial=getypt(request, nu))
    if form.is_bound and form.is_valid():
        try:
            velden = account_wijzigen(gebruiker_id, **form.cleaned_data)
        except NietToegestaan:
            return _geweigerd(request, gebruiker_id)
        except VangnetFout as fout:
            form.add_error("email", str(fout))
        else:
            _zeg_wat_er_is_gebeurd(request, velden, was=gevonden.email)
            return redirect("beheer:gebruiker", gebruiker_id)
    intro = _(
        "Met een ander e-mailadres wordt deze persoon overal uitgelogd. Rollen die dossiers lezen, "
        "wachten dan op een manager. De tweede stap en het wachtwoord blijven."
    )
    return _pagina(request, form, gevonden, titel=_("Naam of e-mailadres"), intro=intro)


@recht(Recht.BEHEREN)
@vraagt_bevestiging
@require_http_methods(["GET", "POST"])
def via_oidc(request: HttpRequest, gebruiker_id: UUID) -> HttpResponseBase:
    """Whether somebody may log in with the provider of a municipality."""
    gevonden = _van_een_ander(request, gebruiker_id)
    if gevonden is None:
        return _geweigerd(request, gebruiker_id)
    begin = {"via": "ja" if gevonden.via_oidc else "nee"}
    form = OidcForm(request.POST or None, initial=begin)
    if form.is_bound and form.is_valid():
        try:
            via_oidc_zetten(gebruiker_id, aan=form.cleaned_data["via"] == "ja")
        except NietToegestaan:
            return _geweigerd(request, gebruiker_id)
        messages.success(request, _("Vastgelegd hoe deze persoon mag inloggen."))
        return redirect("beheer:gebruiker", gebruiker_id)
    intro = _(
        "De gemeente moet hetzelfde e-mailadres kennen: %(email)s. Na de eerste keer wachten "
        "rollen die dossiers lezen op een manager: die vraagt de persoon zelf of het is gelukt."
    ) % {"email": gevonden.email}
    return _pagina(request, form, gevonden, titel=_("Manier van inloggen"), intro=intro)


def _zeg_wat_er_is_gebeurd(request: HttpRequest, velden: list[str], *, was: str) -> None:
    if "email" in velden:
        messages.warning(
            request,
            _(
                "Het e-mailadres is gewijzigd. Vangnet stuurt daarover geen mail: laat het deze "
                "persoon weten, ook op het oude adres %(adres)s. Bij Mijn account staat het ook."
            )
            % {"adres": was},
        )
    elif velden:
        messages.success(request, _("De naam is gewijzigd."))
    else:
        messages.info(request, _("Er is niets veranderd."))


def _van_een_ander(request: HttpRequest, gebruiker_id: UUID) -> Gebruiker | None:
    """The running account, unless it is the own one."""
    gevonden = account(gebruiker_id) if request.user.pk != gebruiker_id else None
    return gevonden if gevonden and gevonden.is_active else None


def _pagina(
    request: HttpRequest, form: Formulier, gevonden: Gebruiker, *, titel: str, intro: str
) -> HttpResponseBase:
    context = {
        "formulier": form,
        "titel": titel,
        "voor": gevonden.naam,
        "intro": intro,
        "knop": _("Wijziging opslaan"),
        "terug": reverse("beheer:gebruiker", args=[gevonden.pk]),
    }
    return toon(
        request,
        "beheer/formulier.html",
        context,
        hier="beheer:gebruikers",
        status=422 if form.is_bound else 200,
    )


def _geweigerd(request: HttpRequest, gebruiker_id: UUID) -> HttpResponseBase:
    leg_weigering_vast("gebruiker.geweigerd", "gebruiker", gebruiker_id)
    return niet_gevonden(request)
