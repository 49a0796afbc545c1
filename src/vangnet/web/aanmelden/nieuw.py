# SPDX-License-Identifier: EUPL-1.2
"""The one page on which somebody is reported."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vangnet.aanmelding.bijlagen import Bijlageregel, bijlagen_bij
from vangnet.aanmelding.concepten import concept_anders, inhoud_van
from vangnet.aanmelding.models import Aanmelding, Concept
from vangnet.aanmelding.querysets import concepten_van, zichtbaar_voor
from vangnet.aanmelding.selectors import aanmelders
from vangnet.aanmelding.services import aanmelding_indienen, sleutel_van
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.aanmelden.concepten import (
    beginwaarden,
    bijwerken,
    gestuurd,
    leg_concept_vast,
    plek,
    velden,
    waarom_niet,
)
from vangnet.web.aanmelden.forms import AanmeldForm
from vangnet.web.aanmelden.inzien import kruimels, leg_ingezien_vast
from vangnet.web.aanmelden.vensters import voeg_samen
from vangnet.web.aanmelden.weigeren import geweigerd
from vangnet.web.gelijkenden import BekendForm, BsnForm, vergeleken
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht


@recht(Recht.AANMELDEN)
@bewaart(AanmeldForm)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponseBase:
    """The form; other buttons keep it as a draft, or show who resembles the person."""
    wie = kijker(Recht.AANMELDEN)
    if request.method != "POST":
        return _toon(request, wie, _formulier(wie, begin=getypt(request)))
    if "concept" in request.POST or "bijlagen" in request.POST:
        return _bewaar(request, wie)
    if "bekend" in request.POST:
        return _vergelijk(request, wie)
    form = _formulier(wie, gegevens=request.POST)
    if not form.is_valid():
        return _toon(request, wie, form, status=422)
    sleutel = sleutel_van(wie.gebruiker, form.cleaned_data["eenmalig"])
    inhoud, versie, venster = gestuurd(request.POST)
    anders = concept_anders(sleutel, inhoud, wie=wie, versie=versie, venster=venster)
    if anders and (beide := _beide(request, wie, anders)):
        return beide
    return _verstuur(request, wie, form, sleutel)


def _verstuur(
    request: HttpRequest, wie: Kijker, form: AanmeldForm, sleutel: UUID
) -> HttpResponseBase:
    kenmerk = aanmelding_indienen(sleutel, form.melding())
    if not kenmerk:
        return _al_verstuurd(request, wie, sleutel)
    messages.success(
        request,
        _("Je aanmelding is verstuurd. Het kenmerk is %(kenmerk)s.") % {"kenmerk": kenmerk},
    )
    return redirect("aanmelden:aanmelding", sleutel)


@recht(Recht.AANMELDEN)
@require_safe
def verder(request: HttpRequest, concept_id: UUID) -> HttpResponse:
    """Go on with an own draft."""
    wie = kijker(Recht.AANMELDEN)
    concept = concepten_van(wie).filter(pk=concept_id, weg_op=None).first()
    if concept is None:
        return geweigerd(request, "concept", concept_id)
    return _toon(request, wie, _uit_concept(concept, wie))


def _uit_concept(concept: Concept, wie: Kijker) -> AanmeldForm:
    leg_concept_vast(concept)
    begin = {
        **inhoud_van(concept),
        "versie": concept.versie,
        "begin": beginwaarden(concept)["begin"],
    }
    return _formulier(wie, begin=begin)


def _al_verstuurd(request: HttpRequest, wie: Kijker, sleutel: UUID) -> HttpResponse:
    """The form was sent before with another text: what was typed stays, under a key of its own."""
    eerder = zichtbaar_voor(wie).filter(pk=sleutel).first()
    if eerder:
        leg_ingezien_vast(eerder)
    gegevens = request.POST.copy()
    gegevens["eenmalig"] = str(uuid4())
    form = _formulier(wie, gegevens=gegevens)
    return _toon(request, wie, form, status=409, eerder=eerder)


def _bewaar(request: HttpRequest, wie: Kijker) -> HttpResponseBase:
    sleutel = plek(request, wie)
    if sleutel is None:
        return _toon(request, wie, _formulier(wie, gegevens=request.POST), status=422)
    try:
        botst = bijwerken(request.POST, wie, sleutel)
    except NietToegestaan:
        return _niet_bewaard(request, wie, sleutel, request.POST)
    if botst and (beide := _beide(request, wie, botst)):
        return beide
    if "bijlagen" in request.POST:
        return redirect("aanmelden:bijlagen", sleutel)
    messages.success(
        request, _("Je concept is bewaard. Het is nog niet verstuurd; alleen jij ziet het.")
    )
    return redirect("aanmelden:lijst")


def _niet_bewaard(
    request: HttpRequest, wie: Kijker, sleutel: UUID, gegevens: QueryDict
) -> HttpResponse:
    if waarom := waarom_niet(gegevens, wie, sleutel):
        form = _formulier(wie, begin=velden(gegevens))
        return _toon(request, wie, form, status=422, vol=waarom)
    return geweigerd(request, "concept", sleutel)


def _beide(request: HttpRequest, wie: Kijker, concept: Concept) -> HttpResponse | None:
    """The draft with what both windows typed, to look at; None when they say the same."""
    samen, hoe = voeg_samen(request.POST, concept, lambda een: _formulier(wie, gegevens=een))
    if not hoe:
        return None
    try:
        # No third window came between: the turn of `concept_anders` lasts as long as the request.
        bijwerken(samen, wie, concept.pk)
    except NietToegestaan:
        return _niet_bewaard(request, wie, concept.pk, samen)
    concept.refresh_from_db()
    return _toon(request, wie, _uit_concept(concept, wie), status=409, samen=hoe)


def _vergelijk(request: HttpRequest, wie: Kijker) -> HttpResponse:
    getypt = BekendForm(request.POST)
    gevonden = vergeleken(getypt, wie=wie)
    form = _formulier(wie, begin=velden(request.POST))
    return _toon(request, wie, form, vergeleken=True, bekenden=gevonden, geen_dag=getypt.geen_dag())


def _formulier(
    wie: Kijker, *, gegevens: Any = None, begin: Mapping[str, Any] | None = None
) -> AanmeldForm:
    return AanmeldForm(
        gegevens, initial=dict(begin or {}), aanmelders=aanmelders(), voor_het_huis=wie.is_huis
    )


def _bijlagen(form: AanmeldForm, wie: Kijker) -> Sequence[Bijlageregel]:
    """What came with the draft of this form; nothing when it has lost its key."""
    try:
        eenmalig = UUID(str(form["eenmalig"].value()))
    except ValueError:
        return []
    return bijlagen_bij(sleutel_van(wie.gebruiker, eenmalig), wie=wie)


def _toon(
    request: HttpRequest,
    wie: Kijker,
    form: AanmeldForm,
    *,
    status: int = 200,
    eerder: Aanmelding | None = None,
    **meer: Any,
) -> HttpResponse:
    context = {
        **meer,
        "al_verstuurd": status == 409 and "samen" not in meer,
        "fout": status == 422,
        "eerder": eerder,
        "formulier": form,
        "bsnform": BsnForm(request.POST if request.method == "POST" else None),
        "bijlagen": _bijlagen(form, wie),
        "is_huis": wie.is_huis,
        "mag_niet": len(form.fields["aanmelder"].choices) < 2,  # type: ignore[attr-defined]
        "kruimels": kruimels(),
    }
    return render(request, "aanmelden/nieuw.html", context, status=status)
