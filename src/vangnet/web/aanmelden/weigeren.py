# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from vangnet.journaal.services import leg_vast, weigering
from vangnet.toegang.regels import Recht
from vangnet.web.fouten import niet_gevonden


def geweigerd(request: HttpRequest, soort: str, gevraagd: UUID) -> HttpResponse:
    """The same page for what may not and for what isn't there; soort: aanmelding or concept."""
    leg_weigering_vast(soort, gevraagd)
    return niet_gevonden(request)


def leg_weigering_vast(soort: str, gevraagd: UUID) -> None:
    """Write that something was refused, for a page that says so in its own words."""
    leg_vast(weigering("aanmelding.geweigerd", soort, gevraagd, regel=Recht.AANMELDEN))
