# SPDX-License-Identifier: EUPL-1.2
"""In with the provider of a municipality, and showing again who one is there.

web/aanbieder.py has talked to the provider already.
"""

from datetime import UTC, datetime
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.db import connection
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vangnet.gebruikers.factoren import factoren_van
from vangnet.gebruikers.models import Gebruiker
from vangnet.gebruikers.oidc import Begin, Identiteit
from vangnet.gebruikers.sessies import OIDC
from vangnet.journaal.services import leg_vast, weigering
from vangnet.kern.klok import nu
from vangnet.kern.spoor import huidig_spoor
from vangnet.toegang.regels import Recht, VragerSoort
from vangnet.toegang.vrager import Vrager, als
from vangnet.web.aanbieder import is_opnieuw, uitkomst_van, verder_na
from vangnet.web.fouten import niet_gevonden
from vangnet.web.gebruikers.bevestigen import leg_bevestiging_vast
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
    if is_opnieuw(request):
        return _bevestig(request, wie)
    gebruiker = _account(wie) if isinstance(wie, Identiteit) else None
    if gebruiker is None or not isinstance(wie, Identiteit):
        return _mislukt(request)
    verder = verder_na(request)
    if wie.methoden & settings.OIDC.methoden:
        # A provider that still knew them asked nothing: then heavy acts ask it first.
        getoond_op = datetime.fromtimestamp(min(wie.ingelogd_op, nu().timestamp()), UTC)
        log_in(request, gebruiker, factor=OIDC, getoond_op=getoond_op)
        return redirect(veilig_verder(verder, settings.LOGIN_REDIRECT_URL))
    halverwege_zetten(request, gebruiker, verder=verder)
    return redirect("inloggen_code" if factoren_van(gebruiker.pk) else "inloggen_instellen")


@recht(Recht.INGELOGD)
@require_GET
def opnieuw(request: HttpRequest) -> HttpResponseBase:
    """To the provider, which asks anew who this is."""
    if not settings.OIDC.is_aan:
        return niet_gevonden(request)
    uitkomst = uitkomst_van(request)
    if isinstance(uitkomst, Begin):
        return redirect(uitkomst.adres)
    return _bevestig(request, None)


def _bevestig(request: HttpRequest, wie: object) -> HttpResponseBase:
    """Confirmed when the provider has just seen, with a second step, the account that is in."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker):
        return _mislukt(request)
    goed = (
        isinstance(wie, Identiteit)
        and bool(wie.methoden & settings.OIDC.methoden)
        and _is_mijn(wie)
    )
    leg_bevestiging_vast(request, gebruiker, OIDC, gelukt=goed)
    verder = veilig_verder(verder_na(request) or request.GET.get("next", ""), "")
    if goed:
        return redirect(verder or settings.LOGIN_REDIRECT_URL)
    messages.error(request, _("Dat lukte niet. Probeer het opnieuw, met je eigen account."))
    return redirect(f"{reverse('bevestigen')}?{urlencode({'next': verder})}")


def _is_mijn(wie: Identiteit) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT gebruikers.is_mijn_oidc(%s, %s)", [wie.uitgever, wie.onderwerp])
        return bool(cursor.fetchone()[0])


def _account(wie: Identiteit) -> Gebruiker | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT gebruikers.zoek_oidc(%s, %s, %s)", [wie.uitgever, wie.onderwerp, wie.email]
        )
        gevonden = cursor.fetchone()[0]
    if gevonden is None or not _koppel(gevonden, wie):
        return None
    return Gebruiker.objects.filter(pk=gevonden).first()


def _koppel(gebruiker: UUID, wie: Identiteit) -> bool:
    """Whether the account is whom the provider vouches for; bound to it at the first time."""
    with als(Vrager(gebruiker, VragerSoort.HERKENNING)), connection.cursor() as cursor:
        cursor.execute(
            "SELECT gebruikers.koppel_oidc(%s, %s, %s)",
            [wie.uitgever, wie.onderwerp, huidig_spoor()],
        )
        return bool(cursor.fetchone()[0])


def _mislukt(request: HttpRequest) -> HttpResponseBase:
    leg_vast(weigering("inloggen.geweigerd", "gebruiker", regel="oidc"))
    return render(request, "gebruikers/gemeente_mislukt.html", status=403)
