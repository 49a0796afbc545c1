# SPDX-License-Identifier: EUPL-1.2
"""Make, change, tick off and drop an afspraak."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.casus.models import Casus
from vangnet.casus.selectors import huiscasus, werkt_voor_het_huis
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan
from vangnet.plan.models import Afspraak
from vangnet.plan.querysets import afspraken_voor
from vangnet.plan.selectors import doelen_van, uitvoerders
from vangnet.plan.services import (
    afspraak_afvinken,
    afspraak_laten_vervallen,
    afspraak_toevoegen,
    afspraak_weer_nodig,
    afspraak_wijzigen,
)
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.blik import leg_formulier_vast
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.plan.forms import AfspraakForm, VervalForm, als_beginwaarden
from vangnet.web.plan.overzicht import kruimels
from vangnet.web.plan.weigeren import geweigerd, te_laat
from vangnet.web.recht import recht
from vangnet.web.samenvoegen import met_keuzes, voeg_samen


@recht(Recht.MEEDOEN)
@bewaart(AfspraakForm, concept=gettext_lazy("Afspraak"))
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """A new afspraak, by who works on the casus for the house."""
    wie = kijker(Recht.MEEDOEN)
    casus = huiscasus(casus_id, wie=wie)
    if casus is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.MEEDOEN)
    form = AfspraakForm(
        request.POST or None,
        uitvoerders=uitvoerders(casus),
        doelen=doelen_van(casus, wie=wie),
        initial=getypt(request),
    )
    if request.method == "POST" and form.is_valid():
        afspraak_toevoegen(
            casus, form.inhoud(), door=wie.gebruiker, eenmalig=form.cleaned_data["eenmalig"]
        )
        messages.success(request, _("De afspraak is toegevoegd."))
        return redirect("plan:overzicht", casus_id)
    status = 422 if request.method == "POST" else 200
    return _toon(request, casus, wie, form, status=status)


@recht(Recht.MEEDOEN)
@bewaart(AfspraakForm, concept=gettext_lazy("Afspraak"))
@require_http_methods(["GET", "POST"])
def wijzig(request: HttpRequest, casus_id: UUID, afspraak_id: UUID) -> HttpResponseBase:
    """An open afspraak; a stale save becomes a page with both."""
    wie = kijker(Recht.MEEDOEN)
    afspraak = _voor_het_huis(wie, casus_id, afspraak_id)
    if afspraak is None or _hoe_het_afliep(afspraak):
        return _niet_open(request, afspraak, afspraak_id)
    form = _formulier(request, afspraak, wie)
    if request.method != "POST":
        return _toon(request, afspraak.casus, wie, form, afspraak=afspraak)
    if not form.is_valid():
        return _toon(request, afspraak.casus, wie, form, afspraak=afspraak, status=422)
    try:
        afspraak_wijzigen(afspraak_id, form.inhoud(), gelezen=form.cleaned_data["versie"] or 0)
    except BotsendeVersie:
        if botst := _voeg_samen(request, wie, afspraak):
            return botst
    except NietToegestaan:
        return _niet_open(request, _voor_het_huis(wie, casus_id, afspraak_id), afspraak_id)
    messages.success(request, _("De afspraak is opgeslagen."))
    return redirect("plan:overzicht", casus_id)


@recht(Recht.MEEDOEN)
@require_POST
def vink_af(request: HttpRequest, casus_id: UUID, afspraak_id: UUID) -> HttpResponseBase:
    """Ready, or with `gereed=nee` open again; the database decides who may."""
    wie = kijker(Recht.MEEDOEN)
    afspraak = afspraken_voor(wie).filter(pk=afspraak_id, casus=casus_id).first()
    gereed = request.POST.get("gereed") != "nee"
    try:
        if afspraak is None:
            raise NietToegestaan("Dit kan niet.")
        afspraak_afvinken(afspraak.pk, gereed=gereed)
    except NietToegestaan:
        gezien = afspraken_voor(wie).filter(pk=afspraak_id, casus=casus_id)
        van_de_lijst = gezien.filter(vervallen_op__isnull=False).select_related("casus").first()
        return _niet_open(request, van_de_lijst, afspraak_id)
    messages.success(request, _("Afgevinkt.") if gereed else _("De afspraak staat weer open."))
    return _terug(request, casus_id)


@recht(Recht.MEEDOEN)
@bewaart(VervalForm, concept=gettext_lazy("Afspraak die niet doorgaat"))
@require_http_methods(["GET", "POST"])
def vervalt(request: HttpRequest, casus_id: UUID, afspraak_id: UUID) -> HttpResponseBase:
    """Not needed any more, with a reason; with `terug` it is open again."""
    wie = kijker(Recht.MEEDOEN)
    afspraak = _voor_het_huis(wie, casus_id, afspraak_id)
    if afspraak is None or afspraak.gereed_op:
        return _niet_open(request, afspraak, afspraak_id)
    if request.method == "POST" and "terug" in request.POST:
        afspraak_weer_nodig(afspraak_id)
        messages.success(request, _("De afspraak staat weer open."))
        return _terug(request, casus_id)
    form = VervalForm(request.POST or None, initial=getypt(request))
    if afspraak.vervallen_op:
        return _al_vervallen(request, afspraak, form)
    if request.method == "POST" and form.is_valid():
        try:
            afspraak_laten_vervallen(afspraak_id, reden=form.cleaned_data["reden"])
        except NietToegestaan:
            return _niet_open(request, _voor_het_huis(wie, casus_id, afspraak_id), afspraak_id)
        messages.success(request, _("De afspraak is vervallen."))
        return _terug(request, casus_id)
    status = 422 if request.method == "POST" else 200
    _leg_blik_vast(afspraak)
    context = {
        "casus": afspraak.casus,
        "afspraak": afspraak,
        "formulier": form,
        "kruimels": kruimels(afspraak.casus, wie),
    }
    return render(request, "plan/vervallen.html", context, status=status)


def _al_vervallen(request: HttpRequest, afspraak: Afspraak, form: VervalForm) -> HttpResponseBase:
    """Sent twice it goes where the first time led; another reason comes too late."""
    if form.is_valid() and form.cleaned_data["reden"] == afspraak.vervallen_reden:
        return _terug(request, afspraak.casus_id)
    return _niet_open(request, afspraak, afspraak.pk)


def _niet_open(request: HttpRequest, afspraak: Afspraak | None, gevraagd: UUID) -> HttpResponse:
    """To who sees the afspraak: what became of it; else the refusal that says nothing."""
    zin = _hoe_het_afliep(afspraak) if afspraak else ""
    if afspraak is None or not zin:
        return geweigerd(request, "afspraak", gevraagd, regel=Recht.MEEDOEN)
    return te_laat(request, afspraak.casus, zin, ("afspraak", gevraagd))


def _hoe_het_afliep(afspraak: Afspraak) -> str:
    """Of one that is ready or lapsed; empty for one that is open."""
    if afspraak.gereed_op:
        zin, op = _("Deze afspraak is al afgevinkt: klaar op %(dag)s."), afspraak.gereed_op
    elif afspraak.vervallen_op:
        zin, op = _("Deze afspraak gaat niet meer door, sinds %(dag)s."), afspraak.vervallen_op
    else:
        return ""
    return zin % {"dag": formats.date_format(op, "j F Y")}


def _voor_het_huis(wie: Kijker, casus_id: UUID, afspraak_id: UUID) -> Afspraak | None:
    """An afspraak of a casus on which `wie` works for the house."""
    gevonden = (
        afspraken_voor(wie)
        .filter(pk=afspraak_id, casus=casus_id)
        .select_related("casus", "organisatie", "gebruiker")
        .defer("gebruiker__password")
        .first()
    )
    return gevonden if gevonden and werkt_voor_het_huis(gevonden.casus, wie=wie) else None


def _formulier(
    request: HttpRequest, afspraak: Afspraak, wie: Kijker, gegevens: Any = None
) -> AfspraakForm:
    nu = als_beginwaarden(afspraak)
    return AfspraakForm(
        gegevens or met_keuzes(request.POST, AfspraakForm, nu) or None,
        uitvoerders=uitvoerders(afspraak.casus),
        doelen=doelen_van(afspraak.casus, wie=wie),
        afspraak=afspraak,
        initial=getypt(request, nu),
    )


def _voeg_samen(request: HttpRequest, wie: Kijker, afspraak: Afspraak) -> HttpResponse | None:
    """What stands there now, beside what was typed; nothing when they are the same."""
    _leg_blik_vast(afspraak)
    return voeg_samen(
        request,
        lambda gegevens: _formulier(request, afspraak, wie, gegevens),
        als_beginwaarden(afspraak),
        versie="versie",
        context={
            "titel": _("Afspraak samenvoegen"),
            "intro": afspraak.casus.kenmerk,
            "knop": _("Afspraak opslaan"),
            "kruimels": kruimels(afspraak.casus, wie),
        },
    )


def _toon(
    request: HttpRequest,
    casus: Casus,
    wie: Kijker,
    form: AfspraakForm,
    *,
    afspraak: Afspraak | None = None,
    status: int = 200,
) -> HttpResponse:
    if afspraak:
        _leg_blik_vast(afspraak)
    else:
        leg_formulier_vast(casus.pk)
    context = {
        "casus": casus,
        "formulier": form,
        "afspraak": afspraak,
        "kruimels": kruimels(casus, wie),
    }
    return render(request, "plan/afspraak.html", context, status=status)


def _leg_blik_vast(afspraak: Afspraak) -> None:
    leg_vast(
        Act(
            handeling="afspraak.ingezien",
            object_soort="afspraak",
            object=afspraak.pk,
            casus=afspraak.casus_id,
            onderwerpen=[("casus", afspraak.casus_id)],
        )
    )


def _terug(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """To the list on which the button stood: Mijn werk, or the casus."""
    if request.POST.get("naar") == "werk":
        return redirect("werk:begin")
    return redirect(reverse("plan:overzicht", args=[casus_id]))
