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
from vangnet.plan.selectors import plan_van, versies_van
from vangnet.plan.services import plan_ondertekenen, plan_vaststellen
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.blik import leg_formulier_vast
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
    kanten = kanten_van(casus, wie=wie)
    _leg_blik_vast(gevonden, kanten)
    context = {"casus": casus, "versie": gevonden, "kruimels": kruimels(casus, wie)}
    kant = next((een for een in kanten if een.keuze == request.GET.get("kant")), None)
    if kanten and kant is None:
        return render(request, "plan/versie_kant.html", {**context, "kanten": kanten})
    papier = (
        op_papier_voor(gevonden, kant, organisatiekanten(casus_id)) if kant else op_papier(gevonden)
    )
    context |= {
        **papier,
        "kant": kant,
        "volgt_korter_tot": volgt_korter_tot(gevonden.plan, casus, dag=vandaag()),
        # Theirs to keep: no line that says to destroy it.
        "voor_de_lezer": True,
    }
    return render(request, "plan/versie.html", context)


def _leg_blik_vast(versie: PlanVersie, kanten: Sequence[Kant]) -> None:
    """Who looks; also at whom, when their names stand there to choose from."""
    mensen = dict.fromkeys(mens.persoon_id for kant in kanten for mens in kant.mensen)
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
    """The day on which the person concerned signed; from then the plan is followed."""
    wie = kijker(Recht.MEEDOEN)
    casus = regiecasus(casus_id, wie=wie)
    plan = plan_van(casus, wie=wie) if casus else None
    if casus is None or plan is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.MEEDOEN)
    versies = versies_van(casus, wie=wie)
    form = TekenForm(
        request.POST or None,
        plan=plan,
        versies=versies,
        laatste=volgt_tot(date.max, casus) if casus.eerste_verwerking else None,
        initial=_nu(request, plan, versies),
    )
    if request.method == "POST" and form.is_valid():
        gekozen = form.cleaned_data
        try:
            plan_ondertekenen(
                plan.pk,
                op=gekozen["ondertekend_op"],
                versie=form.gekozen_versie(),
                reden=gekozen["reden"],
            )
        except NietToegestaan:
            return _al_getekend(request, casus, plan, wie)
        messages.success(request, _vastgelegd(casus, wie))
        return redirect("plan:overzicht", casus_id)
    leg_formulier_vast(casus_id)
    status = 422 if request.method == "POST" else 200
    context = {"casus": casus, "plan": plan, "formulier": form, "kruimels": kruimels(casus, wie)}
    return render(request, "plan/tekenen.html", context, status=status)


def _al_getekend(request: HttpRequest, casus: Casus, was: Plan, wie: Kijker) -> HttpResponse:
    """A colleague recorded the signature under the sending; else the refusal."""
    nu = plan_van(casus, wie=wie)
    if nu is None or nu.ondertekend_op in {None, was.ondertekend_op}:
        return geweigerd(request, "casus", casus.pk, regel=Recht.MEEDOEN)
    dag = formats.date_format(nu.ondertekend_op, "j F Y")
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


def _nu(request: HttpRequest, plan: Plan, versies: Sequence[PlanVersie]) -> dict[str, Any]:
    laatste = versies[0].pk if versies else None
    versie = str(plan.getekende_versie_id or laatste or "")
    return getypt(request, {"ondertekend_op": plan.ondertekend_op, "versie": versie})
