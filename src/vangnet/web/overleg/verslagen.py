# SPDX-License-Identifier: EUPL-1.2
"""The verslag of one casus: to read and to print."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.overleg.selectors import punt_van
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
