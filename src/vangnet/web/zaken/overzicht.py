# SPDX-License-Identifier: EUPL-1.2
"""Overzicht of a casus: the note field, the newest contributions, what is open and who is in it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vangnet.casus.concepten import concept_van
from vangnet.casus.selectors import schrijft_namens
from vangnet.inrichting.models import Huis
from vangnet.inrichting.selectors import het_huis, labels
from vangnet.kern.klok import vandaag
from vangnet.toegang.regels import Recht
from vangnet.voortgang.regels import Klok
from vangnet.voortgang.selectors import klok_van, termijnen_van
from vangnet.web.componenten.klok import klokregels
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht
from vangnet.web.zaken import bijdragen, dossier
from vangnet.web.zaken.inzet import ANDERE
from vangnet.web.zaken.notitieform import NotitieForm, eerste_waarden
from vangnet.web.zaken.ondersteuning import vak
from vangnet.web.zaken.openen import Geopend, open_zaak

NIEUWSTE = 10


@recht(Recht.CASUS_INZIEN)
@require_safe
def casus(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """One casus at a glance."""
    geopend = open_zaak(casus_id, volledig=True)
    return toon(request, geopend) if geopend else niet_gevonden(request)


def toon(
    request: HttpRequest, geopend: Geopend, form: NotitieForm | None = None, *, status: int = 200
) -> HttpResponse:
    """The page; form: what was typed in the note field, when that isn't the kept concept."""
    zaak, wie = geopend.kop.casus, geopend.wie
    namens = schrijft_namens(zaak, geopend.reden, wie=wie)
    woorden = labels(*dossier.LIJSTEN, *bijdragen.LIJSTEN)
    mensen = dossier.betrokkenheden(zaak, wie=wie)
    regels = bijdragen.bijdrageregels(zaak, woorden, wie=wie, mag=bool(namens), hooguit=NIEUWSTE)
    if namens and form is None:
        concept = concept_van(zaak.pk, auteur=wie.gebruiker)
        form = NotitieForm(bron=namens[0], initial=eerste_waarden(namens[0], concept=concept))
    genoemd = [*mensen, *bijdragen.over_wie(regels)]
    geopend.leg_vast("overzicht", genoemd, {"bijdragen": len(regels)})
    huis = het_huis()
    klok = _klok(geopend, huis)
    context = {
        **geopend.context("overzicht"),
        "formulier": form,
        "terug": bijdragen.terug_te_nemen(regels),
        "bijdragen": regels,
        "mag_bijdragen": bool(namens),
        "betrokkenen": dossier.betrokkenen(zaak, mensen, woorden, dag=vandaag()),
        "gegevens": dossier.gegevens(zaak, mensen, woorden),
        "afspraken": dossier.afspraken(zaak, wie=wie),
        "vragen": geopend.kop.vragen,
        "vandaag": vandaag(),
        "wissel_naar": _wissel_naar(geopend),
        "mag_schrijven": geopend.werkt and wie.is_huis,
        "huis": huis,
        "voortgang": klokregels(klok) if klok else [],
        **_vooruit(geopend, klok),
        **vak(geopend, dag=vandaag()),
    }
    return render(request, "zaken/casus.html", context, status=status)


def _klok(geopend: Geopend, huis: Huis) -> Klok | None:
    """How it stands; nothing for who does not see all of it."""
    if geopend.kop.casus.gesloten or not geopend.kop.heel:
        return None
    return klok_van(geopend.kop.casus.pk, wie=geopend.wie, dag=vandaag(), gezet=termijnen_van(huis))


def _vooruit(geopend: Geopend, klok: Klok | None) -> dict[str, Any]:
    """Where an open casus goes; nothing of an ondersteuning, which has no plan and no clock.

    A partner sees no goals: those are the plan.
    """
    kop = geopend.kop
    is_regie = kop.inzet != "ondersteuning" or kop.heeft_plan
    return {
        "vooruit": kop.vooruit if is_regie and not kop.casus.gesloten else None,
        "heeft_plan": kop.heeft_plan,
        # Who looks with a reason doesn't go to an overleg.
        "gaat_naar_overleg": geopend.wie.mag(Recht.MEEDOEN),
        "evaluatie_op": klok.evaluatie_op if klok else None,
    }


def _wissel_naar(geopend: Geopend) -> str:
    """The other inzet, for a procesregisseur who works on an open casus; else empty."""
    regelt = geopend.wie.mag(Recht.DEELNAME_REGELEN)
    if not (geopend.werkt and regelt) or geopend.kop.afgesloten_op:
        return ""
    return ANDERE.get(geopend.kop.inzet, "")
