# SPDX-License-Identifier: EUPL-1.2
"""The other tabs of a casus in this room: Tijdlijn, Personen & netwerk, and Beeld."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vangnet.beeld.selectors import gescoorden, vragen_van
from vangnet.casus.betrokkenen import net_beeindigd
from vangnet.casus.selectors import schrijft_namens
from vangnet.inrichting.selectors import labels
from vangnet.kern.klok import vandaag
from vangnet.toegang.regels import Recht
from vangnet.web.componenten.scores import scoretabellen
from vangnet.web.componenten.tekenaars import genoemden
from vangnet.web.componenten.vragen import vraagregels
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht
from vangnet.web.zaken import bijdragen, dossier, gebeurtenissen
from vangnet.web.zaken.beeld import per_leefgebied
from vangnet.web.zaken.netwerk import relaties_tussen
from vangnet.web.zaken.openen import open_zaak


@recht(Recht.CASUS_INZIEN)
@require_safe
def tijdlijn(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Everything that happened or was contributed, newest first."""
    geopend = open_zaak(casus_id)
    if geopend is None:
        return niet_gevonden(request)
    casus = geopend.kop.casus
    woorden = labels(*gebeurtenissen.LIJSTEN, *bijdragen.LIJSTEN)
    regels = bijdragen.bijdrageregels(casus, woorden, wie=geopend.wie, mag=False)
    plannen = gebeurtenissen.plannen_van(casus, wie=geopend.wie) if geopend.kop.heel else None
    mensen = [mens for _plan, wie in plannen or () for mens in genoemden(wie)]
    geopend.leg_vast("tijdlijn", mensen, aantallen={"bijdragen": len(regels)})
    context = {
        **geopend.context("tijdlijn"),
        "gebeurtenissen": gebeurtenissen.gebeurtenissen(
            casus, regels, woorden, wie=geopend.wie, plannen=plannen
        ),
    }
    return render(request, "zaken/tijdlijn.html", context)


@recht(Recht.CASUS_INZIEN)
@require_safe
def personen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Who is in the casus, in which role, and how they are related."""
    geopend = open_zaak(casus_id)
    if geopend is None:
        return niet_gevonden(request)
    woorden = labels("betrokkene_rol", "relatie_soort")
    casus = geopend.kop.casus
    mensen = dossier.betrokkenheden(casus, wie=geopend.wie)
    geopend.leg_vast("personen", mensen)
    mag = geopend.werkt and geopend.wie.mag(Recht.PERSONEN_VASTLEGGEN) and not casus.gesloten
    net = net_beeindigd(wie=geopend.wie) if mag else set()
    context = {
        **geopend.context("personen"),
        "betrokkenen": dossier.betrokkenen(
            casus, mensen, woorden, dag=vandaag(), net_beeindigd=net
        ),
        "mag_vastleggen": mag,
        "mag_kant": geopend.werkt
        and geopend.wie.mag(Recht.DEELNAME_REGELEN)
        and not casus.gesloten
        and (len(mensen) > 1 or any(een.zijde for een in mensen)),
        **relaties_tussen(mensen, woorden["relatie_soort"], net_beeindigd=net),
    }
    return render(request, "zaken/personen.html", context)


@recht(Recht.CASUS_INZIEN)
@require_safe
def beeld(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """What everybody knows, per leefgebied, and of which nobody told anything yet."""
    geopend = open_zaak(casus_id)
    if geopend is None:
        return niet_gevonden(request)
    casus = geopend.kop.casus
    mag = bool(schrijft_namens(casus, geopend.reden, wie=geopend.wie))
    woorden = labels(*bijdragen.LIJSTEN)
    regels = bijdragen.bijdrageregels(casus, woorden, wie=geopend.wie, mag=mag)
    vragen = vragen_van(casus, wie=geopend.wie)
    mensen = gescoorden(casus, wie=geopend.wie) if geopend.kop.heel else []
    genoemd = [een.betrokkenheid for een in vragen if een.betrokkenheid]
    genoemd += [een.betrokkenheid for een in mensen]
    geopend.leg_vast(
        "beeld",
        [*bijdragen.over_wie(regels), *genoemd],
        {"bijdragen": len(regels), "vragen": len(vragen)},
    )
    werkt = mag and geopend.kop.heel and geopend.wie.is_huis
    context = {
        **geopend.context("beeld"),
        "mag_bijdragen": mag,
        "huis_werkt": werkt,
        "vraag_open": any(een.afhandeling is None for een in vragen),
        "vragen": vraagregels(
            vragen,
            woorden["leefgebied"],
            dag=vandaag(),
            huis=geopend.kop.heel,
            lezer=geopend.wie.gebruiker,
        ),
        "scoretabellen": scoretabellen(mensen, woorden["leefgebied"]),
        **per_leefgebied(regels, woorden["leefgebied"]),
    }
    return render(request, "zaken/beeld.html", context)
