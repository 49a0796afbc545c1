# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vangnet.casus.models import Casus
from vangnet.journaal.services import leg_vast, weigering
from vangnet.toegang.regels import Recht
from vangnet.web.fouten import niet_gevonden
from vangnet.web.ingevuld import Schakel, iemand_was_je_voor


def geweigerd(request: HttpRequest, soort: str, gevraagd: UUID, *, regel: Recht) -> HttpResponse:
    """The same page for what may not and for what isn't there.

    soort: casus, overdracht, nazorg or heropenvraag.
    """
    leg_weigering_vast(soort, gevraagd, regel=regel)
    return niet_gevonden(request)


def leg_weigering_vast(soort: str, gevraagd: UUID, *, regel: Recht) -> None:
    """Write that something was refused, for a page that says so in its own words."""
    handeling = {
        "overdracht": "overdracht.inzage_geweigerd",
        "nazorg": "nazorg.geweigerd",
        "heropenvraag": "nazorg.geweigerd",
    }
    leg_vast(weigering(handeling.get(soort, "afsluiting.geweigerd"), soort, gevraagd, regel=regel))


def te_laat(request: HttpRequest, casus: Casus, zin: str) -> HttpResponse:
    """What somebody else did first, to who sees the casus."""
    naar = Schakel(_("Naar het tabblad Afsluiten"), reverse("afsluiten:overzicht", args=[casus.pk]))
    return iemand_was_je_voor(request, casus.kenmerk, zin, naar=naar)


def veranderd() -> str:
    """What a form says of a casus that changed under the sending, to who works on it."""
    return _("De zaak is intussen veranderd. Er is niets opgeslagen. Kijk na wat je koos.")
