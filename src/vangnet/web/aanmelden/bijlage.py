# SPDX-License-Identifier: EUPL-1.2
"""One document with a draft or an aanmelding: its page, its bytes, and a page of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vangnet.aanmelding.bijlagen import Bijlageregel, bijlage_voor
from vangnet.documenten.sleutels import Onleesbaar
from vangnet.documenten.weergeven import GeenVoorbeeld
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.aanmelden.bijlagen import Bij, bij_wat, kruimels_naar
from vangnet.web.aanmelden.inzien import onderwerpen_van
from vangnet.web.aanmelden.weigeren import geweigerd
from vangnet.web.bestanden import (
    bestand_antwoord,
    blad_antwoord,
    bladen_van,
    bladnummer,
    versieregel,
)
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht


@recht(Recht.AANMELDEN)
@require_safe
def bijlage(request: HttpRequest, aanmelding_id: UUID, bijlage_id: UUID) -> HttpResponse:
    """How it stands, and its pages as pictures."""
    gevonden = _zoek(aanmelding_id, bijlage_id)
    if gevonden is None:
        return geweigerd(request, "bijlage", bijlage_id)
    bij, een = gevonden
    regel = versieregel(een.versie)
    _leg_vast("bijlage.ingezien", gevonden)
    lijst = {
        "titel": _("Documenten"),
        "url": reverse("aanmelden:bijlagen", args=[aanmelding_id]),
    }
    context = {
        "regel": regel,
        "bijlage": een.bijlage,
        **bladen_van(regel, request.GET.get("blad", "")),
        "kruimels": [*kruimels_naar(bij), lijst],
    }
    return render(request, "aanmelden/bijlage.html", context)


@recht(Recht.AANMELDEN)
@require_safe
def bestand(request: HttpRequest, aanmelding_id: UUID, bijlage_id: UUID) -> HttpResponse:
    """The file, to be kept and never shown by the browser."""
    gevonden = _zoek(aanmelding_id, bijlage_id)
    if gevonden is None:
        return geweigerd(request, "bijlage", bijlage_id)
    try:
        antwoord = bestand_antwoord(gevonden[1].versie)
    except Onleesbaar:
        return niet_gevonden(request)
    _leg_vast("bijlage.gedownload", gevonden)
    return antwoord


@recht(Recht.AANMELDEN)
@require_safe
def blad(request: HttpRequest, aanmelding_id: UUID, bijlage_id: UUID) -> HttpResponse:
    """One page (`?nr=`, from 1) as a picture."""
    nummer = bladnummer(request.GET.get("nr", "1"))
    gevonden = _zoek(aanmelding_id, bijlage_id)
    if gevonden is None:
        return geweigerd(request, "bijlage", bijlage_id)
    try:
        antwoord = blad_antwoord(gevonden[1].versie, nummer)
    except (Onleesbaar, GeenVoorbeeld):
        return niet_gevonden(request)
    _leg_vast("bijlage.ingezien", gevonden, blad=nummer)
    return antwoord


def _zoek(aanmelding_id: UUID, bijlage_id: UUID) -> tuple[Bij, Bijlageregel] | None:
    """The document and what it hangs on, when the asker sees both."""
    wie = kijker(Recht.AANMELDEN)
    bij, een = bij_wat(aanmelding_id, wie), bijlage_voor(bijlage_id, aanmelding_id, wie=wie)
    return (bij, een) if bij and een else None


def _leg_vast(handeling: str, gevonden: tuple[Bij, Bijlageregel], **aantallen: int) -> None:
    """About the aanmelding, and the casus that it became; or about the draft."""
    (sleutel, aanmelding), een = gevonden
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="bijlage",
            object=een.bijlage.pk,
            casus=aanmelding.casus_id if aanmelding else None,
            aantallen=aantallen,
            onderwerpen=onderwerpen_van(aanmelding) if aanmelding else [("aanmelding", sleutel)],
        )
    )
