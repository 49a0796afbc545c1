# SPDX-License-Identifier: EUPL-1.2
"""Setting up an app that makes codes: at the first log-in, and later as one more."""

from collections.abc import Sequence
from typing import Any

import qrcode
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from vangnet.gebruikers.codes import app_adres, nieuw_geheim
from vangnet.gebruikers.factoren import factoren_van, totp_toevoegen
from vangnet.gebruikers.geheimen import ontsleutel, versleutel
from vangnet.gebruikers.models import FactorSoort, Gebruiker
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.fouten import VangnetFout
from vangnet.toegang.regels import Recht
from vangnet.web.bevestiging import vraagt_bevestiging
from vangnet.web.fouten import foutpagina
from vangnet.web.gebruikers.forms import AppForm
from vangnet.web.gebruikers.views import te_vaak
from vangnet.web.recht import recht
from vangnet.web.sessie import halverwege, houd_sessie, log_in

_GEHEIM = "nieuwe_app"


@recht(Recht.HALVERWEGE)
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def inloggen_instellen(request: HttpRequest) -> HttpResponseBase:
    """The first log-in: nobody gets past this page without a second factor."""
    gebruiker = halverwege(request)
    assert gebruiker is not None  # noqa: S101 - Recht.HALVERWEGE has seen to that
    if factoren_van(gebruiker.pk):
        return redirect("inloggen_code")
    form = AppForm(request.POST or None, initial={"naam": _("App op mijn telefoon")})
    if request.method == "POST":
        if te_vaak(request, gebruiker):
            return foutpagina(429)
        if _voeg_toe(request, gebruiker, form):
            return eerste_keer_naar_binnen(request, gebruiker, FactorSoort.TOTP)
    return _pagina(request, gebruiker, form, sjabloon="gebruikers/instellen.html")


@recht(Recht.INGELOGD)
@vraagt_bevestiging
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def account_app(request: HttpRequest) -> HttpResponseBase:
    """One more app."""
    gebruiker = request.user
    assert isinstance(gebruiker, Gebruiker)  # noqa: S101 - Recht.INGELOGD has seen to that
    form = AppForm(request.POST or None)
    if request.method == "POST":
        if te_vaak(request, gebruiker):
            return foutpagina(429)
        if _voeg_toe(request, gebruiker, form):
            houd_sessie(request, gebruiker)
            return redirect("account")
    return _pagina(request, gebruiker, form, sjabloon="gebruikers/app.html")


def eerste_keer_naar_binnen(
    request: HttpRequest, gebruiker: Gebruiker, soort: FactorSoort
) -> HttpResponseBase:
    """In with the first factor, and on to the recovery codes."""
    gebruiker.refresh_from_db(fields=["sessiestempel"])
    log_in(request, gebruiker, factor=soort)
    return redirect("account_herstelcodes")


def _voeg_toe(request: HttpRequest, gebruiker: Gebruiker, form: AppForm) -> bool:
    if not form.is_valid():
        return False
    try:
        geheim = _geheim(request, gebruiker)
        code, naam = form.cleaned_data["code"], form.cleaned_data["naam"]
        if totp_toevoegen(gebruiker, geheim, code, naam):
            del request.session[_GEHEIM]
            return True
        form.add_error("code", _("Deze code klopt niet. Wacht op de volgende en probeer die."))
    except VangnetFout as fout:
        form.add_error(None, str(fout))
    return False


def _geheim(request: HttpRequest, gebruiker: Gebruiker) -> str:
    """The secret that this page shows, until a code has shown that the app holds it."""
    if _GEHEIM not in request.session:
        request.session[_GEHEIM] = versleutel(nieuw_geheim(), van=gebruiker.pk)
    return ontsleutel(request.session[_GEHEIM], van=gebruiker.pk)


def _pagina(
    request: HttpRequest, gebruiker: Gebruiker, form: AppForm, *, sjabloon: str
) -> HttpResponseBase:
    geheim = _geheim(request, gebruiker)
    adres = app_adres(geheim, wie=gebruiker.email, huis=het_huis().naam or "Vangnet")
    context: dict[str, Any] = {
        "formulier": form,
        "adres": adres,
        "vakjes": qr_pad(adres),
        "geheim": " ".join(geheim[plek : plek + 4] for plek in range(0, len(geheim), 4)),
    }
    status = 422 if form.is_bound else 200
    return render(request, sjabloon, context, status=status)


def qr_pad(tekst: str) -> dict[str, Any]:
    """A QR code as the path of an SVG, one unit a cell, and how wide it is."""
    code = qrcode.QRCode(border=4)
    code.add_data(tekst)
    code.make(fit=True)
    rijen: Sequence[Sequence[bool]] = code.get_matrix()
    pad = "".join(
        f"M{x} {y}h1v1h-1z"
        for y, rij in enumerate(rijen)
        for x, is_zwart in enumerate(rij)
        if is_zwart
    )
    return {"pad": pad, "breedte": len(rijen)}
