# SPDX-License-Identifier: EUPL-1.2
"""Logging in with the provider of a municipality; web/aanbieder.py has talked to it already."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from vangnet.gebruikers.factoren import factoren_van
from vangnet.gebruikers.models import Gebruiker
from vangnet.gebruikers.oidc import Begin, Identiteit
from vangnet.journaal.services import leg_vast, weigering
from vangnet.kern.spoor import huidig_spoor
from vangnet.toegang.regels import Recht
from vangnet.web.aanbieder import uitkomst_van, verder_na
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht
from vangnet.web.sessie import halverwege_zetten, log_in, veilig_verder


@recht(Recht.OPENBAAR)
@require_GET
def heen(request: HttpRequest) -> HttpResponseBase:
    """To the provider."""
    if not settings.OIDC.is_aan:
        return niet_gevonden(request)
    uitkomst = uitkomst_van(request)
    return redirect(uitkomst.adres) if isinstance(uitkomst, Begin) else _mislukt(request)


@recht(Recht.OPENBAAR)
@require_GET
def terug(request: HttpRequest) -> HttpResponseBase:
    """Back from the provider: in, or on to the own second step, or one page for every refusal."""
    if not settings.OIDC.is_aan:
        return niet_gevonden(request)
    wie = uitkomst_van(request)
    gebruiker = _account(wie) if isinstance(wie, Identiteit) else None
    if gebruiker is None or not isinstance(wie, Identiteit):
        return _mislukt(request)
    verder = verder_na(request)
    if wie.methoden & settings.OIDC.methoden:
        log_in(request, gebruiker, factor="oidc")
        return redirect(veilig_verder(verder, settings.LOGIN_REDIRECT_URL))
    halverwege_zetten(request, gebruiker, verder=verder)
    return redirect("inloggen_code" if factoren_van(gebruiker.pk) else "inloggen_instellen")


def _account(wie: Identiteit) -> Gebruiker | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT gebruikers.zoek_oidc(%s, %s, %s, %s)",
            [wie.uitgever, wie.onderwerp, wie.email, huidig_spoor()],
        )
        gevonden = cursor.fetchone()[0]
    return Gebruiker.objects.filter(pk=gevonden).first() if gevonden else None


def _mislukt(request: HttpRequest) -> HttpResponseBase:
    leg_vast(weigering("inloggen.geweigerd", "gebruiker", regel="oidc"))
    return render(request, "gebruikers/gemeente_mislukt.html", status=403)
