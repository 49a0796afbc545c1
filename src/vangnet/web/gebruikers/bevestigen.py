# SPDX-License-Identifier: EUPL-1.2
"""The second factor again, in the middle of a session (web/bevestiging.py)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from vangnet.gebruikers.models import FactorSoort, Gebruiker
from vangnet.gebruikers.remmen import CODE, CODE_VAN_ACCOUNT
from vangnet.gebruikers.sessies import OIDC, sessie_bevestigd
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.regels import Recht
from vangnet.web.bevestiging import bevestigd_onlangs
from vangnet.web.fouten import foutpagina
from vangnet.web.gebruikers.forms import CodeForm
from vangnet.web.gebruikers.views import keuzes, klopt, te_vaak
from vangnet.web.herkomst import adres_van
from vangnet.web.recht import recht
from vangnet.web.sessie import sessie_van, veilig_verder


@recht(Recht.INGELOGD)
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def bevestigen(request: HttpRequest) -> HttpResponseBase:
    """Ask the second factor, and go back to where somebody came from."""
    gebruiker = request.user
    assert isinstance(gebruiker, Gebruiker)  # noqa: S101 - Recht.INGELOGD has seen to that
    verder = request.POST.get("verder", "") or request.GET.get("next", "")
    form = CodeForm(request.POST or None)
    if request.method == "GET" and bevestigd_onlangs(request):
        return redirect(veilig_verder(verder, settings.LOGIN_REDIRECT_URL))
    if request.method == "POST":
        if te_vaak(request, gebruiker):
            return foutpagina(429)
        if form.is_valid() and _code_goed(request, gebruiker, form):
            return redirect(veilig_verder(verder, settings.LOGIN_REDIRECT_URL))
    context = {
        "formulier": form,
        "verder": verder,
        "aanbieder": _aanbieder(request),
        **keuzes(gebruiker),
    }
    status = 422 if form.is_bound else 200
    return render(request, "gebruikers/bevestigen.html", context, status=status)


def _aanbieder(request: HttpRequest) -> str:
    """What the provider is called, for who came in by it: it can show who they are once more."""
    sessie = sessie_van(request)
    kan = settings.OIDC.is_aan and sessie is not None and sessie.factor == OIDC
    return settings.OIDC.naam if kan else ""


def _code_goed(request: HttpRequest, gebruiker: Gebruiker, form: CodeForm) -> bool:
    goed = klopt(gebruiker, form.cleaned_data["code"], FactorSoort.TOTP)
    if goed:
        CODE.was_goed(adres_van(request), str(gebruiker.pk))
        CODE_VAN_ACCOUNT.was_goed(str(gebruiker.pk))
    else:
        form.add_error("code", _("Deze code klopt niet. Wacht op de volgende en probeer die."))
    leg_bevestiging_vast(request, gebruiker, FactorSoort.TOTP, gelukt=goed)
    return goed


def leg_bevestiging_vast(
    request: HttpRequest, gebruiker: Gebruiker, soort: str, *, gelukt: bool
) -> None:
    """Remember in the session that `soort` was shown, and in the journaal how it went."""
    if gelukt and (sessie := sessie_van(request)) is not None:
        sessie_bevestigd(sessie)
    leg_vast(
        Act(
            handeling="gebruiker.bevestigd",
            object_soort="gebruiker",
            object=gebruiker.pk,
            toegestaan=gelukt,
            regel=soort,
        )
    )
