# SPDX-License-Identifier: EUPL-1.2
"""Vaststellen of a plan, a version of it to print, and the signature of the person concerned."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vangnet.afsluiting.stand import volgt_korter_tot, volgt_tot
from vangnet.casus.betrokkenen import heeft_kanten
from vangnet.casus.models import Casus
from vangnet.casus.querysets import in_hele
from vangnet.casus.selectors import regiecasus
from vangnet.casus.zijden import organisatiekanten
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Plan, PlanVersie
from vangnet.plan.ondertekenaars import (
    GezetteHandtekening,
    Ondertekenaar,
    is_onbekend,
    ondertekenaars,
    wat_er_staat,
)
from vangnet.plan.selectors import plan_van, versies_van
from vangnet.plan.services import plan_ondertekenen, plan_vaststellen
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.blik import leg_formulier_vast
from vangnet.web.componenten.tekenaars import genoemden, tekenzinnen
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.plan.forms import TekenForm
from vangnet.web.plan.overzicht import kruimels
from vangnet.web.plan.papier import Kant, kanten_van, op_papier, op_papier_voor
from vangnet.web.plan.weigeren import geweigerd, te_laat
from vangnet.web.recht import recht


@recht(Recht.MEEDOEN)
@require_POST
def stel_vast(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Freeze the afspraken as a version; the database decides who may."""
    wie = kijker(Recht.MEEDOEN)
    casus = regiecasus(casus_id, wie=wie)
    if casus is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.MEEDOEN)
    if not casus.afspraken.filter(vervallen_op__isnull=True).exists():
        messages.error(request, _("Maak eerst een afspraak. Een plan zonder afspraken is leeg."))
        return redirect("plan:overzicht", casus_id)
    try:
        versie = plan_vaststellen(casus_id)
    except NietToegestaan:
        return geweigerd(request, "casus", casus_id, regel=Recht.MEEDOEN)
    if heeft_kanten(casus):
        messages.success(request, _("Het plan is vastgesteld. Kies voor wie je het papier wilt."))
    else:
        messages.success(request, _("Het plan is vastgesteld. Dit is wat de betrokkene krijgt."))
    return redirect(reverse("plan:versie", args=[casus_id, versie]))


@recht(Recht.CASUS_INZIEN)
@require_safe
def versie(request: HttpRequest, casus_id: UUID, versie_id: UUID) -> HttpResponse:
    """One version on one page of paper, in plain language for the person concerned.

    Where people stand opposite each other one says first for whom it is.
    """
    wie = kijker(Recht.CASUS_INZIEN)
    gezien = PlanVersie.objects.filter(in_hele(wie), pk=versie_id, casus=casus_id)
    gevonden = gezien.select_related("casus", "plan").first()
    if gevonden is None:
        return geweigerd(request, "planversie", versie_id, regel=Recht.CASUS_INZIEN)
    casus = gevonden.casus
    kanten, tekenaars = kanten_van(casus, wie=wie), ondertekenaars(gevonden.plan, wie=wie)
    _leg_blik_vast(gevonden, kanten, tekenaars)
    context = {"casus": casus, "versie": gevonden, "kruimels": kruimels(casus, wie)}
    kant = next((een for een in kanten if een.keuze == request.GET.get("kant")), None)
    if kanten and kant is None:
        return render(request, "plan/versie_kant.html", {**context, "kanten": kanten})
    papier = (
        op_papier_voor(gevonden, kant, organisatiekanten(casus_id), tekenaars)
        if kant
        else op_papier(gevonden, tekenaars)
    )
    context |= {
        **papier,
        "kant": kant,
        "tekenaar_onbekend": is_onbekend(gevonden.plan, tekenaars),
        "volgt_korter_tot": volgt_korter_tot(gevonden.plan, casus, dag=vandaag()),
        # Theirs to keep: no line that says to destroy it.
        "voor_de_lezer": True,
    }
    return render(request, "plan/versie.html", context)


def _leg_blik_vast(
    versie: PlanVersie, kanten: Sequence[Kant], tekenaars: Sequence[Ondertekenaar]
) -> None:
    """Who looks; also at whom, when their names stand there: to choose from, or to sign."""
    tekenen = [een.betrokkenheid for een in tekenaars] if kanten else genoemden(tekenaars)
    genoemd = [mens for kant in kanten for mens in kant.mensen] + tekenen
    mensen = dict.fromkeys(mens.persoon_id for mens in genoemd)
    leg_vast(
        Act(
            handeling="planversie.ingezien",
            object_soort="planversie",
            object=versie.pk,
            casus=versie.casus_id,
            onderwerpen=[("casus", versie.casus_id), *(("persoon", een) for een in mensen)],
        )
    )


@recht(Recht.MEEDOEN)
@bewaart(TekenForm)
@require_http_methods(["GET", "POST"])
def teken(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """The day on which a person concerned signed; from the first the plan is followed."""
    wie = kijker(Recht.MEEDOEN)
    casus = regiecasus(casus_id, wie=wie)
    plan = plan_van(casus, wie=wie) if casus else None
    if casus is None or plan is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.MEEDOEN)
    versies, tekenaars = versies_van(casus, wie=wie), ondertekenaars(plan, wie=wie)
    form = TekenForm(
        request.POST or None,
        plan=plan,
        versies=versies,
        tekenaars=tekenaars,
        laatste=volgt_tot(date.max, casus) if casus.eerste_verwerking else None,
        initial=_nu(request, plan, versies, tekenaars),
    )
    if request.method == "POST" and form.is_valid():
        return _leg_vast(request, casus, plan, wie, form)
    leg_formulier_vast(casus_id, genoemden(tekenaars))
    status = 422 if request.method == "POST" else 200
    context = {
        "casus": casus,
        "plan": plan,
        "formulier": form,
        "kruimels": kruimels(casus, wie),
        "tekenzinnen": tekenzinnen(plan, tekenaars),
        "onbekend": is_onbekend(plan, tekenaars),
    }
    return render(request, "plan/tekenen.html", context, status=status)


def _leg_vast(
    request: HttpRequest, casus: Casus, plan: Plan, wie: Kijker, form: TekenForm
) -> HttpResponseBase:
    gekozen, van = form.cleaned_data, form.gekozen_tekenaar()
    stond = form.wat_er_stond()
    try:
        plan_ondertekenen(
            plan.pk,
            op=gekozen["ondertekend_op"],
            van=van.betrokkenheid.pk if van else None,
            versie=form.gekozen_versie(),
            reden=gekozen["reden"],
        )
    except NietToegestaan:
        return _al_getekend(request, casus, van, stond, wie)
    messages.success(request, _vastgelegd(casus, wie))
    return redirect("plan:overzicht", casus.pk)


def _al_getekend(
    request: HttpRequest,
    casus: Casus,
    van: Ondertekenaar | None,
    stond: GezetteHandtekening | None,
    wie: Kijker,
) -> HttpResponse:
    """A colleague recorded the signature under the sending; else the refusal."""
    plan = plan_van(casus, wie=wie)
    tekenaars = ondertekenaars(plan, wie=wie) if plan else ()
    zelf = next((een for een in tekenaars if van and een.sleutel == van.sleutel), None)
    nu = wat_er_staat(plan, tekenaars, zelf) if plan else None
    if nu is None or (stond and nu.op == stond.op):
        return geweigerd(request, "casus", casus.pk, regel=Recht.MEEDOEN)
    dag = formats.date_format(nu.op, "j F Y")
    zin = _("De handtekening is intussen vastgelegd, van %(dag)s.") % {"dag": dag}
    return te_laat(request, casus, zin, ("casus", casus.pk))


def _vastgelegd(casus: Casus, wie: Kijker) -> str:
    """What is said then; with the last day and why, when it is not followed for three years."""
    plan = plan_van(casus, wie=wie)
    tot = volgt_korter_tot(plan, casus, dag=vandaag()) if plan else None
    if tot is None or tot <= vandaag():
        return _("De handtekening is vastgelegd.")
    return _(
        "De handtekening is vastgelegd. We volgen het tot %(dag)s: langer mogen we de gegevens "
        "niet bewaren."
    ) % {"dag": formats.date_format(tot, "j b Y")}


def _nu(
    request: HttpRequest,
    plan: Plan,
    versies: Sequence[PlanVersie],
    tekenaars: Sequence[Ondertekenaar],
) -> dict[str, Any]:
    """What is recorded, of several of whom the address names."""
    alleen = len(tekenaars) <= 1
    gekozen = request.GET.get("van")
    van = next((een for een in tekenaars if alleen or een.sleutel == gekozen), None)
    staat = wat_er_staat(plan, tekenaars, van) if van or alleen else None
    laatste = versies[0].pk if versies else None
    versie = str((staat and staat.versie) or laatste or "")
    nu = {"ondertekend_op": staat.op if staat else None, "versie": versie}
    return getypt(request, nu if alleen else {"van": van.sleutel if van else "", **nu})
