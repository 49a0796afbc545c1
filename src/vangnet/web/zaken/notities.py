# SPDX-License-Identifier: EUPL-1.2
"""The acts of the note field: save, keep while typing, and take back at once."""

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.casus.concepten import concept_bewaren, concept_van, concept_weg
from vangnet.casus.models import Bijdrage
from vangnet.casus.querysets import bijdragen_voor
from vangnet.casus.selectors import schrijft_namens
from vangnet.casus.services import bijdrage_intrekken, bijdrage_toevoegen
from vangnet.journaal.services import leg_vast, weigering
from vangnet.kern.fouten import NietToegestaan
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.regels import Recht
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht
from vangnet.web.zaken.bijdragen import TERUG_BINNEN
from vangnet.web.zaken.notitieform import NotitieForm, eerste_waarden
from vangnet.web.zaken.openen import Geopend, leg_weigering_vast, open_zaak
from vangnet.web.zaken.overzicht import toon


@recht(Recht.MEEDOEN)
@bewaart(NotitieForm)
@require_http_methods(["GET", "POST"])
def notitie(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Save a note; the GET is the overview, with what was typed when the session ended."""
    geopend, bronnen = _werk(casus_id)
    if geopend is None:
        return niet_gevonden(request)
    casus, auteur, bron = geopend.kop.casus, geopend.wie.gebruiker, bronnen[0]
    begin = eerste_waarden(bron, tekst=concept_van(casus.pk, auteur=auteur))
    form = NotitieForm(request.POST or None, bron=bron, initial=getypt(request, begin))
    if request.method != "POST":
        return toon(request, geopend, form)
    if not form.is_valid():
        return toon(request, geopend, form, status=422)
    with transaction.atomic():
        bijdrage_toevoegen(
            casus,
            form.inhoud(),
            auteur=auteur,
            bron=bron,
            eenmalig=form.cleaned_data["eenmalig"],
        )
        concept_weg(casus.pk, auteur=auteur)
    return redirect("zaken:casus", casus_id)


@recht(Recht.MEEDOEN)
@require_POST
def concept(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Keep what is being typed; answers nothing."""
    geopend, _bronnen = _werk(casus_id)
    if geopend is None:
        return niet_gevonden(request)
    tekst = request.POST.get("tekst", "").replace("\0", "")[:20_000]
    concept_bewaren(geopend.kop.casus, tekst, auteur=geopend.wie.gebruiker)
    return HttpResponse(status=204)


@recht(Recht.MEEDOEN)
@require_POST
def terug(request: HttpRequest, casus_id: UUID, bijdrage_id: UUID) -> HttpResponseBase:
    """Undo a note that was just saved: taken back, and its text in the field again."""
    geopend, _bronnen = _werk(casus_id)
    if geopend is None:
        return niet_gevonden(request)
    eigen = _net_geschreven(geopend, bijdrage_id)
    try:
        if eigen is None:
            raise NietToegestaan("Dit kan niet.")
        with transaction.atomic():
            concept_bewaren(geopend.kop.casus, eigen.tekst, auteur=geopend.wie.gebruiker)
            bijdrage_intrekken(bijdrage_id)
    except NietToegestaan:
        leg_vast(weigering("bijdrage.geweigerd", "bijdrage", bijdrage_id, regel=Recht.MEEDOEN))
        return niet_gevonden(request)
    return redirect("zaken:casus", casus_id)


def _werk(casus_id: UUID) -> tuple[Geopend | None, list[Organisatie | None]]:
    """A casus on which the asker works, and for whom; who only looks writes nothing."""
    geopend = open_zaak(casus_id, Recht.MEEDOEN)
    if geopend is None:
        return None, []
    bronnen = list(schrijft_namens(geopend.kop.casus, geopend.reden, wie=geopend.wie))
    if not bronnen:
        leg_weigering_vast(casus_id, Recht.MEEDOEN)
        return None, []
    return geopend, bronnen


def _net_geschreven(geopend: Geopend, bijdrage_id: UUID) -> Bijdrage | None:
    eigen = bijdragen_voor(geopend.wie).filter(
        pk=bijdrage_id,
        casus=geopend.kop.casus,
        auteur=geopend.wie.gebruiker,
        aangemaakt_op__gte=timezone.now() - TERUG_BINNEN,
        ingetrokken_op__isnull=True,
    )
    return eigen.first()
