# SPDX-License-Identifier: EUPL-1.2
"""The filters of the list that somebody keeps: as tabs above it, kept, taken away and put back."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vangnet.gebruikers.bewaardefilters import (
    MEESTE,
    bewaarde_filters,
    filter_bewaren,
    filter_terugzetten,
    filter_weghalen,
)
from vangnet.gebruikers.models import BewaardFilter
from vangnet.kern.fouten import VangnetFout
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.fouten import niet_gevonden
from vangnet.web.ingangen import Ingang
from vangnet.web.recht import recht
from vangnet.web.zaken.forms import FilterForm, FilternaamForm


def filterbalk(wie: Kijker, form: FilterForm) -> dict[str, Any]:
    """Context of the list for `zaken/filters.html`; one query.

    bewaarbaar: what is chosen is kept nowhere yet, and there is room for it; bewaard: the kept
    filter that is at hand; net_weg: what was taken away just now.
    """
    alle = bewaarde_filters(wie.gebruiker)
    eigen = [een for een in alle if een.weg_op is None]
    nu = _te_bewaren(form)
    bewaard = next((een for een in eigen if nu and een.keuzes == nu), None)
    return {
        "filtertabs": _tabs(eigen, bewaard, iets=bool(form.gekozen())) if eigen else [],
        "bewaard": bewaard,
        "bewaarbaar": nu if len(eigen) < MEESTE and not bewaard and not form.errors else {},
        "naamformulier": FilternaamForm(auto_id="id_filter_%s"),
        "net_weg": [een for een in alle if een.weg_op],
    }


def _te_bewaren(form: FilterForm) -> dict[str, str]:
    """What is chosen, as a filter keeps it; nothing while a kenmerk is looked for."""
    gekozen = {naam: str(waarde) for naam, waarde in form.gekozen().items()}
    return {} if "kenmerk" in gekozen else gekozen


def _adres(keuzes: dict[str, str]) -> str:
    return f"{reverse('zaken:lijst')}?{urlencode(keuzes)}"


def _tabs(
    eigen: Sequence[BewaardFilter], hier: BewaardFilter | None, *, iets: bool
) -> list[Ingang]:
    alle = Ingang(_("Alle zaken"), reverse("zaken:lijst"), not iets)
    return [alle, *(Ingang(een.naam, _adres(een.keuzes), een is hier) for een in eigen)]


@recht(Recht.ZAKEN_INZIEN)
@require_POST
def bewaren(request: HttpRequest) -> HttpResponse:
    """Keep the filter at hand; back to the list with it, also when that can't be."""
    wie = kijker(Recht.ZAKEN_INZIEN)
    form, naam = FilterForm(request.POST, wie=wie), FilternaamForm(request.POST)
    form.is_valid()
    keuzes = _te_bewaren(form)
    if form.errors or not keuzes:
        messages.error(request, _("Kies eerst een filter. Een kenmerk bewaar je niet."))
    elif not naam.is_valid():
        messages.error(request, " ".join(str(een) for een in naam.errors["naam"]))
    else:
        try:
            filter_bewaren(wie.gebruiker, naam.cleaned_data["naam"], keuzes)
        except VangnetFout as fout:
            messages.error(request, str(fout))
        else:
            messages.success(request, _("Het filter staat boven de lijst. Alleen jij ziet het."))
    return redirect(_adres(keuzes))


@recht(Recht.ZAKEN_INZIEN)
@require_POST
def weghalen(request: HttpRequest, filter_id: UUID) -> HttpResponse:
    """Take an own filter away; above the list it can be put back for a while."""
    if not filter_weghalen(kijker(Recht.ZAKEN_INZIEN).gebruiker, filter_id):
        return niet_gevonden(request)
    messages.success(
        request, _("Het filter is weg. Boven de lijst zet je het nog tien minuten terug.")
    )
    return redirect("zaken:lijst")


@recht(Recht.ZAKEN_INZIEN)
@require_POST
def terugzetten(request: HttpRequest, filter_id: UUID) -> HttpResponse:
    """Put it back; a second click finds it back already."""
    try:
        staat_er = filter_terugzetten(kijker(Recht.ZAKEN_INZIEN).gebruiker, filter_id)
    except VangnetFout as fout:
        messages.error(request, str(fout))
        return redirect("zaken:lijst")
    if not staat_er:
        return niet_gevonden(request)
    messages.success(request, _("Het filter staat er weer."))
    return redirect("zaken:lijst")
