# SPDX-License-Identifier: EUPL-1.2
"""The tab Overleggen of a casus: in which meetings it comes or came, and their verslagen."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vangnet.afsluiting.zaakkop import zaakkop
from vangnet.casus.selectors import werkt_voor_het_huis
from vangnet.inrichting.selectors import labels
from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.kern.klok import vandaag
from vangnet.overleg.selectors import van_casus
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.componenten.kruimels import kruimels_naar_zaken
from vangnet.web.componenten.zaakbalk import zaakbalk
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht


@recht(Recht.CASUS_INZIEN)
@require_safe
def overleggen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """What comes and what was, as far as the reader is asked to come or sees the whole casus."""
    wie = kijker(Recht.CASUS_INZIEN)
    kop = zaakkop(casus_id, wie=wie, dag=vandaag())
    if kop is None:
        leg_vast(weigering("casus.geweigerd", "casus", casus_id, regel=Recht.CASUS_INZIEN))
        return niet_gevonden(request)
    lijst, dag = van_casus(kop.casus, wie=wie), vandaag()
    leg_vast(
        Act(
            handeling="casus.ingezien",
            object_soort="casus",
            object=casus_id,
            casus=casus_id,
            velden=["overleggen"],
            aantallen={"overleggen": len(lijst)},
            onderwerpen=[("casus", casus_id)],
        )
    )
    soorten = labels("overleg_soort")["overleg_soort"]
    regels = [(een, soorten.get(een.overleg.soort, een.overleg.soort)) for een in lijst]
    context = {
        **zaakbalk(kop, "overleggen"),
        "kruimels": kruimels_naar_zaken(wie),
        "vandaag": dag,
        "komend": [een for een in reversed(regels) if een[0].overleg.datum >= dag],
        "geweest": [een for een in regels if een[0].overleg.datum < dag],
        "mag_plannen": wie.is_huis and werkt_voor_het_huis(kop.casus, wie=wie),
    }
    return render(request, "overleg/zaak.html", context)
