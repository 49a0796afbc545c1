# SPDX-License-Identifier: EUPL-1.2
"""Mijn account: own factors, own sessions, own password."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vangnet.gebruikers.aanmelden import wachtwoord_klopt
from vangnet.gebruikers.factoren import (
    ECHTE,
    factor_hernoemen,
    factor_verwijderen,
    factoren_van,
    herstelcodes_maken,
    herstelcodes_over,
)
from vangnet.gebruikers.models import Gebruiker, Sessie, TweedeFactor
from vangnet.gebruikers.overzicht import gedaan_met_mij
from vangnet.gebruikers.remmen import CODE
from vangnet.gebruikers.services import wachtwoord_zetten
from vangnet.gebruikers.sessies import (
    DEMO,
    andere_beeindigen,
    lopende_sessie,
    lopende_sessies,
    sessie_beeindigen,
)
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import VangnetFout
from vangnet.toegang.regels import Recht
from vangnet.toezicht.woorden import woord
from vangnet.web.bevestiging import vraagt_bevestiging
from vangnet.web.fouten import foutpagina, niet_gevonden
from vangnet.web.gebruikers.forms import NaamForm, WachtwoordForm
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.herkomst import adres_van
from vangnet.web.recht import recht
from vangnet.web.sessie import houd_sessie, sessie_van


@recht(Recht.INGELOGD)
@require_GET
def account(request: HttpRequest) -> HttpResponseBase:
    """Own factors and own sessions."""
    gebruiker, deze = _wie(request)
    context = {
        "factoren": factoren_van(gebruiker.pk),
        "herstelcodes": herstelcodes_over(gebruiker.pk),
        "sessies": lopende_sessies(gebruiker),
        "deze": deze.pk,
        "is_demo": deze.factor == DEMO,
        "gedaan": [(een, woord(een.handeling)) for een in gedaan_met_mij()],
        "kruimels": [],
    }
    return render(request, "gebruikers/account.html", context)


@recht(Recht.INGELOGD)
@vraagt_bevestiging
@require_GET
def passkey(request: HttpRequest) -> HttpResponseBase:
    """One more passkey; a script of the page does the rest."""
    return render(request, "gebruikers/passkey.html", {"formulier": NaamForm()})


@recht(Recht.INGELOGD)
@vraagt_bevestiging
@require_http_methods(["GET", "POST"])
def herstelcodes(request: HttpRequest) -> HttpResponseBase:
    """Make recovery codes, and show them this once."""
    gebruiker, _deze = _wie(request)
    codes = herstelcodes_maken(gebruiker) if request.method == "POST" else []
    context = {"codes": codes, "over": herstelcodes_over(gebruiker.pk)}
    return render(request, "gebruikers/herstelcodes.html", context)


@recht(Recht.INGELOGD)
@vraagt_bevestiging
@sensitive_post_parameters("huidig", "nieuw")
@require_http_methods(["GET", "POST"])
def wachtwoord(request: HttpRequest) -> HttpResponseBase:
    """Another password; all other sessions end."""
    gebruiker, _deze = _wie(request)
    form = WachtwoordForm(request.POST or None, gebruiker=gebruiker)
    if request.method == "POST":
        wie = (adres_van(request), f"wachtwoord {gebruiker.pk}")
        if CODE.is_te_vaak(*wie):
            return foutpagina(429)
        if form.is_valid():
            if wachtwoord_klopt(gebruiker.pk, form.cleaned_data["huidig"]):
                CODE.was_goed(*wie)
                wachtwoord_zetten(gebruiker, form.cleaned_data["nieuw"])
                houd_sessie(request, gebruiker)
                messages.success(request, _("Je wachtwoord is veranderd."))
                return redirect("account")
            form.add_error("huidig", _("Dit is niet je huidige wachtwoord."))
    status = 422 if form.is_bound else 200
    return render(request, "gebruikers/wachtwoord.html", {"formulier": form}, status=status)


@recht(Recht.INGELOGD)
@vraagt_bevestiging
@bewaart(NaamForm)
@require_http_methods(["GET", "POST"])
def factor(request: HttpRequest, factor: UUID) -> HttpResponseBase:
    """Another name for a factor."""
    gevonden = _factor(request, factor)
    if gevonden is None:
        return niet_gevonden(request)
    form = NaamForm(request.POST or None, initial=getypt(request, {"naam": gevonden.naam}))
    if form.is_valid():
        factor_hernoemen(gevonden, form.cleaned_data["naam"])
        return redirect("account")
    context = {"formulier": form, "factor": gevonden}
    status = 422 if form.is_bound else 200
    return render(request, "gebruikers/factor.html", context, status=status)


@recht(Recht.INGELOGD)
@vraagt_bevestiging
@require_POST
def factor_weg(request: HttpRequest, factor: UUID) -> HttpResponseBase:
    """Remove a factor; never the last one."""
    gebruiker, _deze = _wie(request)
    gevonden = _factor(request, factor)
    if gevonden is None:
        return niet_gevonden(request)
    try:
        factor_verwijderen(gevonden)
    except VangnetFout as fout:
        messages.error(request, str(fout))
    else:
        houd_sessie(request, gebruiker)
        messages.success(request, _("Hij is weg. Je kunt er niet meer mee inloggen."))
    return redirect("account")


@recht(Recht.INGELOGD)
@require_POST
def sessie(request: HttpRequest, sessie: UUID) -> HttpResponseBase:
    """End one other session."""
    gebruiker, _deze = _wie(request)
    gevonden = lopende_sessie(sessie, gebruiker)
    if gevonden is None:
        return niet_gevonden(request)
    sessie_beeindigen(gevonden)
    return _beeindigd(request, gebruiker, 1)


@recht(Recht.INGELOGD)
@require_POST
def andere_sessies(request: HttpRequest) -> HttpResponseBase:
    """End all other sessions."""
    gebruiker, deze = _wie(request)
    return _beeindigd(request, gebruiker, andere_beeindigen(gebruiker, behalve=deze))


def _beeindigd(request: HttpRequest, gebruiker: Gebruiker, aantal: int) -> HttpResponse:
    leg_vast(
        Act(
            handeling="sessie.beeindigd",
            object_soort="gebruiker",
            object=gebruiker.pk,
            aantallen={"sessies": aantal},
        )
    )
    messages.success(request, _("Daar ben je uitgelogd."))
    return redirect("account")


def _factor(request: HttpRequest, factor: UUID) -> TweedeFactor | None:
    gebruiker, _deze = _wie(request)
    eigen = TweedeFactor.objects.filter(gebruiker=gebruiker, soort__in=ECHTE)
    return eigen.filter(pk=factor).first()


def _wie(request: HttpRequest) -> tuple[Gebruiker, Sessie]:
    deze = sessie_van(request)
    assert isinstance(request.user, Gebruiker)  # noqa: S101 - Recht.INGELOGD has seen to that
    assert deze is not None  # noqa: S101 - the same
    return request.user, deze
