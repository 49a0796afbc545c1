# SPDX-License-Identifier: EUPL-1.2
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vangnet.journaal.services import Act, leg_vast
from vangnet.kerncijfers.berekening import bereken
from vangnet.kerncijfers.catalogus import CATALOGUS
from vangnet.kerncijfers.weergave import als_csv
from vangnet.toegang.regels import Recht
from vangnet.web.cijfers.jaren import jaarkeuze
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht


@recht(Recht.CIJFERS_INZIEN)
@require_safe
def csv(request: HttpRequest, sleutel: str) -> HttpResponse:
    """One figure of a year with all its breakdowns, from the same computation as the page."""
    if sleutel not in CATALOGUS:
        return niet_gevonden(request)
    _form, jaar = jaarkeuze(request.GET)
    kerncijfers = bereken(date(jaar, 1, 1), date(jaar, 12, 31), sleutels=[sleutel])
    leg_vast(Act(handeling="cijfers.uitgevoerd", object_soort=sleutel))
    antwoord = HttpResponse(als_csv(kerncijfers), content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="{sleutel}-{jaar}.csv"'
    return antwoord
