# SPDX-License-Identifier: EUPL-1.2
"""The own people, and one of them with the three buttons."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vangnet.afsluiting.risico import risicos_van
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.losse import gestopt
from vangnet.voortgang.trajecten import contacten_van, onderweg, weggehaalde_contacten
from vangnet.web.fouten import niet_gevonden
from vangnet.web.onderweg.openen import naam_van, open_eigen
from vangnet.web.onderweg.woorden import contactregels, is_onveilig, veiligheidsregel
from vangnet.web.recht import recht

# So many contacts stand on the page; the rest is on the page of the casus.
_LAATSTE = 5


@recht(Recht.TRAJECT_DOEN)
@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Whom one works with, the first appointment first."""
    wie = kijker(Recht.TRAJECT_DOEN)
    rijen, voorbij = onderweg(wie), gestopt(wie)
    mensen = dict.fromkeys(een.hoofdbetrokkene_id for een in rijen if een.hoofdbetrokkene_id)
    leg_vast(
        Act(
            handeling="onderweg.ingezien",
            object_soort="lijst",
            aantallen={"casussen": len(rijen)},
            onderwerpen=[
                *(("casus", een.pk) for een in rijen),
                *(("casus", een.casus_id) for een in voorbij),
                *(("persoon", een) for een in mensen),
            ],
        )
    )
    risicos = risicos_van([een.pk for een in rijen], wie=wie)
    mijn = [(een, naam_van(een), is_onveilig(risicos.get(een.pk))) for een in rijen]
    context = {"rijen": mijn, "gestopt": voorbij, "kruimels": []}
    return render(request, "onderweg/begin.html", context)


@recht(Recht.TRAJECT_DOEN)
@require_safe
def casus(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """One of them: what to do, what is to come, and what was last."""
    geopend = open_eigen(casus_id)
    if geopend is None:
        return niet_gevonden(request)
    geopend.leg_vast()
    contacten = contacten_van(casus_id, wie=geopend.wie)
    komend = [een for een in contacten if een.uitkomst is None]
    geweest = [een for een in contacten if een.uitkomst is not None]
    risicos = risicos_van([casus_id], wie=geopend.wie)
    context = geopend.context(
        veiligheid=veiligheidsregel(risicos.get(casus_id)),
        komend=contactregels(reversed(komend), wie=geopend.wie.gebruiker),
        geweest=contactregels(geweest[:_LAATSTE], wie=geopend.wie.gebruiker),
        weggehaald=contactregels(
            weggehaalde_contacten(casus_id, wie=geopend.wie), wie=geopend.wie.gebruiker
        ),
    )
    return render(request, "onderweg/casus.html", context)
