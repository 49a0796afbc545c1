# SPDX-License-Identifier: EUPL-1.2
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vangnet.journaal.services import Act, leg_vast
from vangnet.taken.models import Taak
from vangnet.taken.regels import Stand
from vangnet.toegang.regels import Recht
from vangnet.uitwisseling.aanbieden import (
    invoer_afbreken,
    invoer_klaarzetten,
    invoer_uitvoeren,
)
from vangnet.uitwisseling.formaat import BESTANDEN
from vangnet.web.fouten import niet_gevonden
from vangnet.web.invoer.forms import PakketForm
from vangnet.web.recht import recht

# So many lines of a report are on the page; the file has them all.
_OP_DE_PAGINA = 200


@recht(Recht.GEGEVENS_INVOEREN)
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponseBase:
    """Choose a package; it is tried out first and nothing is written."""
    form = PakketForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        pakket = form.cleaned_data["pakket"]
        soort = ".xlsx" if pakket.name.lower().endswith(".xlsx") else ".zip"
        taak = invoer_klaarzetten(
            bestand=f"{uuid4().hex}{soort}",
            delen=pakket.chunks(),
            vervang=form.cleaned_data["vervang"],
        )
        return redirect("invoer:taak", taak.pk)
    context = {
        "formulier": form,
        "taken": Taak.objects.filter(soort="invoer").order_by("-gestart_op")[:10],
    }
    return render(request, "invoer/begin.html", context, status=422 if form.is_bound else 200)


@recht(Recht.GEGEVENS_INVOEREN)
@require_safe
def taak(request: HttpRequest, taak_id: UUID) -> HttpResponse:
    """How far the proof run or the import is, and how it ended; htmx asks for the middle of it."""
    gevonden = Taak.objects.filter(pk=taak_id, soort="invoer").first()
    if gevonden is None:
        return niet_gevonden(request)
    if request.GET.get("regels") == "alle":
        return _als_bestand(gevonden)
    sjabloon = "invoer/stand.html" if "HX-Request" in request.headers else "invoer/taak.html"
    return render(request, sjabloon, _context(gevonden))


def _context(taak: Taak) -> dict[str, Any]:
    regels = taak.regels.splitlines()
    uitkomst = taak.uitkomst
    return {
        "taak": taak,
        "loopt": taak.stand in {Stand.WACHT, Stand.BEZIG},
        "proef": bool(taak.gegevens.get("proef")),
        "vervang": bool(taak.gegevens.get("vervang")),
        "regels": regels[:_OP_DE_PAGINA],
        "meer_regels": max(0, len(regels) - _OP_DE_PAGINA),
        "mag_invoeren": taak.stand == Stand.KLAAR and not uitkomst.get("fouten"),
        "bestanden": [
            (naam, uitkomst["bestanden"][naam])
            for naam in BESTANDEN
            if naam in uitkomst.get("bestanden", {})
        ],
        "kruimels": [{"titel": _("Invoer"), "url": reverse("invoer:begin")}],
    }


def _als_bestand(taak: Taak) -> HttpResponse:
    leg_vast(Act(handeling="invoerverslag.uitgevoerd", object_soort="taak", object=taak.pk))
    antwoord = HttpResponse(taak.regels + "\n", content_type="text/plain; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="invoerverslag.txt"'
    return antwoord


@recht(Recht.GEGEVENS_INVOEREN)
@require_POST
def invoeren(request: HttpRequest, taak_id: UUID) -> HttpResponseBase:
    """Write what the proof run showed."""
    nieuw = invoer_uitvoeren(proef=taak_id)
    if nieuw is None and not Taak.objects.filter(pk=taak_id).exists():
        # A second click: the proof run has made place for the import itself.
        nieuw = Taak.objects.filter(soort="invoer").order_by("-gestart_op").first()
    if nieuw is None:
        return niet_gevonden(request)
    return redirect("invoer:taak", nieuw.pk)


@recht(Recht.GEGEVENS_INVOEREN)
@require_POST
def weggooien(request: HttpRequest, taak_id: UUID) -> HttpResponseBase:
    """Throw the uploaded package away; the register stays as it was."""
    if not invoer_afbreken(taak=taak_id):
        return niet_gevonden(request)
    messages.success(request, _("Het bestand is weggegooid. Er is niets ingevoerd."))
    return redirect("invoer:begin")
