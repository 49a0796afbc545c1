# SPDX-License-Identifier: EUPL-1.2
"""The acts of the note field: save, keep while typing, and take back at once."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.casus.concepten import (
    Venster,
    concept_bewaren,
    concept_van,
    concept_weg,
    een_tegelijk,
    van_ander_venster,
)
from vangnet.casus.models import Bijdrage
from vangnet.casus.querysets import bijdragen_voor
from vangnet.casus.selectors import schrijft_namens
from vangnet.casus.services import bijdrage_intrekken, bijdrage_toevoegen
from vangnet.journaal.services import leg_vast, weigering
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import nu
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.regels import Recht
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.notitieveld import (
    HOOGUIT,
    getypte_notitie,
    notitieveld,
    tijdens_typen,
    venster_van,
)
from vangnet.web.recht import recht
from vangnet.web.zaken.bijdragen import TERUG_BINNEN
from vangnet.web.zaken.notitieform import NotitieForm, eerste_waarden, is_uit_het_veld
from vangnet.web.zaken.openen import Geopend, leg_weigering_vast, open_zaak
from vangnet.web.zaken.overzicht import toon


@recht(Recht.MEEDOEN)
@notitieveld
@bewaart(NotitieForm)
@require_http_methods(["GET", "POST"])
def notitie(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Save a note; the GET is the overview, with what was typed when the session ended."""
    geopend, bronnen = _werk(casus_id)
    if geopend is None:
        return niet_gevonden(request)
    casus, auteur, bron = geopend.kop.casus, geopend.wie.gebruiker, bronnen[0]
    begin = eerste_waarden(bron, concept=concept_van(casus.pk, auteur=auteur))
    form = NotitieForm(request.POST or None, bron=bron, initial=getypt(request, begin))
    if request.method != "POST":
        return toon(request, geopend, form)
    if not form.is_valid():
        return toon(request, geopend, form, status=422)
    with transaction.atomic():
        een_tegelijk(casus.pk, auteur=auteur)
        bijdrage_toevoegen(
            casus,
            form.inhoud(),
            auteur=auteur,
            bron=bron,
            eenmalig=form.cleaned_data["eenmalig"],
        )
        gestuurd = form.cleaned_data
        concept_weg(
            casus.pk,
            auteur=auteur,
            merk=gestuurd["merk"],
            tekst=gestuurd["tekst"],
            venster=Venster(gestuurd["eenmalig"]),
        )
    return redirect("zaken:casus", casus_id)


@recht(Recht.MEEDOEN)
@tijdens_typen
@require_POST
def concept(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Keep what is being typed; answers with the merk of what was kept, for the form.

    And says so when it wasn't: what another window keeps is never overwritten, and of a text that
    is too long no part is kept.
    """
    geopend, _bronnen = _werk(casus_id)
    if geopend is None:
        return niet_gevonden(request)
    tekst = getypte_notitie(request)
    if len(tekst) > HOOGUIT:
        return render(request, "zaken/notitiemerk.html", {"te_lang": HOOGUIT})
    bewaard = concept_bewaren(
        casus_id,
        tekst,
        auteur=geopend.wie.gebruiker,
        venster=venster_van(request),
        merk=request.POST.get("merk", ""),
    )
    if not bewaard.merk:
        return HttpResponse(status=204)
    merk = bewaard.merk if bewaard.tekst == tekst else ""
    return render(request, "zaken/notitiemerk.html", {"merk": merk})


@recht(Recht.MEEDOEN)
@notitieveld
@require_POST
def terug(request: HttpRequest, casus_id: UUID, bijdrage_id: UUID) -> HttpResponseBase:
    """Undo a note that was just saved: taken back, and its text in the field again.

    What was being typed meanwhile comes after it, in another window too: nothing is lost.
    """
    geopend, _bronnen = _werk(casus_id)
    if geopend is None:
        return niet_gevonden(request)
    eigen = _net_geschreven(geopend, bijdrage_id)
    try:
        if eigen is None:
            raise NietToegestaan("Dit kan niet.")
        veld, merk = getypte_notitie(request), request.POST.get("merk", "")
        _neem_terug(geopend, eigen, veld, merk, venster_van(request))
    except NietToegestaan:
        leg_vast(weigering("bijdrage.geweigerd", "bijdrage", bijdrage_id, regel=Recht.MEEDOEN))
        return niet_gevonden(request)
    messages.success(request, _("Ongedaan gemaakt. De tekst staat weer in het notitieveld."))
    return redirect("zaken:casus", casus_id)


@transaction.atomic
def _neem_terug(geopend: Geopend, eigen: Bijdrage, veld: str, merk: str, venster: Venster) -> None:
    casus, auteur = geopend.kop.casus, geopend.wie.gebruiker
    een_tegelijk(casus.pk, auteur=auteur)
    bewaard = concept_van(casus.pk, auteur=auteur)
    anders = van_ander_venster(bewaard, merk=merk, tekst=veld, venster=venster)
    elders = bewaard.tekst if anders else ""
    tekst = "\n\n".join(een for een in (eigen.tekst, veld, elders) if een.strip())
    concept_bewaren(casus.pk, tekst, auteur=auteur, merk=bewaard.merk)
    bijdrage_intrekken(eigen.pk)


def _werk(casus_id: UUID) -> tuple[Geopend | None, list[Organisatie | None]]:
    """A casus on which the asker works, and for whom; who only looks writes nothing."""
    geopend = open_zaak(casus_id, Recht.MEEDOEN, volledig=True)
    if geopend is None:
        return None, []
    bronnen = list(schrijft_namens(geopend.kop.casus, geopend.reden, wie=geopend.wie))
    if not bronnen:
        leg_weigering_vast(casus_id, Recht.MEEDOEN)
        return None, []
    return geopend, bronnen


def _net_geschreven(geopend: Geopend, bijdrage_id: UUID) -> Bijdrage | None:
    eigen = (
        bijdragen_voor(geopend.wie)
        .filter(
            pk=bijdrage_id,
            casus=geopend.kop.casus,
            auteur=geopend.wie.gebruiker,
            aangemaakt_op__gte=nu() - TERUG_BINNEN,
            ingetrokken_op__isnull=True,
        )
        .first()
    )
    return eigen if eigen and is_uit_het_veld(eigen) else None
