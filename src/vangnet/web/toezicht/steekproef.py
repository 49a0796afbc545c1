# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.toezicht.models import Steekproefregel
from vangnet.toezicht.services import beoordeel_regel, sluit_steekproef, trek_steekproef
from vangnet.toezicht.steekproeven import (
    Getrokken,
    getrokken_handeling,
    getrokken_handelingen,
    steekproef_met_stand,
    volgende_regel,
)
from vangnet.toezicht.steekproeven import steekproeven as alle_steekproeven
from vangnet.toezicht.woorden import bevinding_in_woorden
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.ingevuld import Schakel, iemand_was_je_voor
from vangnet.web.recht import recht
from vangnet.web.toezicht.steekproefformulieren import BeoordeelForm, TrekForm
from vangnet.web.toezicht.tabs import tabs

_MAAND = timedelta(days=30)


@recht(Recht.TOEZICHT_HOUDEN)
@require_safe
def steekproeven(request: HttpRequest) -> HttpResponse:
    """The samples that were drawn, and how far each is."""
    _leg_vast("steekproef.ingezien", None)
    context = {"steekproeven": alle_steekproeven(), "mag_trekken": _neemt_steekproeven()}
    return _toon(request, "toezicht/steekproeven.html", context)


@recht(Recht.STEEKPROEF_NEMEN)
@bewaart(TrekForm)
@require_http_methods(["GET", "POST"])
def trekken(request: HttpRequest) -> HttpResponseBase:
    """Draw a sample from some days of the journaal."""
    dag = vandaag()
    form = TrekForm(
        request.POST if request.method == "POST" else None,
        initial=getypt(request, {"van": dag - _MAAND, "tot": dag, "aantal": 20}),
    )
    if form.is_bound and form.is_valid():
        try:
            getrokken = trek_steekproef(**form.cleaned_data)
        except VangnetFout as fout:
            form.add_error(None, str(fout))
        else:
            return redirect("toezicht:steekproef", steekproef_id=getrokken)
    status = 422 if form.is_bound else 200
    return _toon(request, "toezicht/steekproef_trekken.html", {"formulier": form}, status=status)


@recht(Recht.TOEZICHT_HOUDEN)
@require_safe
def een(request: HttpRequest, steekproef_id: UUID) -> HttpResponse:
    """One sample with its acts, what was found of each, and the result once it is closed."""
    stand = steekproef_met_stand(steekproef_id)
    if stand is None:
        return _geweigerd(request, "steekproef", steekproef_id)
    _leg_vast("steekproef.ingezien", steekproef_id)
    regels = getrokken_handelingen(steekproef_id)
    context = {
        "stand": stand,
        "regels": [(regel, bevinding_in_woorden(regel.rij.bevinding)) for regel in regels],
        "mag_beoordelen": _neemt_steekproeven(),
        "verder": next((regel.rij.pk for regel in regels if regel.te_beoordelen), None),
    }
    return _toon(request, "toezicht/steekproef.html", context)


@recht(Recht.STEEKPROEF_NEMEN)
@bewaart(BeoordeelForm, concept=gettext_lazy("Bevinding bij een steekproef"))
@require_http_methods(["GET", "POST"])
def regel(request: HttpRequest, regel_id: UUID) -> HttpResponseBase:
    """Judge one drawn act, and go on to the next."""
    getrokken = getrokken_handeling(regel_id)
    if getrokken is None:
        return _geweigerd(request, "steekproefregel", regel_id)
    steekproef_id = getrokken.rij.steekproef_id
    if not getrokken.te_beoordelen:
        return _te_laat(request, getrokken.rij)
    form = BeoordeelForm(
        request.POST if request.method == "POST" else None, initial=getypt(request)
    )
    if form.is_bound and form.is_valid():
        try:
            beoordeel_regel(regel_id, **form.bevonden())
        except NietToegestaan:
            return _geweigerd(request, "steekproefregel", regel_id)
        messages.success(request, _("De bevinding is opgeslagen."))
        return _verder(steekproef_id)
    return _toon_regel(request, getrokken, form)


@recht(Recht.STEEKPROEF_NEMEN)
@require_POST
def sluiten(request: HttpRequest, steekproef_id: UUID) -> HttpResponseBase:
    """Close a sample: its counts are the result."""
    try:
        sluit_steekproef(steekproef_id)
    except NietToegestaan:
        stand = steekproef_met_stand(steekproef_id)
        if stand is None:
            return _geweigerd(request, "steekproef", steekproef_id)
        messages.warning(
            request, _("De steekproef is al gesloten, of er is nog een handeling zonder bevinding.")
        )
    else:
        messages.success(request, _("De steekproef is gesloten."))
    return redirect("toezicht:steekproef", steekproef_id=steekproef_id)


def _te_laat(request: HttpRequest, rij: Steekproefregel) -> HttpResponseBase:
    """What was typed stays to be read: a finding is given once. Sent twice, it goes on as then."""
    form = BeoordeelForm(request.POST or None)
    if form.is_valid() and form.bevonden().items() <= vars(rij).items():
        return _verder(rij.steekproef_id)
    return iemand_was_je_voor(
        request,
        _("Steekproef"),
        _("Deze handeling is al beoordeeld, of is van jou zelf."),
        naar=Schakel(
            _("Naar de steekproef"), reverse("toezicht:steekproef", args=[rij.steekproef_id])
        ),
    )


def _verder(steekproef_id: UUID) -> HttpResponseBase:
    if volgende := volgende_regel(steekproef_id):
        return redirect("toezicht:steekproef_regel", regel_id=volgende)
    return redirect("toezicht:steekproef", steekproef_id=steekproef_id)


def _toon_regel(request: HttpRequest, getrokken: Getrokken, form: BeoordeelForm) -> HttpResponse:
    _leg_vast("steekproef.ingezien", getrokken.rij.steekproef_id)
    context = {
        "regel": getrokken,
        "stand": steekproef_met_stand(getrokken.rij.steekproef_id),
        "formulier": form,
        "terug": reverse("toezicht:steekproef", args=[getrokken.rij.steekproef_id]),
    }
    status = 422 if form.is_bound else 200
    return _toon(request, "toezicht/steekproef_regel.html", context, status=status)


def _toon(
    request: HttpRequest, sjabloon: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    context = {**context, "tabs": tabs("toezicht:steekproeven")}
    return render(request, sjabloon, context, status=status)


def _neemt_steekproeven() -> bool:
    return kijker(Recht.TOEZICHT_HOUDEN).mag(Recht.STEEKPROEF_NEMEN)


def _leg_vast(handeling: str, steekproef: UUID | None) -> None:
    leg_vast(
        Act(handeling=handeling, object_soort="steekproef", object=steekproef, doel="toezicht")
    )


def _geweigerd(request: HttpRequest, soort: str, gevraagd: UUID) -> HttpResponse:
    """The same for an id that doesn't exist: who tries ids leaves a trace either way."""
    leg_vast(weigering("steekproef.geweigerd", soort, gevraagd, regel=Recht.TOEZICHT_HOUDEN))
    return niet_gevonden(request)
