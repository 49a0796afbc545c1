# SPDX-License-Identifier: EUPL-1.2
"""The verslag of one casus: to read and to print, and the moment from which it stays as it is."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.overleg.selectors import punt_van
from vangnet.overleg.services import verslag_vaststellen
from vangnet.plan.selectors import afspraken_van
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.componenten.afspraken import afspraakregels
from vangnet.web.overleg.agenda import kruimels
from vangnet.web.overleg.puntform import naam_van
from vangnet.web.overleg.weigeren import geweigerd
from vangnet.web.recht import recht


@recht(Recht.MEEDOEN)
@require_safe
def verslag(request: HttpRequest, punt_id: UUID) -> HttpResponse:
    """Who was there, what was said and decided, and the afspraken that the reader may see."""
    wie = kijker(Recht.MEEDOEN)
    gevonden = punt_van(punt_id, wie=wie)
    if gevonden is None or gevonden.verslag is None:
        return geweigerd(request, "agendapunt", punt_id, regel=Recht.MEEDOEN)
    agendapunt = gevonden.punt
    leg_vast(
        Act(
            handeling="verslag.ingezien",
            object_soort="verslag",
            object=gevonden.verslag.pk,
            casus=agendapunt.casus_id,
            onderwerpen=[("casus", agendapunt.casus_id)],
        )
    )
    dag = vandaag()
    lijst = afspraken_van(agendapunt.casus, wie=wie, dag=dag)
    context = {
        "punt": agendapunt,
        "overleg": agendapunt.overleg,
        "verslag": gevonden.verslag,
        "aanwezig": [naam_van(een) for een in gevonden.genodigden if een.aanwezig],
        "afwezig": [naam_van(een) for een in gevonden.genodigden if een.aanwezig is False],
        "open": afspraakregels(lijst.open, dag=dag, huis=False),
        "kruimels": kruimels(agendapunt.overleg),
    }
    return render(request, "overleg/verslag.html", context)


@recht(Recht.ZAKEN_UITVOEREN)
@require_POST
def stel_vast(request: HttpRequest, punt_id: UUID) -> HttpResponseBase:
    """Nobody changes it after this, and the partners of the casus read it."""
    try:
        verslag_vaststellen(punt_id)
    except NietToegestaan:
        return geweigerd(request, "agendapunt", punt_id, regel=Recht.ZAKEN_UITVOEREN)
    messages.success(request, _("Het verslag is vastgesteld. De genodigden kunnen het lezen."))
    return redirect("overleg:verslag", punt_id)
