# SPDX-License-Identifier: EUPL-1.2
"""Writing down the decision to close, and checking it as a second regisseur."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vangnet.afsluiting.services import sluiten_controleren, sluiten_voorstellen
from vangnet.afsluiting.stand import Sluitstand, sluitstand
from vangnet.afsluiting.zaakkop import Zaakkop, zaakkop
from vangnet.casus.selectors import werkt_voor_het_huis
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.afsluiten.beslisvelden import begin
from vangnet.web.afsluiten.forms import ControleForm, VoorstelForm
from vangnet.web.afsluiten.overzicht import besluitregel, kruimels, leg_blik_vast
from vangnet.web.afsluiten.weigeren import geweigerd
from vangnet.web.beslissers import deelnemers
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht


@recht(Recht.AFSLUITEN)
@bewaart(VoorstelForm)
@require_http_methods(["GET", "POST"])
def stel_voor(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """The decision as a form; what has to be done first stands on the tab."""
    wie = kijker(Recht.AFSLUITEN)
    kop = _open_zaak(wie, casus_id)
    if kop is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.AFSLUITEN)
    stand = sluitstand(kop.casus, wie=wie, dag=vandaag())
    form = _formulier(request, kop, wie, stand)
    if not stand.sluitbaar:
        messages.error(request, _("De zaak kan nog niet sluiten. Hieronder staat wat eerst moet."))
        return redirect("afsluiten:overzicht", casus_id)
    if request.method == "POST" and form.is_valid():
        try:
            sluiten_voorstellen(casus_id, form.sluiting())
        except NietToegestaan:
            return geweigerd(request, "casus", casus_id, regel=Recht.AFSLUITEN)
        messages.success(request, _("Het voorstel ligt klaar. Een andere regisseur kijkt het na."))
        return redirect("afsluiten:overzicht", casus_id)
    return _toon(request, "afsluiten/voorstel.html", kop, wie, {"formulier": form})


def _formulier(request: HttpRequest, kop: Zaakkop, wie: Kijker, stand: Sluitstand) -> VoorstelForm:
    aanvaard = stand.aanvaard
    eerste = {"overdracht": str(aanvaard[0].pk)} if aanvaard else {}
    return VoorstelForm(
        request.POST or None,
        procesregie=kop.inzet == "procesregie",
        volgt=stand.volgen is not None,
        aanvaard=aanvaard,
        deelnemers=deelnemers(),
        initial=getypt(request, begin(wie) | eerste),
    )


@recht(Recht.AFSLUITEN)
@bewaart(ControleForm)
@require_http_methods(["GET", "POST"])
def controleer(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """The proposal as it would close the casus; whoever wrote it may only take it back."""
    wie = kijker(Recht.AFSLUITEN)
    kop = _open_zaak(wie, casus_id)
    stand = sluitstand(kop.casus, wie=wie, dag=vandaag()) if kop else None
    if kop is None or stand is None or stand.voorstel is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.AFSLUITEN)
    zelf = stand.voorstel.door_id == wie.gebruiker
    form = ControleForm(request.POST or None, zelf=zelf, initial=getypt(request))
    if request.method == "POST" and form.is_valid():
        try:
            sluiten_controleren(
                stand.voorstel.pk, akkoord=form.akkoord, reden=form.cleaned_data["reden"]
            )
        except NietToegestaan:
            return geweigerd(request, "casus", casus_id, regel=Recht.AFSLUITEN)
        return _na_controle(request, kop, akkoord=form.akkoord)
    context = {"formulier": form, "zelf": zelf, "voorstel": besluitregel(stand.voorstel)}
    return _toon(request, "afsluiten/controle.html", kop, wie, context)


def _na_controle(request: HttpRequest, kop: Zaakkop, *, akkoord: bool) -> HttpResponseBase:
    """After closing nobody of the casework sees the casus any more: to the list of nazorg."""
    if not akkoord:
        messages.success(request, _("Het voorstel is teruggegeven. De zaak blijft open."))
        return redirect("afsluiten:overzicht", kop.casus.pk)
    messages.success(
        request,
        _("%(kenmerk)s is gesloten en afgeschermd. Na zes weken vragen we hoe het gaat.")
        % {"kenmerk": kop.casus.kenmerk},
    )
    return redirect("nazorg:lijst")


def _open_zaak(wie: Kijker, casus_id: UUID) -> Zaakkop | None:
    """An open casus on which `wie` works for the house."""
    kop = zaakkop(casus_id, wie=wie, dag=vandaag())
    if kop is None or kop.casus.gesloten or not werkt_voor_het_huis(kop.casus, wie=wie):
        return None
    return kop


def _toon(
    request: HttpRequest, sjabloon: str, kop: Zaakkop, wie: Kijker, context: dict[str, Any]
) -> HttpResponseBase:
    leg_blik_vast(kop.casus.pk)
    gewoon = {"casus": kop.casus, "kruimels": kruimels(kop.casus, wie, tab=True)}
    status = 422 if request.method == "POST" else 200
    return render(request, sjabloon, gewoon | context, status=status)
