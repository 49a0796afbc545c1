# SPDX-License-Identifier: EUPL-1.2
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import nu
from vangnet.toegang.regels import Recht
from vangnet.toezicht.patronen import patronen as zoek_patronen
from vangnet.web.recht import recht
from vangnet.web.toezicht.tabs import tabs


@recht(Recht.TOEZICHT_HOUDEN)
@require_safe
def patronen(request: HttpRequest) -> HttpResponse:
    """What was odd in the last week, each list with its rule."""
    gevonden = zoek_patronen(nu())
    leg_vast(
        Act(
            handeling="patronen.ingezien",
            object_soort="journaal",
            doel="toezicht",
            aantallen={"gevonden": sum(len(een.vondsten) for een in gevonden)},
        )
    )
    context = {"patronen": gevonden, "tabs": tabs("toezicht:patronen")}
    return render(request, "toezicht/patronen.html", context)
