# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import nu
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.uitwisseling.dossieropdrachten import (
    dossier_besluiten,
    dossier_intrekken,
    dossier_vragen,
    dossieropdrachten,
)
from vangnet.web.bevestiging import vraagt_bevestiging
from vangnet.web.dossierpakket.forms import JA, BesluitForm, VraagForm
from vangnet.web.dossierpakket.woorden import Opdrachtrij, opdrachtrij
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.ingevuld import getypt_in
from vangnet.web.recht import recht

_GETOOND = 50


@recht(Recht.DOSSIERPAKKET_INZIEN)
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """The orders, newest first, with what the reader may do."""
    wie = kijker(Recht.DOSSIERPAKKET_INZIEN)
    leg_vast(Act(handeling="dossieropdrachten.ingezien", object_soort="lijst"))
    context = {"rijen": _rijen(), "mag_vragen": wie.mag(Recht.DOSSIERPAKKET_VRAGEN)}
    return render(request, "dossierpakket/lijst.html", context)


@recht(Recht.DOSSIERPAKKET_VRAGEN)
@vraagt_bevestiging
@bewaart(VraagForm, concept=gettext_lazy("Vraag om een dossierpakket"))
@require_http_methods(["GET", "POST"])
def vragen(request: HttpRequest) -> HttpResponseBase:
    """A manager asks for a package."""
    form = VraagForm(request.POST or None, initial=getypt(request))
    if request.method == "POST" and form.is_valid():
        dossier_vragen(
            ontvanger=form.cleaned_data["ontvanger"],
            sleutel=form.cleaned_data["sleutel"],
            reden=form.cleaned_data["reden"],
        )
        messages.success(request, _("Je vraag staat klaar voor de privacy officer."))
        return redirect("dossierpakket:lijst")
    status = 422 if form.is_bound else 200
    return render(request, "dossierpakket/vragen.html", {"formulier": form}, status=status)


@recht(Recht.DOSSIERPAKKET_BESLUITEN)
@vraagt_bevestiging
@bewaart(BesluitForm, concept=gettext_lazy("Besluit over een dossierpakket"))
@require_http_methods(["GET", "POST"])
def besluiten(request: HttpRequest, opdracht_id: UUID) -> HttpResponseBase:
    """The FG decides on what somebody else asked."""
    rij = next((een for een in _rijen(opdracht_id) if een.mag_besluiten), None)
    if rij is None:
        return _te_laat(request, opdracht_id)
    form = BesluitForm(request.POST or None, initial=getypt(request))
    if request.method == "GET" or not form.is_valid():
        context = {"formulier": form, "rij": rij}
        status = 422 if form.is_bound else 200
        return render(request, "dossierpakket/besluiten.html", context, status=status)
    akkoord = form.cleaned_data["besluit"] == JA
    try:
        dossier_besluiten(opdracht_id, akkoord=akkoord, motivering=form.cleaned_data["motivering"])
    except NietToegestaan:
        return _te_laat(request, opdracht_id)
    gezegd = _("De opdracht is goedgekeurd.") if akkoord else _("De opdracht is geweigerd.")
    messages.success(request, gezegd)
    return redirect("dossierpakket:lijst")


def _te_laat(request: HttpRequest, opdracht_id: UUID) -> HttpResponse:
    """409: taken back, decided or lapsed meanwhile, with what the FG typed; else a refusal."""
    geweigerd = _geweigerd(request, opdracht_id, Recht.DOSSIERPAKKET_BESLUITEN)
    rij = next(iter(_rijen(opdracht_id)), None)
    if rij is None or not rij.te_laat:
        return geweigerd
    context = {"rij": rij, "antwoorden": getypt_in(request, BesluitForm)}
    return render(request, "dossierpakket/te_laat.html", context, status=409)


@recht(Recht.DOSSIERPAKKET_INZIEN)
@require_POST
def intrekken(request: HttpRequest, opdracht_id: UUID) -> HttpResponseBase:
    """Take back what one asked or approved."""
    try:
        dossier_intrekken(opdracht_id)
    except NietToegestaan:
        return _geweigerd(request, opdracht_id, Recht.DOSSIERPAKKET_INZIEN)
    messages.success(request, _("De opdracht is ingetrokken."))
    return redirect("dossierpakket:lijst")


def _rijen(opdracht: UUID | None = None) -> list[Opdrachtrij]:
    wie, moment, rijen = kijker(Recht.DOSSIERPAKKET_INZIEN), nu(), dossieropdrachten()
    besluit = wie.mag(Recht.DOSSIERPAKKET_BESLUITEN)
    gekozen = rijen.filter(pk=opdracht) if opdracht else rijen[:_GETOOND]
    return [opdrachtrij(een, moment, wie=wie.gebruiker, besluit=besluit) for een in gekozen]


def _geweigerd(request: HttpRequest, opdracht: UUID, regel: Recht) -> HttpResponse:
    """The same for what may not be done and for what isn't there."""
    leg_vast(weigering("dossieropdracht.geweigerd", "dossieropdracht", opdracht, regel=regel))
    return niet_gevonden(request)
