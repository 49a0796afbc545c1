# SPDX-License-Identifier: EUPL-1.2
"""The overleggen that the reader comes to, or that the house plans."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vangnet.inrichting.selectors import labels
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.overleg.selectors import overleggen_van
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.recht import recht


@recht(Recht.MEEDOEN)
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """What comes, the next first, and what was."""
    wie = kijker(Recht.MEEDOEN)
    gevonden = overleggen_van(wie, dag=vandaag())
    leg_vast(
        Act(
            handeling="overleggen.ingezien",
            object_soort="lijst",
            aantallen={"overleggen": len(gevonden.komend) + len(gevonden.geweest)},
        )
    )
    soorten = labels("overleg_soort")["overleg_soort"]
    context = {
        "komend": [(een, soorten.get(een.soort, een.soort)) for een in gevonden.komend],
        "geweest": [(een, soorten.get(een.soort, een.soort)) for een in gevonden.geweest],
        "meer": gevonden.meer,
        "mag_plannen": wie.is_huis,
        "kruimels": [],
    }
    return render(request, "overleg/lijst.html", context)
