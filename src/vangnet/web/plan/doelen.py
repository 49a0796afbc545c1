# SPDX-License-Identifier: EUPL-1.2
"""Make, change and judge a goal."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.casus.models import Casus
from vangnet.casus.selectors import regiecasus
from vangnet.inrichting.selectors import labels
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan
from vangnet.plan.doelen import doel_beoordelen, doel_toevoegen, doel_wijzigen
from vangnet.plan.models import Doel
from vangnet.plan.querysets import doelen_voor
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.blik import leg_formulier_vast
from vangnet.web.formulieren import Formulier
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.plan.doelforms import DoelForm, ResultaatForm, als_beginwaarden
from vangnet.web.plan.overzicht import kruimels
from vangnet.web.plan.weigeren import geweigerd, te_laat
from vangnet.web.recht import recht
from vangnet.web.samenvoegen import met_keuzes, voeg_samen


@recht(Recht.MEEDOEN)
@bewaart(DoelForm, concept=gettext_lazy("Doel"))
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """A new goal, by who works on the casus for the house."""
    wie = kijker(Recht.MEEDOEN)
    casus = regiecasus(casus_id, wie=wie)
    if casus is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.MEEDOEN)
    form = DoelForm(request.POST or None, initial=getypt(request))
    if request.method == "POST" and form.is_valid():
        eenmalig = form.cleaned_data["eenmalig"]
        doel_toevoegen(casus, form.inhoud(), door=wie.gebruiker, eenmalig=eenmalig)
        messages.success(request, _("Het doel is toegevoegd."))
        return redirect("plan:overzicht", casus_id)
    leg_formulier_vast(casus_id)
    context = {"casus": casus, "formulier": form, "kruimels": kruimels(casus, wie)}
    return render(request, "plan/doel.html", context, status=_stand(request))


@recht(Recht.MEEDOEN)
@bewaart(DoelForm, concept=gettext_lazy("Doel"))
@require_http_methods(["GET", "POST"])
def wijzig(request: HttpRequest, casus_id: UUID, doel_id: UUID) -> HttpResponseBase:
    """A goal that is open; a stale save becomes a page with both."""
    wie = kijker(Recht.MEEDOEN)
    casus, doel = _voor_het_huis(wie, casus_id, doel_id)
    if casus is None or doel is None or doel.resultaat:
        return _niet_meer(request, casus, doel, doel_id)
    form = _formulier(request, doel)
    if request.method != "POST" or not form.is_valid():
        return _toon(request, casus, wie, doel, form, status=_stand(request))
    try:
        doel_wijzigen(doel_id, form.inhoud(), gelezen=form.cleaned_data["versie"] or 0)
    except BotsendeVersie:
        if botst := _voeg_samen(request, casus, wie, doel):
            return botst
    except NietToegestaan:
        return _niet_meer(request, *_voor_het_huis(wie, casus_id, doel_id), doel_id)
    messages.success(request, _("Het doel is opgeslagen."))
    return redirect("plan:overzicht", casus_id)


@recht(Recht.MEEDOEN)
@bewaart(ResultaatForm)
@require_http_methods(["GET", "POST"])
def beoordeel(request: HttpRequest, casus_id: UUID, doel_id: UUID) -> HttpResponseBase:
    """How far it was reached; can be changed, and taken back."""
    wie = kijker(Recht.MEEDOEN)
    casus, doel = _voor_het_huis(wie, casus_id, doel_id)
    if casus is None or doel is None:
        return geweigerd(request, "doel", doel_id, regel=Recht.MEEDOEN)
    begin = getypt(request, {"resultaat": doel.resultaat or "", "versie": doel.versie})
    form = ResultaatForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        return _beoordeel(request, wie, doel, form)
    return _toon(
        request, casus, wie, doel, form, status=_stand(request), sjabloon="plan/doel_resultaat.html"
    )


def _beoordeel(
    request: HttpRequest, wie: Kijker, doel: Doel, form: ResultaatForm
) -> HttpResponseBase:
    gekozen = form.cleaned_data
    try:
        doel_beoordelen(doel.pk, resultaat=gekozen["resultaat"] or None, gelezen=gekozen["versie"])
    except BotsendeVersie:
        casus, nu = _voor_het_huis(wie, doel.casus_id, doel.pk)
        if casus is None or nu is None:
            return geweigerd(request, "doel", doel.pk, regel=Recht.MEEDOEN)
        return te_laat(request, casus, _hoe_het_staat(nu), ("doel", doel.pk))
    except NietToegestaan:
        return geweigerd(request, "doel", doel.pk, regel=Recht.MEEDOEN)
    messages.success(request, _("Het resultaat is opgeslagen."))
    return redirect("plan:overzicht", doel.casus_id)


def _niet_meer(
    request: HttpRequest, casus: Casus | None, doel: Doel | None, gevraagd: UUID
) -> HttpResponse:
    """To who works on it: that it was judged; else the refusal that says nothing."""
    if casus is None or doel is None or not doel.resultaat:
        return geweigerd(request, "doel", gevraagd, regel=Recht.MEEDOEN)
    return te_laat(request, casus, _hoe_het_staat(doel), ("doel", gevraagd))


def _hoe_het_staat(doel: Doel) -> str:
    """What somebody did with it."""
    if not doel.resultaat or not doel.beoordeeld_op:
        return _("Dit doel is intussen veranderd, en loopt nog.")
    woorden = labels("resultaat")["resultaat"]
    return _("Dit doel is al beoordeeld, op %(dag)s: %(resultaat)s.") % {
        "dag": formats.date_format(doel.beoordeeld_op, "j F Y"),
        "resultaat": woorden.get(doel.resultaat, doel.resultaat),
    }


def _voor_het_huis(wie: Kijker, casus_id: UUID, doel_id: UUID) -> tuple[Casus | None, Doel | None]:
    """A casus on which `wie` works for the house, with a goal of it."""
    casus = regiecasus(casus_id, wie=wie)
    return casus, doelen_voor(wie).filter(pk=doel_id, casus=casus_id).first()


def _formulier(request: HttpRequest, doel: Doel) -> DoelForm:
    nu = als_beginwaarden(doel)
    gegevens = met_keuzes(request.POST, DoelForm, nu)
    return DoelForm(gegevens or None, vanaf=doel.vastgesteld_op, initial=getypt(request, nu))


def _voeg_samen(request: HttpRequest, casus: Casus, wie: Kijker, doel: Doel) -> HttpResponse | None:
    """What stands there now, beside what was typed; nothing when they are the same."""
    _leg_blik_vast(casus, doel)
    return voeg_samen(
        request,
        lambda gegevens: DoelForm(gegevens, vanaf=doel.vastgesteld_op),
        als_beginwaarden(doel),
        versie="versie",
        context={
            "titel": _("Doel samenvoegen"),
            "intro": casus.kenmerk,
            "knop": _("Doel opslaan"),
            "kruimels": kruimels(casus, wie),
        },
    )


def _stand(request: HttpRequest) -> int:
    return 422 if request.method == "POST" else 200


def _toon(
    request: HttpRequest,
    casus: Casus,
    wie: Kijker,
    doel: Doel,
    form: Formulier,
    *,
    status: int,
    sjabloon: str = "plan/doel.html",
) -> HttpResponse:
    _leg_blik_vast(casus, doel)
    context = {
        "casus": casus,
        "doel": doel,
        "leefgebied": labels("leefgebied")["leefgebied"].get(doel.leefgebied, doel.leefgebied),
        "formulier": form,
        "kruimels": kruimels(casus, wie),
    }
    return render(request, sjabloon, context, status=status)


def _leg_blik_vast(casus: Casus, doel: Doel) -> None:
    leg_vast(
        Act(
            handeling="doel.ingezien",
            object_soort="doel",
            object=doel.pk,
            casus=casus.pk,
            onderwerpen=[("casus", casus.pk)],
        )
    )
