# SPDX-License-Identifier: EUPL-1.2
"""A former client calls: counted without name, or the regisseurs are asked to reopen."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vangnet.advies.services import oud_client_tellen
from vangnet.afsluiting.heropenvragen import heropenen_vragen
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.onderweg.forms import HeropenvraagForm, TelForm
from vangnet.web.recht import recht


@recht(Recht.TRAJECT_DOEN)
@require_http_methods(["GET", "POST"])
def belt(request: HttpRequest) -> HttpResponseBase:
    """Both ways on one page; sent: a count."""
    form = TelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        oud_client_tellen(
            door=kijker(Recht.TRAJECT_DOEN).gebruiker,
            gemeente=form.cleaned_data["gemeente"],
            eenmalig=form.cleaned_data["eenmalig"],
        )
        messages.success(request, _("Geteld. Er is geen naam opgeschreven."))
        return redirect("onderweg:begin")
    return _toon(
        request,
        form,
        HeropenvraagForm(auto_id="id_heropen_%s"),
        status=422 if form.is_bound else 200,
    )


@recht(Recht.TRAJECT_DOEN)
@bewaart(HeropenvraagForm)
@require_http_methods(["GET", "POST"])
def heropenen(request: HttpRequest) -> HttpResponseBase:
    """Ask the regisseurs; the answer is the same whether there is such a casus or not."""
    form = HeropenvraagForm(request.POST or None, auto_id="id_heropen_%s", initial=getypt(request))
    if request.method == "POST" and form.is_valid():
        heropenen_vragen(
            form.cleaned_data["kenmerk"],
            door=kijker(Recht.TRAJECT_DOEN).gebruiker,
            eenmalig=form.cleaned_data["eenmalig"],
        )
        messages.success(
            request,
            _(
                "De regisseurs krijgen je vraag. Zij nemen contact met je op. "
                "Hoor je na een paar dagen niets? Bel dan het huis."
            ),
        )
        return redirect("onderweg:begin")
    return _toon(request, TelForm(), form, status=422 if form.is_bound else 200)


def _toon(
    request: HttpRequest, tellen: TelForm, heropen: HeropenvraagForm, *, status: int
) -> HttpResponse:
    context = {
        "tellen": tellen,
        "formulier": heropen,
        "kruimels": [{"titel": _("Onderweg"), "url": reverse("onderweg:begin")}],
    }
    return render(request, "onderweg/oud_client.html", context, status=status)
