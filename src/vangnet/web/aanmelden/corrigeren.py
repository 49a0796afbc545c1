# SPDX-License-Identifier: EUPL-1.2
"""Correcting a decision: a new one with a reason, until the aanmelder has the answer."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.aanmelding.besluiten import besluit_corrigeren
from vangnet.aanmelding.models import Aanmelding
from vangnet.aanmelding.querysets import (
    huisoordelen_voor,
    met_gevoegd,
    oordelen_voor,
    zichtbaar_voor,
)
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.aanmelden.besluit import (
    eigen_antwoorden,
    formulier,
    gelijkenden_van,
    na_besluit,
    toon,
)
from vangnet.web.aanmelden.besluitform import CorrectieForm
from vangnet.web.aanmelden.inzien import kruimels, leg_ingezien_vast
from vangnet.web.aanmelden.weigeren import geweigerd
from vangnet.web.aanmelden.woorden import waarom_vast
from vangnet.web.getypt import bewaart
from vangnet.web.recht import recht


@recht(Recht.TRIAGE_DOEN)
@bewaart(CorrectieForm, concept=gettext_lazy("Verbetering van een besluit"))
@require_http_methods(["GET", "POST"])
def corrigeren(request: HttpRequest, aanmelding_id: UUID) -> HttpResponseBase:
    """The form of a decision, with what was decided in it; or the sentence why that can't be."""
    wie = kijker(Recht.TRIAGE_DOEN)
    gevonden = _besloten(wie, aanmelding_id)
    if gevonden is None or waarom_vast(gevonden):
        return _te_laat(request, wie, gevonden, aanmelding_id)
    bekend = gelijkenden_van(gevonden, wie)
    form = formulier(
        request, wie, bekend, soort=CorrectieForm, begin=_zoals_besloten(gevonden, wie)
    )
    if request.method == "POST" and form.is_valid():
        try:
            casus = besluit_corrigeren(
                aanmelding_id, form.beslissing(), waarom=form.cleaned_data["waarom"]
            )
        except NietToegestaan:
            return _te_laat(request, wie, _besloten(wie, aanmelding_id), aanmelding_id)
        messages.success(request, _("Het besluit is verbeterd. Wat er stond, blijft zichtbaar."))
        return na_besluit(request, gevonden, casus, wie)
    return toon(request, gevonden, form, bekend)


def _zoals_besloten(gevonden: Aanmelding, wie: Kijker) -> dict[str, Any]:
    """The fields of the form as they were decided; who decided it anew is asked."""
    begin: dict[str, Any] = {
        "besluit": gevonden.triage_besluit,
        "reden": gevonden.reden,
        "verwezen_naar": gevonden.verwezen_naar,
    }
    for een in oordelen_voor(wie).filter(aanmelding=gevonden):
        begin[f"geldt_{een.criterium}"] = "ja" if een.geldt else "nee"
        begin[f"motivering_{een.criterium}"] = een.motivering
    for eigen in huisoordelen_voor(wie).filter(aanmelding=gevonden):
        begin[f"huisgeldt_{eigen.criterium_id}"] = "ja" if eigen.geldt else "nee"
        begin[f"huismotivering_{eigen.criterium_id}"] = eigen.motivering
    return begin


def _besloten(wie: Kijker, aanmelding_id: UUID) -> Aanmelding | None:
    besloten = zichtbaar_voor(wie).filter(pk=aanmelding_id, triage_besluit__isnull=False)
    met_soort = met_gevoegd(besloten).select_related("aanmelder", "antwoord")
    een: Aanmelding | None = met_soort.first()
    return een


def _te_laat(
    request: HttpRequest, wie: Kijker, gevonden: Aanmelding | None, aanmelding_id: UUID
) -> HttpResponse:
    """Why the decision is fixed, with what the reader typed; else the refusal that says nothing."""
    if gevonden is None or not waarom_vast(gevonden):
        return geweigerd(request, "aanmelding", aanmelding_id)
    leg_ingezien_vast(gevonden)
    context = {
        "aanmelding": gevonden,
        "waarom": waarom_vast(gevonden),
        "antwoorden": eigen_antwoorden(request, gevonden, wie, soort=CorrectieForm),
        "kruimels": kruimels(gevonden),
    }
    return render(request, "aanmelden/besluit_vast.html", context, status=409)
