# SPDX-License-Identifier: EUPL-1.2
"""Bring a casus before somebody, print the note without names, and say what came of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from vangnet.casus.models import Casus
from vangnet.casus.selectors import huiscasus
from vangnet.inrichting.selectors import labels
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.plan.selectors import afspraken_van
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.models import Opschaling
from vangnet.voortgang.opschalen import aan_te_spreken, casus_opschalen, opschaling_afronden
from vangnet.voortgang.querysets import lopende_opschalingen, opschalingen_voor
from vangnet.voortgang.selectors import Opgeschaald, namen_in, opschalingen_van
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht
from vangnet.web.voortgang.casus import kruimels, leg_blik_vast
from vangnet.web.voortgang.forms import AfrondForm, OpschaalForm
from vangnet.web.voortgang.weigeren import geweigerd, te_laat
from vangnet.web.voortgang.woorden import opgeschaald_in_woorden


@recht(Recht.OPSCHALEN)
@bewaart(OpschaalForm, concept=gettext_lazy("Opschaling"))
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """A new opschaling, by a procesregisseur who works on the casus."""
    wie = kijker(Recht.OPSCHALEN)
    casus = huiscasus(casus_id, wie=wie)
    if casus is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.OPSCHALEN)
    form = _formulier(request, casus, wie)
    if request.method == "POST" and form.is_valid() and _schaal_op(casus, form, wie):
        messages.success(request, _("De zaak is opgeschaald. De vraag staat nu klaar."))
        return redirect("voortgang:casus", casus_id)
    context = {"casus": casus, "formulier": form, "kruimels": kruimels(casus, wie)}
    leg_blik_vast(casus_id, afspraken=form.aantal_afspraken)
    status = 422 if request.method == "POST" else 200
    return render(request, "voortgang/opschalen.html", context, status=status)


def _formulier(request: HttpRequest, casus: Casus, wie: Kijker) -> OpschaalForm:
    publiek = Organisatie.objects.filter(deelnemer="publiek").order_by("naam")
    return OpschaalForm(
        request.POST or None,
        gevraagden=aan_te_spreken(casus.pk),
        beslissers=list(publiek),
        afspraken=afspraken_van(casus, wie=wie, dag=vandaag()).open,
        namen=namen_in(casus.pk, wie=wie),
        initial=getypt(request, {"niveau": _volgend_niveau(casus)}),
    )


def _volgend_niveau(casus: Casus) -> str:
    """The next rung: after management without a breakthrough comes the bestuur."""
    vast = casus.opschalingen.filter(niveau="management", uitkomst="geen_doorbraak").exists()
    return "bestuur" if vast else "management"


def _schaal_op(casus: Casus, form: OpschaalForm, wie: Kijker) -> bool:
    try:
        casus_opschalen(
            casus,
            form.inhoud(),
            afspraken=form.gekozen_afspraken(),
            door=wie.gebruiker,
            eenmalig=form.cleaned_data["eenmalig"],
        )
    except NietToegestaan:
        form.add_error("niveau", _waarom_niet(casus, form.cleaned_data["niveau"]))
        return False
    return True


def _waarom_niet(casus: Casus, niveau: str) -> str:
    """What the reader can do about it; the database says only that it can't be."""
    if lopende_opschalingen().filter(casus=casus, niveau=niveau).exists():
        return _("Er loopt al een opschaling naar dit niveau. Rond die eerst af.")
    if casus.opschalingen.filter(datum=vandaag(), niveau=niveau).exists():
        return _("Vandaag is al naar dit niveau opgeschaald. Dat kan morgen opnieuw.")
    return _("Dit kan zo niet. Kijk of de persoon en de afspraken nog kloppen, of kies een ander.")


@recht(Recht.OPSCHALEN)
@bewaart(AfrondForm, concept=gettext_lazy("Opschaling afronden"))
@require_http_methods(["GET", "POST"])
def rond_af(request: HttpRequest, casus_id: UUID, opschaling_id: UUID) -> HttpResponseBase:
    """What came of it; also without an answer."""
    wie = kijker(Recht.OPSCHALEN)
    casus = huiscasus(casus_id, wie=wie)
    opschaling = _opschaling(wie, casus_id, opschaling_id)
    if casus is None or opschaling is None:
        return geweigerd(request, "opschaling", opschaling_id, regel=Recht.OPSCHALEN)
    begin = {"zonder_antwoord": not opschaling.beantwoord_op}
    form = AfrondForm(request.POST.dict() or None, initial=getypt(request, begin))
    if opschaling.uitkomst:
        return _al_afgerond(request, casus, opschaling, form)
    if request.method == "POST" and form.is_valid():
        if not (opschaling.beantwoord_op and form.cleaned_data["zonder_antwoord"]):
            return _rond_af(request, wie, opschaling, form)
        form.meld_antwoord()
    context = {
        "casus": casus,
        "opschaling": opschaling,
        "woorden": opgeschaald_in_woorden(opschaling),
        "formulier": form,
        "kruimels": kruimels(casus, wie),
    }
    _leg_blik_vast(opschaling)
    status = 422 if request.method == "POST" else 200
    return render(request, "voortgang/afronden.html", context, status=status)


def _rond_af(
    request: HttpRequest, wie: Kijker, opschaling: Opschaling, form: AfrondForm
) -> HttpResponseBase:
    try:
        opschaling_afronden(opschaling.pk, **form.inhoud())
    except NietToegestaan:
        casus = huiscasus(opschaling.casus_id, wie=wie)
        nu = _opschaling(wie, opschaling.casus_id, opschaling.pk)
        if casus and nu and nu.uitkomst:
            return _al_afgerond(request, casus, nu, form)
        return geweigerd(request, "opschaling", opschaling.pk, regel=Recht.OPSCHALEN)
    return _afgerond(request, opschaling)


def _afgerond(request: HttpRequest, opschaling: Opschaling) -> HttpResponseBase:
    messages.success(request, _("De opschaling is afgerond."))
    return redirect("voortgang:casus", opschaling.casus_id)


def _al_afgerond(
    request: HttpRequest, casus: Casus, opschaling: Opschaling, form: AfrondForm
) -> HttpResponseBase:
    """The same, sent twice, is saved; anything else comes too late."""
    nu = {naam: getattr(opschaling, naam) for naam in ("uitkomst", "opbrengst")}
    if form.is_valid() and form.inhoud() == nu:
        return _afgerond(request, opschaling)
    zin = _("Deze opschaling is al afgerond: %(uitkomst)s.") % {
        "uitkomst": opgeschaald_in_woorden(opschaling)["stand"]
    }
    waarop = ("opschaling", opschaling.pk)
    return te_laat(request, casus, zin, waarop, regel=Recht.OPSCHALEN)


@recht(Recht.CASUS_INZIEN)
@require_safe
def notitie(request: HttpRequest, casus_id: UUID, opschaling_id: UUID) -> HttpResponse:
    """The note without names on one page of paper, for who sees the whole casus."""
    wie = kijker(Recht.CASUS_INZIEN)
    gevonden = {een.opschaling.pk: een for een in opschalingen_van(casus_id, wie=wie)}
    een = gevonden.get(opschaling_id)
    if een is None or not een.opschaling.notitie:
        return geweigerd(request, "opschaling", opschaling_id, regel=Recht.CASUS_INZIEN)
    _leg_blik_vast(een.opschaling)
    casus = een.opschaling.casus
    context = {
        "casus": casus,
        "een": een.opschaling,
        "woorden": opgeschaald_in_woorden(een.opschaling),
        "domeinen": _domeinen(een),
        "kruimels": kruimels(casus, wie),
    }
    return render(request, "voortgang/notitie.html", context)


def _domeinen(een: Opgeschaald) -> dict[str, int]:
    """How many stuck afspraken in each legal domain: no text, no partner."""
    woorden: Any = labels("domein")["domein"]
    aantallen: dict[str, int] = {}
    for afspraak in een.afspraken:
        domein = woorden.get(afspraak.domein, afspraak.domein)
        aantallen[domein] = aantallen.get(domein, 0) + 1
    return aantallen


def _opschaling(wie: Kijker, casus_id: UUID, opschaling_id: UUID) -> Opschaling | None:
    gezien = opschalingen_voor(wie).filter(pk=opschaling_id, casus=casus_id)
    return gezien.select_related("aangesprokene").defer("aangesprokene__password").first()


def _leg_blik_vast(opschaling: Opschaling) -> None:
    leg_vast(
        Act(
            handeling="opschaling.ingezien",
            object_soort="opschaling",
            object=opschaling.pk,
            casus=opschaling.casus_id,
            onderwerpen=[("casus", opschaling.casus_id)],
        )
    )
