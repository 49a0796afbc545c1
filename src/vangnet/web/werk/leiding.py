# SPDX-License-Identifier: EUPL-1.2
"""Mijn werk of a manager: numbers, terms and kenmerken of the house, without names or content."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.kern.werkdagen import werkdagen
from vangnet.toegang.regels import Recht
from vangnet.voortgang.leiding import triagerij, wachtende_opschalingen, werklast
from vangnet.voortgang.selectors import voor_management
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.ingangen import Deur, toon_met_tabs
from vangnet.web.recht import recht

# Of who leads and does casework too.
DEUREN = (
    Deur(_("Mijn werk"), "werk:begin", Recht.MEEDOEN),
    Deur(_("Werk van het huis"), "werk:leiding", Recht.WERKLAST_INZIEN),
)


@recht(Recht.WERKLAST_INZIEN)
@require_safe
def leiding(request: HttpRequest) -> HttpResponse:
    """What waits too long, the queue, and how many casussen each colleague has."""
    dag = vandaag()
    wachtend, gemeld, rij = wachtende_opschalingen(), voor_management(dag), triagerij()
    niveaus = dict(codekeuzes("niveau"))
    gezien = {een.casus for rijen in (wachtend, gemeld) for een in rijen}
    leg_vast(
        Act(
            handeling="leiding.ingezien",
            object_soort="lijst",
            aantallen={"casussen": len(gezien)},
            onderwerpen=[("casus", een) for een in gezien],
        )
    )
    context = {
        "wachtend": [(een, niveaus[een.niveau], een.antwoord_voor < dag) for een in wachtend],
        "gemeld": gemeld,
        "rij": rij,
        "oudste_werkdagen": werkdagen(rij.oudste, dag) if rij.oudste else 0,
        "werklast": werklast(),
        "kruimels": [],
    }
    return toon_met_tabs(DEUREN, request, "werk/leiding.html", context, hier="werk:leiding")
