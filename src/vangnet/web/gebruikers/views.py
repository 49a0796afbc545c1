# SPDX-License-Identifier: EUPL-1.2
from ipaddress import ip_address
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.gebruikers.models import Gebruiker
from vangnet.gebruikers.selectors import demopersonen
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.regels import Recht
from vangnet.toegang.vrager import Vrager, word
from vangnet.web.fouten import foutpagina, niet_gevonden
from vangnet.web.gebruikers.forms import InlogForm
from vangnet.web.gebruikers.rem import is_te_snel, tel_mislukking
from vangnet.web.recht import recht

_KOPPEN_VAN_EEN_PROXY = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")
_LOKALE_NAMEN = frozenset({"localhost", "127.0.0.1", "[::1]"})
_ACHTERKANT = "django.contrib.auth.backends.ModelBackend"


@recht(Recht.OPENBAAR)
@sensitive_post_parameters("wachtwoord")
@require_http_methods(["GET", "POST"])
def inloggen(request: HttpRequest) -> HttpResponseBase:
    """Log in with e-mail address and password; in a demo also by one click."""
    if request.method == "POST" and is_te_snel(request):
        return foutpagina(429)
    form = InlogForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid() and form.gebruiker:
        return _log_in(request, form.gebruiker)
    if form.is_bound:
        tel_mislukking(request)
        leg_vast(Act(handeling="inloggen.geweigerd", object_soort="gebruiker", toegestaan=False))
    personen = demopersonen() if _is_lokaal(request) else []
    context = {"formulier": form, "personen": personen, "verder": request.GET.get("next", "")}
    status = 422 if form.is_bound else 200
    return render(request, "gebruikers/inloggen.html", context, status=status)


@recht(Recht.OPENBAAR)
@require_POST
def inloggen_als_demo(request: HttpRequest) -> HttpResponseBase:
    """Log in as a made-up person: only in a demo database and only from this machine."""
    gekozen = request.POST.get("gebruiker", "")
    personen = demopersonen() if _is_lokaal(request) else []
    for persoon in personen:
        if str(persoon.pk) == gekozen:
            return _log_in(request, persoon)
    return niet_gevonden(request)


@recht(Recht.INGELOGD)
@require_POST
def uitloggen(request: HttpRequest) -> HttpResponse:
    """End the session."""
    leg_vast(Act(handeling="gebruiker.uitgelogd", object_soort="gebruiker", object=_id(request)))
    logout(request)
    word(None)
    return redirect(settings.LOGIN_URL)


def _log_in(request: HttpRequest, gebruiker: Gebruiker) -> HttpResponse:
    login(request, gebruiker, backend=_ACHTERKANT)
    word(Vrager(gebruiker.pk))
    leg_vast(Act(handeling="gebruiker.ingelogd", object_soort="gebruiker", object=gebruiker.pk))
    verder = request.POST.get("verder", "")
    veilig = url_has_allowed_host_and_scheme(verder, allowed_hosts=None)
    return redirect(verder if veilig else settings.LOGIN_REDIRECT_URL)


def _is_lokaal(request: HttpRequest) -> bool:
    """Whether the visitor sits at this machine; behind a proxy nobody does."""
    if settings.ACHTER_TLS or any(kop in request.META for kop in _KOPPEN_VAN_EEN_PROXY):
        return False
    if request.get_host().rsplit(":", 1)[0] not in _LOKALE_NAMEN:
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _id(request: HttpRequest) -> UUID | None:
    return request.user.pk if isinstance(request.user, Gebruiker) else None
