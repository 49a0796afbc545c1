# SPDX-License-Identifier: EUPL-1.2
"""Writing down the decision to close, and checking it as a second regisseur."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.afsluiting.models import Besluit
from vangnet.afsluiting.querysets import besluiten_voor
from vangnet.afsluiting.services import sluiten_controleren, sluiten_voorstellen
from vangnet.afsluiting.stand import Sluitstand, sluitstand, spreekt_tegen
from vangnet.afsluiting.zaakkop import Zaakkop, zaakkop
from vangnet.casus.selectors import werkt_voor_het_huis
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.plan.doelen import doel_beoordelen
from vangnet.plan.selectors import doelen_van
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.losse import nog_te_komen
from vangnet.web.afsluiten.beslisvelden import begin
from vangnet.web.afsluiten.forms import ControleForm, VoorstelForm
from vangnet.web.afsluiten.overzicht import (
    besluitregel,
    besluitwoorden,
    kruimels,
    leg_blik_vast,
    te_doen,
)
from vangnet.web.afsluiten.weigeren import geweigerd, leg_weigering_vast, te_laat, veranderd
from vangnet.web.beslissers import deelnemers
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht


@recht(Recht.AFSLUITEN)
@bewaart(VoorstelForm, concept=gettext_lazy("Voorstel om te sluiten"))
@require_http_methods(["GET", "POST"])
def stel_voor(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """The decision as a form; what has to be done first stands on the tab."""
    wie = kijker(Recht.AFSLUITEN)
    kop = _open_zaak(wie, casus_id)
    if kop is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.AFSLUITEN)
    stand = sluitstand(kop.casus, wie=wie, dag=vandaag())
    if request.method != "POST" and not stand.sluitbaar:
        messages.error(request, _("De zaak kan nog niet sluiten. Hieronder staat wat eerst moet."))
        return redirect("afsluiten:overzicht", casus_id)
    form = _formulier(request, kop, wie, stand)
    if request.method == "POST" and form.is_valid():
        if stand.sluitbaar and _stelt_voor(casus_id, form):
            return _ligt_klaar(request, casus_id)
        return _na_weigering(request, casus_id, form, wie)
    if form.is_bound and not stand.sluitbaar:
        form.add_error(None, _waarom_niet(stand))
    return _toon(request, "afsluiten/voorstel.html", kop, wie, {"formulier": form})


def _na_weigering(
    request: HttpRequest, casus_id: UUID, gegeven: VoorstelForm, wie: Kijker
) -> HttpResponseBase:
    """It may have changed under the sending: read anew, also whether the casus is there."""
    kop = _open_zaak(wie, casus_id)
    if kop is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.AFSLUITEN)
    stand = sluitstand(kop.casus, wie=wie, dag=vandaag())
    if _is_al_gestuurd(stand, gegeven, wie):
        return _ligt_klaar(request, casus_id)
    form = _formulier(request, kop, wie, stand)
    form.full_clean()
    if stand.sluitbaar:
        leg_weigering_vast("casus", casus_id, regel=Recht.AFSLUITEN)
        form.add_error(None, veranderd())
    else:
        form.add_error(None, _waarom_niet(stand))
    return _toon(request, "afsluiten/voorstel.html", kop, wie, {"formulier": form})


def _stelt_voor(casus: UUID, form: VoorstelForm) -> bool:
    """Give each goal its result and lay the proposal ready, both or none."""
    try:
        with transaction.atomic():
            for doel, resultaat in form.doelresultaten().items():
                doel_beoordelen(doel, resultaat=resultaat)
            sluiten_voorstellen(casus, form.sluiting())
    except NietToegestaan:
        return False
    return True


def _is_al_gestuurd(stand: Sluitstand, form: VoorstelForm, wie: Kijker) -> bool:
    """Whether the proposal that lies there is this form, sent before."""
    een, gegeven = stand.voorstel, form.sluiting()
    return (
        een is not None
        and een.door_id == wie.gebruiker
        and (een.motivering, een.genomen_op) == (gegeven.motivering, gegeven.genomen_op)
        and (een.afsluitreden, een.resultaat) == (gegeven.afsluitreden, gegeven.resultaat)
        and een.overdracht_id == gegeven.overdracht
    )


def _ligt_klaar(request: HttpRequest, casus: UUID) -> HttpResponseBase:
    messages.success(request, _("Het voorstel ligt klaar. Een andere regisseur kijkt het na."))
    return redirect("afsluiten:overzicht", casus)


def _waarom_niet(stand: Sluitstand) -> list[str]:
    """Why nothing was saved; the text of the form stays."""
    if stand.voorstel:
        return [_("Er ligt al een voorstel om te sluiten. Kijk het na op het tabblad Afsluiten.")]
    return [_("De zaak kan nog niet sluiten. Er is niets opgeslagen."), *te_doen(stand)]


def _formulier(request: HttpRequest, kop: Zaakkop, wie: Kijker, stand: Sluitstand) -> VoorstelForm:
    aanvaard = stand.aanvaard
    eerste = {"overdracht": str(aanvaard[0].pk)} if aanvaard else {}
    # As the ending of an ondersteuning says; what isn't in the list chooses nothing.
    eerste["afsluitreden"] = request.GET.get("reden", "")
    return VoorstelForm(
        request.POST or None,
        procesregie=kop.inzet == "procesregie",
        volgt=stand.volgen is not None,
        aanvaard=aanvaard,
        begonnen_op=stand.begonnen_op,
        doelen=stand.open_doelen if kop.inzet == "procesregie" else (),
        deelnemers=deelnemers(),
        initial=getypt(request, begin(wie) | eerste),
    )


@recht(Recht.AFSLUITEN)
@bewaart(ControleForm, concept=gettext_lazy("Controle van een sluiting"))
@require_http_methods(["GET", "POST"])
def controleer(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """The proposal as it would close the casus; whoever wrote it may only take it back."""
    wie = kijker(Recht.AFSLUITEN)
    kop = _open_zaak(wie, casus_id)
    stand = sluitstand(kop.casus, wie=wie, dag=vandaag()) if kop else None
    if kop is None or stand is None or stand.voorstel is None:
        return _zonder_voorstel(request, casus_id, kop, wie)
    zelf = stand.voorstel.door_id == wie.gebruiker
    form = ControleForm(
        request.POST or None,
        zelf=zelf,
        initial=getypt(request) | {"voorstel": stand.voorstel.pk},
    )
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["voorstel"] != stand.voorstel.pk:
            form = _opnieuw(request, stand.voorstel.pk, zelf=zelf)
        elif _oordeelt(form):
            zin = _gesloten(kop.casus.kenmerk, stand.voorstel)
            return _na_controle(request, casus_id, zin, form)
        else:
            return _niet_gelukt(request, casus_id, form)
    return _toon_controle(request, kop, wie, form, stand.voorstel)


def _oordeelt(form: ControleForm) -> bool:
    waarden = form.cleaned_data
    if waarden["voorstel"] is None:
        return False
    try:
        sluiten_controleren(waarden["voorstel"], akkoord=form.akkoord, reden=waarden["reden"])
    except NietToegestaan:
        return False
    return True


def _opnieuw(request: HttpRequest, voorstel: UUID, *, zelf: bool) -> ControleForm:
    """The form on the proposal of now: the reason stays, the verdict is asked anew."""
    gegeven = request.POST.copy()
    gegeven["voorstel"] = str(voorstel)
    gegeven.pop("oordeel", None)
    form = ControleForm(gegeven, zelf=zelf)
    form.add_error(
        None, _("Het voorstel is intussen veranderd. Lees het opnieuw. Er is niets opgeslagen.")
    )
    return form


def _niet_gelukt(request: HttpRequest, casus_id: UUID, form: ControleForm) -> HttpResponseBase:
    """What the database refused: as it is now, and what is to be done first."""
    wie = kijker(Recht.AFSLUITEN)
    kop = _open_zaak(wie, casus_id)
    stand = sluitstand(kop.casus, wie=wie, dag=vandaag()) if kop else None
    if kop is None or stand is None or stand.voorstel is None:
        return _zonder_voorstel(request, casus_id, kop, wie)
    eerst = te_doen(stand) or _klopt_niet_meer(kop, stand, stand.voorstel)
    if not (eerst and form.akkoord):
        return geweigerd(request, "casus", casus_id, regel=Recht.AFSLUITEN)
    form.add_error(None, [_("De zaak kan nog niet sluiten. Er is niets opgeslagen."), *eerst])
    return _toon_controle(request, kop, wie, form, stand.voorstel)


def _klopt_niet_meer(kop: Zaakkop, stand: Sluitstand, voorstel: Besluit) -> list[str]:
    """What the proposal says no more rightly: the inzet, or a plan that was signed since."""
    procesregie = kop.inzet == "procesregie"
    inzet = procesregie == (voorstel.resultaat is not None)
    volgt = stand.volgen is not None and not voorstel.volgen_gestopt
    if inzet and not volgt and not (procesregie and stand.open_doelen):
        return []
    return [_("De zaak is veranderd na het voorstel. Geef het terug, met wat er veranderde.")]


def _zonder_voorstel(
    request: HttpRequest, casus_id: UUID, kop: Zaakkop | None, wie: Kijker
) -> HttpResponseBase:
    """No proposal waits (any more): sent twice it is done, else somebody was first."""
    form = ControleForm(request.POST or None, zelf="oordeel" not in request.POST)
    if request.method == "POST" and form.is_valid():
        open_ = besluiten_voor(wie).filter(pk=form.cleaned_data["voorstel"], akkoord__isnull=True)
        # The function says yes once more to who judged it so, and does nothing then.
        if not open_.exists() and _oordeelt(form):
            zin = _("De zaak is gesloten en afgeschermd.")
            return _na_controle(request, casus_id, zin, form)
    if kop is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.AFSLUITEN)
    zin = _("Er ligt geen voorstel meer. Iemand anders heeft het nagekeken of teruggenomen.")
    return te_laat(request, kop.casus, zin)


def _toon_controle(
    request: HttpRequest, kop: Zaakkop, wie: Kijker, form: ControleForm, voorstel: Besluit
) -> HttpResponseBase:
    doelen, woorden = doelen_van(kop.casus, wie=wie), besluitwoorden()
    context = {
        "formulier": form,
        "zelf": voorstel.door_id == wie.gebruiker,
        "voorstel": besluitregel(voorstel, woorden),
        "doelen": [(een, woorden["resultaat"].get(een.resultaat or "")) for een in doelen],
        "spreekt_tegen": spreekt_tegen(voorstel, doelen),
    }
    return _toon(request, "afsluiten/controle.html", kop, wie, context)


def _na_controle(
    request: HttpRequest, casus: UUID, gesloten: str, form: ControleForm
) -> HttpResponseBase:
    """After closing nobody of the casework sees the casus any more: to the list of nazorg."""
    if not form.akkoord:
        terug = (
            _("Het voorstel is teruggenomen. De zaak blijft open.")
            if form.zelf
            else _("Het voorstel is teruggegeven. De zaak blijft open.")
        )
        messages.success(request, terug)
        return redirect("afsluiten:overzicht", casus)
    messages.success(request, gesloten)
    return redirect("nazorg:lijst")


def _gesloten(kenmerk: str, voorstel: Besluit) -> str:
    """Only of a casus with a receiver is asked how it goes."""
    zin = _("%(kenmerk)s is gesloten en afgeschermd.") % {"kenmerk": kenmerk}
    if voorstel.overdracht_id is None:
        return zin
    return f"{zin} {_('Na zes weken vragen we de ontvanger hoe het gaat.')}"


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
    gewoon = {
        "casus": kop.casus,
        "kruimels": kruimels(kop.casus, wie, tab=True),
        "afspraken": nog_te_komen(kop.casus.pk, wie=wie),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, sjabloon, gewoon | context, status=status)
