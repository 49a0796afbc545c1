# SPDX-License-Identifier: EUPL-1.2
"""The search box: a zaak, a person, an organisation, or something to do."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.inrichting.selectors import gemeentenaam
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.formulieren import GEEN_BSN, Formulier
from vangnet.web.recht import recht
from vangnet.web.zaken.vinden import leg_gezocht_vast, leg_verder_gezocht_vast, vind

MINSTENS = 2


class ZoekForm(Formulier):
    """What was typed; it goes by POST, so that no name or BSN stands in an address or a log."""

    zoek = forms.CharField(
        label=_("Zoek een zaak, een persoon of een opdracht"),
        min_length=MINSTENS,
        max_length=100,
        error_messages={"min_length": _("Typ minstens twee letters.")},
    )
    # Of the page on which somebody searches: which acts are at hand.
    zaak = forms.UUIDField(required=False, widget=forms.HiddenInput)


@recht(Recht.INGELOGD)
@require_http_methods(["GET", "HEAD", "POST"])
def zoeken(request: HttpRequest) -> HttpResponse:
    """All that fits what was typed, at most fifty zaken; a GET, as from Back, is the empty box."""
    wie = kijker(Recht.INGELOGD)
    if request.method != "POST":
        leeg = ZoekForm()
        leeg.fields["zoek"].widget.attrs["autofocus"] = True
        return render(request, "zaken/zoeken.html", {"formulier": leeg})
    form = ZoekForm(request.POST)
    if not form.is_valid():
        return render(request, "zaken/zoeken.html", {"formulier": form}, status=422)
    gevonden = vind(**_gevraagd(form), wie=wie, kort=False)
    leg_gezocht_vast(gevonden)
    if gevonden.geen_bsn:
        form.add_error("zoek", GEEN_BSN)
        return render(request, "zaken/zoeken.html", {"formulier": form}, status=422)
    rijen = [
        {"zaak": {"casus": casus}, "gemeente": gemeentenaam(casus.gemeente)}
        for casus in gevonden.casussen
    ]
    context = {"formulier": form, "gevonden": gevonden, "rijen": rijen}
    return render(request, "zaken/zoeken.html", context)


def _gevraagd(form: ZoekForm) -> dict[str, Any]:
    return {"tekst": form.cleaned_data["zoek"], "zaak": form.cleaned_data["zaak"]}


@recht(Recht.INGELOGD)
@require_POST
def zoekvak(request: HttpRequest) -> HttpResponse:
    """The few that come under the box while somebody types, for the script."""
    form, wie = ZoekForm(request.POST), kijker(Recht.INGELOGD)
    if not form.is_valid():
        return HttpResponse(status=422)
    gevonden = vind(**_gevraagd(form), wie=wie, kort=True)
    leg_verder_gezocht_vast(gevonden, wie=wie)
    # A page that somebody names in full is what they mean, not who is called a bit like that.
    eerst = [een for een in gevonden.daden if een.heel]
    daarna = [een for een in gevonden.daden if not een.heel]
    context = {"gevonden": gevonden, "eerst": eerst, "daarna": daarna, "zin_geen_bsn": GEEN_BSN}
    return render(request, "zaken/zoekvak.html", context)
