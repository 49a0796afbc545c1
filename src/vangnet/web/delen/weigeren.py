# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from vangnet.journaal.services import leg_vast, weigering
from vangnet.toegang.regels import Recht
from vangnet.web.fouten import niet_gevonden


def geweigerd(request: HttpRequest, soort: str, gevraagd: UUID, *, regel: Recht) -> HttpResponse:
    """The same page for what may not and for what isn't there: who tries ids leaves a trace.

    soort: what `gevraagd` is the id of: a casus, casusrol or bijdrage.
    """
    leg_weigering_vast(soort, gevraagd, regel=regel)
    return niet_gevonden(request)


def leg_weigering_vast(soort: str, gevraagd: UUID, *, regel: Recht) -> None:
    """Write that something was refused, for a page that says so in its own words."""
    handeling = "bijdrage.geweigerd" if soort == "bijdrage" else "deelname.geweigerd"
    leg_vast(weigering(handeling, soort, gevraagd, regel=regel))
