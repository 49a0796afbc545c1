# SPDX-License-Identifier: EUPL-1.2
"""One point of an overleg: the screen of the day, one casus at a time.

Those at the table change with each casus, so no screen shows two of them.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.casus.deelname import plekken
from vangnet.casus.selectors import werkt_eraan
from vangnet.gebruikers.formulierconcepten import concept_klaar, plekken_van_anderen
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.overleg.selectors import (
    Punt,
    is_afgelast,
    punt_van,
    schrijft_te_laat,
    schrijft_verslag,
    volgende_punt,
)
from vangnet.overleg.services import derde_noemen, punt_bespreken, van_agenda_halen
from vangnet.plan.models import Afspraak
from vangnet.plan.selectors import Lijst, afspraken_van, uitvoerders
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.blik import leg_formulier_vast
from vangnet.web.componenten.afspraken import afspraakregels
from vangnet.web.getypt import bewaart, getypt, zonder_formulier
from vangnet.web.overleg.agenda import kruimels
from vangnet.web.overleg.dag import stel_alle_vast
from vangnet.web.overleg.forms import DerdeForm
from vangnet.web.overleg.puntform import PuntForm, als_keuze, beginwaarden, naam_van
from vangnet.web.overleg.weigeren import geweigerd, te_laat
from vangnet.web.recht import recht
from vangnet.web.samenvoegen import met_keuzes, voeg_samen


@recht(Recht.MEEDOEN)
@bewaart(PuntForm, concept=gettext_lazy("Agendapunt"))
@require_http_methods(["GET", "POST"])
def punt(request: HttpRequest, punt_id: UUID) -> HttpResponseBase:
    """What is open and who comes; the house writes what was said, agreed and decided."""
    wie = kijker(Recht.MEEDOEN)
    gevonden = punt_van(punt_id, wie=wie)
    schrijft = gevonden is not None and schrijft_verslag(gevonden, wie=wie)
    if gevonden is None or (request.method == "POST" and not schrijft):
        return _niet_opgeslagen(request, punt_id, wie)
    if request.method == "POST":
        return _sla_op(request, gevonden, wie)
    return _toon(request, gevonden, wie, schrijft=schrijft)


def _sla_op(
    request: HttpRequest, gevonden: Punt, wie: Kijker, gegevens: QueryDict | None = None
) -> HttpResponseBase:
    gegevens = gegevens or met_keuzes(request.POST, PuntForm, beginwaarden(gevonden))
    form = _formulier(request, gevonden, wie, _afspraken(gevonden, wie), gegevens)
    if not form.is_valid():
        return _toon(request, gevonden, wie, form=form, status=422)
    assert gevonden.verslag is not None  # noqa: S101 - who writes has one
    try:
        punt_bespreken(
            gevonden.verslag.pk,
            form.besproken(),
            door=wie.gebruiker,
            eenmalig=form.cleaned_data["eenmalig"],
            vaststellen=form.stelt_vast,
        )
    except BotsendeVersie:
        return _voeg_samen(request, gevonden, wie)
    except NietToegestaan:
        return _niet_opgeslagen(request, gevonden.punt.pk, wie)
    return _verder(request, gevonden, wie, form)


def _niet_opgeslagen(request: HttpRequest, punt_id: UUID, wie: Kijker) -> HttpResponse:
    """What was typed when a colleague closed the verslag or called it off; else a refusal."""
    gevonden = punt_van(punt_id, wie=wie) if request.method == "POST" else None
    if gevonden and is_afgelast(gevonden, wie=wie):
        return _te_laat(request, gevonden)
    if gevonden is None or not schrijft_te_laat(gevonden, wie=wie):
        return geweigerd(request, "agendapunt", punt_id, regel=Recht.MEEDOEN)
    zonder_formulier(request)
    getypt_nu = [(veld.label, request.POST.get(naam)) for naam, veld in PuntForm.teksten()]
    return _toon(request, gevonden, wie, schrijft=False, te_laat=getypt_nu, status=409)


def _te_laat(request: HttpRequest, gevonden: Punt) -> HttpResponse:
    waarop = ("agendapunt", gevonden.punt.pk)
    return te_laat(request, gevonden.punt.overleg, waarop, regel=Recht.MEEDOEN)


def _voeg_samen(request: HttpRequest, oud: Punt, wie: Kijker) -> HttpResponseBase:
    """What stands there now, beside what was typed; when they are the same, the rest is saved."""
    gevonden = punt_van(oud.punt.pk, wie=wie)
    if gevonden is None or not schrijft_verslag(gevonden, wie=wie):
        return _niet_opgeslagen(request, oud.punt.pk, wie)
    nu, lijst = beginwaarden(gevonden), _afspraken(gevonden, wie)

    def bouw(gegevens: QueryDict) -> PuntForm:
        gegevens["genodigd"] = nu["genodigd"]
        return _formulier(request, gevonden, wie, lijst, gegevens)

    _leg_blik_vast(gevonden, lijst)
    context = {
        "titel": _("Verslag samenvoegen"),
        "intro": gevonden.punt.casus.kenmerk,
        "knop": _("Verslag opslaan"),
        "kruimels": kruimels(gevonden.punt.overleg),
    }
    if botst := voeg_samen(request, bouw, nu, versie="versie", context=context):
        return botst
    # Who was asked meanwhile stood on no form, so isn't absent.
    stond_er = request.POST.get("genodigd", "")
    opnieuw = request.POST.copy()
    opnieuw["versie"] = str(nu["versie"])
    opnieuw["genodigd"] = " ".join(
        een for een in nu["genodigd"].split() if een.partition(":")[0] in stond_er
    )
    return _sla_op(request, gevonden, wie, opnieuw)


def _verder(request: HttpRequest, gevonden: Punt, wie: Kijker, form: PuntForm) -> HttpResponseBase:
    """Where the button goes that was pressed."""
    if form.stelt_alle_vast and stel_alle_vast(request, gevonden.punt.overleg, wie):
        return redirect("overleg:agenda", gevonden.punt.overleg_id)
    if form.stelt_vast:
        messages.success(request, _("Het verslag is vastgesteld. De genodigden kunnen het lezen."))
        return redirect("overleg:verslag", gevonden.punt.pk)
    messages.success(request, _("Opgeslagen."))
    volgende = volgende_punt(gevonden.punt, wie=wie) if "verder" in request.POST else None
    return redirect("overleg:punt", volgende.pk if volgende else gevonden.punt.pk)


@recht(Recht.ZAKEN_UITVOEREN)
@require_POST
def haal_weg(request: HttpRequest, punt_id: UUID) -> HttpResponseBase:
    """Take a point off on which nothing was written and no colleague is typing."""
    gebruiker, adres = (
        kijker(Recht.ZAKEN_UITVOEREN).gebruiker,
        reverse("overleg:punt", args=[punt_id]),
    )
    try:
        overleg = van_agenda_halen(punt_id, plekken=plekken_van_anderen(gebruiker, adres))
    except NietToegestaan:
        return geweigerd(request, "agendapunt", punt_id, regel=Recht.ZAKEN_UITVOEREN)
    # Its page is gone, so nobody could open it any more.
    concept_klaar(gebruiker, adres)
    messages.success(request, _("De zaak is van de agenda."))
    return redirect("overleg:agenda", overleg)


@recht(Recht.MEEDOEN)
@bewaart(DerdeForm, concept=gettext_lazy("Derde in een overleg"))
@require_http_methods(["GET", "POST"])
def noem_derde(request: HttpRequest, punt_id: UUID) -> HttpResponseBase:
    """Ask a third party to come, who signed for secrecy."""
    wie = kijker(Recht.MEEDOEN)
    gevonden = punt_van(punt_id, wie=wie)
    if gevonden is None or not schrijft_verslag(gevonden, wie=wie):
        dicht = gevonden and (is_afgelast(gevonden, wie=wie) or schrijft_te_laat(gevonden, wie=wie))
        if gevonden and dicht:
            return _te_laat(request, gevonden)
        return geweigerd(request, "agendapunt", punt_id, regel=Recht.MEEDOEN)
    overleg_op = gevonden.punt.overleg.datum
    form = DerdeForm(request.POST or None, overleg_op=overleg_op, initial=getypt(request))
    if request.method == "POST" and form.is_valid():
        gekozen = form.cleaned_data
        try:
            derde_noemen(punt_id, gekozen["derde"], geheimhouding_op=gekozen["geheimhouding_op"])
        except NietToegestaan:
            form.add_error("derde", _("Deze persoon staat er al bij."))
        else:
            messages.success(request, _("De derde staat bij de genodigden."))
            return redirect("overleg:punt", punt_id)
    leg_formulier_vast(gevonden.punt.casus_id)
    context = {
        "punt": gevonden.punt,
        "formulier": form,
        "kruimels": kruimels(gevonden.punt.overleg),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "overleg/derde.html", context, status=status)


def _afspraken(gevonden: Punt, wie: Kijker) -> Lijst:
    return afspraken_van(gevonden.punt.casus, wie=wie, dag=vandaag())


def _formulier(
    request: HttpRequest, gevonden: Punt, wie: Kijker, lijst: Lijst, gegevens: Any = None
) -> PuntForm:
    return PuntForm(
        gegevens or request.POST or None,
        genodigden=gevonden.genodigden,
        niet_meer=gevonden.niet_meer,
        weggelaten=gevonden.weggelaten,
        is_de_dag=gevonden.punt.overleg.datum <= vandaag(),
        openstaand=_van_eerder(gevonden, lijst),
        uitvoerders=uitvoerders(gevonden.punt.casus),
        initial=getypt(request, beginwaarden(gevonden)),
    )


def _van_eerder(gevonden: Punt, lijst: Lijst) -> Sequence[Afspraak]:
    """What was open before the day, or on it before this verslag was begun; the rest is new."""
    dag, verslag = gevonden.punt.overleg.datum, gevonden.verslag
    return [
        een
        for een in lijst.open
        if een.vastgesteld_op < dag or verslag is None or een.aangemaakt_op < verslag.aangemaakt_op
    ]


def _toon(
    request: HttpRequest,
    gevonden: Punt,
    wie: Kijker,
    *,
    schrijft: bool = True,
    form: PuntForm | None = None,
    te_laat: Sequence[tuple[Any, str | None]] = (),
    status: int = 200,
) -> HttpResponse:
    agendapunt, lijst, dag = gevonden.punt, _afspraken(gevonden, wie), vandaag()
    partner = wie.is_partner and not schrijft and werkt_eraan(agendapunt.casus, wie=wie)
    _leg_blik_vast(gevonden, lijst)
    context = {
        "punt": agendapunt,
        "overleg": agendapunt.overleg,
        "verslag": gevonden.verslag,
        "aan_kant": gevonden.aan_kant and agendapunt.overleg.datum <= dag,
        "een_kant": gevonden.aan_kant,
        "te_laat": [(label, tekst) for label, tekst in te_laat if tekst],
        "genodigden": [naam_van(een) for een in gevonden.genodigden],
        "gevraagd": [(een, naam_van(een)) for een in gevonden.genodigden],
        "buiten": _buiten(gevonden, wie) if schrijft else [],
        "weggelaten": [(een, naam_van(een)) for een in gevonden.weggelaten],
        "open": afspraakregels(lijst.open, dag=dag, huis=schrijft, partner=partner),
        "nu_klaar": afspraakregels(lijst.nu_klaar, dag=dag, huis=schrijft, partner=partner),
        "volgende": volgende_punt(agendapunt, wie=wie),
        "kruimels": kruimels(agendapunt.overleg),
        **_schrijven(request, gevonden, wie, lijst, form, schrijft=schrijft),
    }
    return render(request, "overleg/punt.html", context, status=status)


def _buiten(gevonden: Punt, wie: Kijker) -> list[str]:
    """Who comes for an organisation and has no account any more that opens the casus.

    A procesregisseur alone may know (casus.deelname.plekken).
    """
    if not wie.mag(Recht.DEELNAME_REGELEN):
        return []
    wel = {(een.gebruiker, een.organisatie) for een in plekken()}
    return [
        naam_van(een)
        for een in gevonden.genodigden
        if een.gebruiker_id
        and een.organisatie_id
        and (een.gebruiker_id, een.organisatie_id) not in wel
    ]


def _leg_blik_vast(gevonden: Punt, lijst: Lijst) -> None:
    leg_vast(
        Act(
            handeling="agendapunt.ingezien",
            object_soort="agendapunt",
            object=gevonden.punt.pk,
            casus=gevonden.punt.casus_id,
            aantallen={"afspraken": len(lijst.open)},
            onderwerpen=[("casus", gevonden.punt.casus_id)],
        )
    )


def _schrijven(
    request: HttpRequest,
    gevonden: Punt,
    wie: Kijker,
    lijst: Lijst,
    form: PuntForm | None,
    *,
    schrijft: bool,
) -> dict[str, Any]:
    """What only who writes sees."""
    if not schrijft:
        return {}
    verslag = gevonden.verslag
    gevuld = bool(verslag and (verslag.tekst or verslag.besluit))
    geweest = gevonden.punt.overleg.datum <= vandaag()
    eerder = _van_eerder(gevonden, lijst)
    return {
        "formulier": form or _formulier(request, gevonden, wie, lijst),
        "nieuw": [als_keuze(een) for een in lijst.open if een not in eerder],
        "mag_vaststellen": wie.is_huis and geweest,
        "mag_weghalen": wie.is_huis and not gevuld,
        "mag_weglaten": wie.is_huis,
    }
