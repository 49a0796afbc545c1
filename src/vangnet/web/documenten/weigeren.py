# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from vangnet.journaal.services import leg_vast, weigering
from vangnet.toegang.regels import Recht
from vangnet.web.fouten import niet_gevonden


def geweigerd(request: HttpRequest, soort: str, gevraagd: UUID, *, regel: Recht) -> HttpResponse:
    """The same page for what may not and for what isn't there; soort: casus or document."""
    leg_weigering_vast(soort, gevraagd, regel=regel)
    return niet_gevonden(request)


def leg_weigering_vast(soort: str, gevraagd: UUID, *, regel: Recht) -> None:
    """Write that something was refused, for a page that says so in its own words."""
    leg_vast(weigering("document.geweigerd", soort, gevraagd, regel=regel))
