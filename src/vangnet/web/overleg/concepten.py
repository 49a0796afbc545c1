# SPDX-License-Identifier: EUPL-1.2
"""Keeping what is typed on the screen of the day, for a tab that is closed."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from vangnet.overleg.concepten import TEKSTEN, Getypt, concept_bewaren, concept_van
from vangnet.overleg.selectors import Punt, punt_van, schrijft_verslag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.overleg.puntform import beginwaarden
from vangnet.web.overleg.weigeren import geweigerd
from vangnet.web.recht import recht

# Of a text that is still being typed; the form itself takes less.
_HOOGUIT = 100_000


@recht(Recht.MEEDOEN)
@require_POST
def bewaar(request: HttpRequest, punt_id: UUID) -> HttpResponse:
    """Keep what is being typed; answers nothing."""
    wie = kijker(Recht.MEEDOEN)
    gevonden = punt_van(punt_id, wie=wie)
    if gevonden is None or not schrijft_verslag(gevonden, wie=wie):
        return geweigerd(request, "agendapunt", punt_id, regel=Recht.MEEDOEN)
    teksten = {naam: request.POST.get(naam, "").replace("\0", "")[:_HOOGUIT] for naam in TEKSTEN}
    versie = request.POST.get("versie", "")
    getypt = Getypt(gelezen=int(versie) if versie.isdecimal() else 0, **teksten)
    concept_bewaren(gevonden.punt, getypt, auteur=wie.gebruiker, formulier=_formulier(request))
    return HttpResponse(status=204)


def _formulier(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("eenmalig", ""))
    except ValueError:
        return None


def met_concept(punt: Punt, wie: Kijker) -> dict[str, Any]:
    """The fields as they are, and over them what `wie` was typing; the verslag under it too.

    When somebody else saved meanwhile, saving then shows both texts.
    """
    begin = beginwaarden(punt)
    concept = concept_van(punt.punt.pk, auteur=wie.gebruiker)
    if concept is None:
        return begin
    getypt = {naam: getattr(concept, naam) for naam in TEKSTEN}
    return begin | getypt | {"versie": concept.gelezen, "concept": True}
