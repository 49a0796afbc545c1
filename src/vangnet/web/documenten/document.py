# SPDX-License-Identifier: EUPL-1.2
"""One document: its versions and what is in it; a newer version, and taking it away."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vangnet.casus.documenten import (
    Document,
    document_vernieuwen,
    document_voor,
    documenten_voor,
)
from vangnet.casus.models import Casus
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.casus.selectors import werkt_eraan
from vangnet.casus.services import bijdrage_intrekken, bijdrage_terugzetten
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.bestanden import Versieregel, bladen_van, versieregel
from vangnet.web.documenten.forms import VersieForm
from vangnet.web.documenten.overzicht import kruimels_naar_lijst
from vangnet.web.documenten.weigeren import geweigerd
from vangnet.web.documenten.woorden import documentregel
from vangnet.web.recht import recht


@recht(Recht.CASUS_INZIEN)
@require_safe
def document(request: HttpRequest, casus_id: UUID, document_id: UUID) -> HttpResponse:
    """A document with its versions; `?versie=` and `?blad=` say what is shown of it."""
    wie = kijker(Recht.CASUS_INZIEN)
    casus, gevonden = _vind(casus_id, document_id, wie)
    if casus is None or gevonden is None:
        return geweigerd(request, "document", document_id, regel=Recht.CASUS_INZIEN)
    mag = werkt_eraan(casus, wie=wie)
    regels = [versieregel(een) for een in gevonden.versies]
    gekozen = _gekozen(regels, request.GET.get("versie", ""))
    _leg_vast(gevonden)
    context = {
        **_context(casus, gevonden, wie, mag=mag),
        "versies": regels,
        "gekozen": gekozen,
        **bladen_van(gekozen, request.GET.get("blad", "")),
    }
    return render(request, "documenten/document.html", context)


@recht(Recht.MEEDOEN)
@require_http_methods(["GET", "POST"])
def vernieuw(request: HttpRequest, casus_id: UUID, document_id: UUID) -> HttpResponseBase:
    """A newer version of one's own document; the former ones stay to be read."""
    wie = kijker(Recht.MEEDOEN)
    casus, eigen = _vind_eigen(casus_id, document_id, wie)
    if casus is None or eigen is None:
        return geweigerd(request, "document", document_id, regel=Recht.MEEDOEN)
    gestuurd = request.method == "POST"
    form = VersieForm(request.POST, request.FILES) if gestuurd else VersieForm()
    if gestuurd and form.is_valid():
        bestand = form.cleaned_data["bestanden"][0]
        document_vernieuwen(document_id, bestand, auteur=wie.gebruiker)
        messages.success(request, _("De nieuwe versie is toegevoegd. We scannen haar eerst."))
        return redirect("documenten:document", casus_id, document_id)
    _leg_vast(eigen)
    context = {**_context(casus, eigen, wie, mag=True), "formulier": form}
    return render(
        request, "documenten/nieuwe_versie.html", context, status=422 if gestuurd else 200
    )


@recht(Recht.MEEDOEN)
@require_POST
def haal_weg(request: HttpRequest, casus_id: UUID, document_id: UUID) -> HttpResponseBase:
    """Take one's own document away: nobody else sees it now; for ten minutes it can return."""
    wie = kijker(Recht.MEEDOEN)
    casus, eigen = _vind_eigen(casus_id, document_id, wie)
    if casus is None or eigen is None:
        return geweigerd(request, "document", document_id, regel=Recht.MEEDOEN)
    try:
        bijdrage_intrekken(document_id)
    except NietToegestaan:
        return geweigerd(request, "document", document_id, regel=Recht.MEEDOEN)
    return redirect("documenten:overzicht", casus_id)


@recht(Recht.MEEDOEN)
@require_POST
def zet_terug(request: HttpRequest, casus_id: UUID, document_id: UUID) -> HttpResponseBase:
    """Undo that; the database decides whether it still can."""
    wie = kijker(Recht.MEEDOEN)
    if not documenten_voor(wie).filter(pk=document_id, casus=casus_id).exists():
        return geweigerd(request, "document", document_id, regel=Recht.MEEDOEN)
    try:
        bijdrage_terugzetten(document_id)
    except NietToegestaan:
        return geweigerd(request, "document", document_id, regel=Recht.MEEDOEN)
    messages.success(request, _("Het document staat er weer."))
    return redirect("documenten:overzicht", casus_id)


def _vind(casus_id: UUID, document_id: UUID, wie: Kijker) -> tuple[Casus | None, Document | None]:
    casus = zichtbaar_voor(wie).filter(pk=casus_id).first()
    return casus, document_voor(document_id, casus_id, wie=wie)


def _vind_eigen(
    casus_id: UUID, document_id: UUID, wie: Kijker
) -> tuple[Casus | None, Document | None]:
    """One's own document of a casus on which one still works."""
    casus, gevonden = _vind(casus_id, document_id, wie)
    eigen = (
        casus is not None
        and gevonden is not None
        and gevonden.bijdrage.auteur_id == wie.gebruiker
        and werkt_eraan(casus, wie=wie)
    )
    return (casus, gevonden) if eigen else (None, None)


def _gekozen(regels: list[Versieregel], gevraagd: str) -> Versieregel | None:
    """The version that was asked for, or else the newest."""
    gevonden = [een for een in regels if str(een.versie.nummer) == gevraagd]
    return next(iter(gevonden or regels), None)


def _context(casus: Casus, document: Document, wie: Kijker, *, mag: bool) -> dict[str, Any]:
    return {
        "casus": casus,
        "regel": documentregel(document, wie=wie, mag=mag),
        "kruimels": kruimels_naar_lijst(casus, wie),
    }


def _leg_vast(document: Document) -> None:
    over = document.bijdrage.betrokkenheid
    leg_vast(
        Act(
            handeling="document.ingezien",
            object_soort="document",
            object=document.bijdrage.pk,
            casus=document.bijdrage.casus_id,
            onderwerpen=[
                ("casus", document.bijdrage.casus_id),
                *([("persoon", over.persoon_id)] if over else []),
            ],
        )
    )
