# SPDX-License-Identifier: EUPL-1.2
"""The search box: a zaak by its kenmerk or by the name of somebody in it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from vangnet.casus.models import Casus
from vangnet.casus.selectors import casussen_zoeken
from vangnet.inrichting.selectors import gemeentenaam
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.formulieren import Formulier
from vangnet.web.recht import recht
from vangnet.web.zaken.onderwerpen import van_casussen

MINSTENS = 2


class ZoekForm(Formulier):
    """What was typed; it goes by POST, so that no name stands in an address or a log."""

    zoek = forms.CharField(
        label=_("Zoek zaak of persoon"),
        min_length=MINSTENS,
        max_length=100,
        error_messages={"min_length": _("Typ minstens twee letters.")},
    )


def _gevonden(form: ZoekForm) -> list[Casus]:
    wie = kijker(Recht.ZAKEN_INZIEN)
    return list(casussen_zoeken(form.cleaned_data["zoek"], wie=wie))


@recht(Recht.ZAKEN_INZIEN)
@require_http_methods(["GET", "HEAD", "POST"])
def zoeken(request: HttpRequest) -> HttpResponse:
    """At most fifty zaken that fit what was typed; a GET, as from Back, shows the empty box."""
    if request.method != "POST":
        leeg = ZoekForm()
        leeg.fields["zoek"].widget.attrs["autofocus"] = True
        return render(request, "zaken/zoeken.html", {"formulier": leeg})
    form = ZoekForm(request.POST)
    gevonden = _gevonden(form) if form.is_valid() else []
    leg_vast(
        Act(
            handeling="zaken.gezocht",
            object_soort="lijst",
            aantallen={"gevonden": len(gevonden)},
            onderwerpen=van_casussen(gevonden),
        )
    )
    rijen = [({"casus": casus}, gemeentenaam(casus.gemeente)) for casus in gevonden]
    context = {"formulier": form, "rijen": rijen}
    return render(request, "zaken/zoeken.html", context, status=200 if form.is_valid() else 422)
