# SPDX-License-Identifier: EUPL-1.2
"""Passkeys over fetch: a POST with an empty body asks what to do, one with the answer checks it.

What was asked is kept in the session and used once, whatever comes of it.
"""

import json
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vangnet.gebruikers.factoren import factoren_van
from vangnet.gebruikers.models import FactorSoort, Gebruiker
from vangnet.gebruikers.passkeys import (
    account_in,
    passkey_klopt,
    registratie_afronden,
    registratie_beginnen,
    vraag_beginnen,
)
from vangnet.gebruikers.remmen import PASSKEY
from vangnet.inrichting.selectors import het_huis
from vangnet.journaal.services import leg_vast, weigering
from vangnet.kern.fouten import VangnetFout
from vangnet.toegang.regels import Recht, VragerSoort
from vangnet.toegang.vrager import Vrager, word
from vangnet.web.bevestiging import bevestigd_onlangs
from vangnet.web.fouten import niet_gevonden
from vangnet.web.gebruikers.bevestigen import leg_bevestiging_vast
from vangnet.web.gebruikers.instellen import eerste_keer_naar_binnen
from vangnet.web.herkomst import adres_van
from vangnet.web.recht import recht
from vangnet.web.sessie import halverwege, houd_sessie, log_in, veilig_verder

_STAND = "passkey"


@recht(Recht.OPENBAAR)
@require_POST
def inloggen(request: HttpRequest) -> HttpResponseBase:
    """In with a passkey alone, or as the second step."""
    half = halverwege(request)
    antwoord = _antwoord(request)
    if antwoord is None:
        return _vraag(request, half)
    if PASSKEY.is_te_vaak(adres_van(request)):
        return _nee(429)
    gebruiker = half or _gebruiker_in(antwoord)
    if gebruiker is None or not _toont(request, gebruiker, antwoord):
        return _weiger(gebruiker)
    PASSKEY.was_goed(adres_van(request))
    verder = log_in(request, gebruiker, factor=FactorSoort.PASSKEY) or str(
        antwoord.get("verder", "")
    )
    return JsonResponse({"verder": veilig_verder(verder, resolve_url(settings.LOGIN_REDIRECT_URL))})


@recht(Recht.INGELOGD)
@require_POST
def bevestigen(request: HttpRequest) -> HttpResponseBase:
    """The second factor again, with a passkey."""
    gebruiker = _binnen(request)
    antwoord = _antwoord(request)
    if antwoord is None:
        return _vraag(request, gebruiker)
    if PASSKEY.is_te_vaak(adres_van(request)):
        return _nee(429)
    gelukt = _toont(request, gebruiker, antwoord)
    leg_bevestiging_vast(request, gebruiker, FactorSoort.PASSKEY, gelukt=gelukt)
    if not gelukt:
        return _nee(422)
    PASSKEY.was_goed(adres_van(request))
    verder = veilig_verder(str(antwoord.get("verder", "")), resolve_url("begin"))
    return JsonResponse({"verder": verder})


@recht(Recht.HALVERWEGE)
@require_POST
def eerste(request: HttpRequest) -> HttpResponseBase:
    """Make a passkey at the first log-in."""
    gebruiker = halverwege(request)
    assert gebruiker is not None  # noqa: S101 - Recht.HALVERWEGE has seen to that
    if factoren_van(gebruiker.pk):
        return niet_gevonden(request)
    gemaakt = _maak(request, gebruiker)
    if gemaakt is not None:
        return gemaakt
    eerste_keer_naar_binnen(request, gebruiker, FactorSoort.PASSKEY)
    return JsonResponse({"verder": reverse("account_herstelcodes")})


@recht(Recht.INGELOGD)
@require_POST
def erbij(request: HttpRequest) -> HttpResponseBase:
    """One more passkey."""
    gebruiker = _binnen(request)
    if not bevestigd_onlangs(request):
        return JsonResponse(
            {"verder": f"{reverse('bevestigen')}?next={reverse('account_passkey')}"}
        )
    gemaakt = _maak(request, gebruiker)
    if gemaakt is not None:
        return gemaakt
    houd_sessie(request, gebruiker)
    messages.success(request, _("De passkey is toegevoegd."))
    return JsonResponse({"verder": reverse("account")})


def _maak(request: HttpRequest, gebruiker: Gebruiker) -> HttpResponseBase | None:
    """An answer for the browser, or None when the passkey is there."""
    antwoord, host = _antwoord(request), _host(request)
    if antwoord is None:
        huis = het_huis().naam or "Vangnet"
        opties, request.session[_STAND] = registratie_beginnen(gebruiker, host=host, huis=huis)
        return JsonResponse({"opties": opties})
    naam = str(antwoord.get("naam", "")).strip()[:60] or _("Passkey")
    stand = request.session.pop(_STAND, {})
    try:
        gemaakt = registratie_afronden(gebruiker, stand, antwoord, host=host, naam=naam)
    except VangnetFout as fout:
        return JsonResponse({"fout": str(fout)}, status=422)
    return None if gemaakt else _nee(422)


def _vraag(request: HttpRequest, gebruiker: Gebruiker | None) -> HttpResponseBase:
    wie = gebruiker.pk if gebruiker else None
    opties, request.session[_STAND] = vraag_beginnen(wie, host=_host(request))
    return JsonResponse({"opties": opties})


def _toont(request: HttpRequest, gebruiker: Gebruiker, antwoord: dict[str, Any]) -> bool:
    stand = request.session.pop(_STAND, {})
    return passkey_klopt(gebruiker.pk, stand, antwoord, host=_host(request))


def _gebruiker_in(antwoord: dict[str, Any]) -> Gebruiker | None:
    """Whose passkey this says to be; from here on the database gives that account's factors."""
    wie = account_in(antwoord)
    gebruiker = Gebruiker.objects.filter(pk=wie).first() if wie else None
    if gebruiker is None or not gebruiker.is_active:
        return None
    word(Vrager(gebruiker.pk, VragerSoort.INLOG))
    return gebruiker


def _weiger(gebruiker: Gebruiker | None) -> HttpResponseBase:
    wie = gebruiker.pk if gebruiker else None
    leg_vast(weigering("inloggen.geweigerd", "gebruiker", wie, regel=FactorSoort.PASSKEY))
    return _nee(422)


def _nee(status: int) -> JsonResponse:
    zin = _("Dat lukte niet. Probeer het opnieuw, of log in met je wachtwoord.")
    return JsonResponse({"fout": zin}, status=status)


def _antwoord(request: HttpRequest) -> dict[str, Any] | None:
    """What the browser sent; None when it only asks what to do."""
    try:
        gegeven = json.loads(request.POST.get("antwoord", "") or "null")
    except ValueError:
        return {}
    return gegeven if isinstance(gegeven, dict | None) else {}


def _host(request: HttpRequest) -> str:
    return request.get_host().rsplit(":", 1)[0]


def _binnen(request: HttpRequest) -> Gebruiker:
    assert isinstance(request.user, Gebruiker)  # noqa: S101 - Recht.INGELOGD has seen to that
    return request.user
