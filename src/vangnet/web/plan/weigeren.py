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

    soort: casus, planversie, doel or afspraak.
    """
    _leg_weigering_vast(soort, gevraagd, regel)
    return niet_gevonden(request)


def te_laat(request: HttpRequest, casus: Casus, zin: str, waarop: tuple[str, UUID]) -> HttpResponse:
    """What somebody did first, to who sees the casus; waarop: as soort and gevraagd above."""
    _leg_weigering_vast(*waarop, Recht.MEEDOEN)
    naar = Schakel(_("Naar Plan & afspraken"), reverse("plan:overzicht", args=[casus.pk]))
    return iemand_was_je_voor(request, casus.kenmerk, zin, naar=naar)


def _leg_weigering_vast(soort: str, gevraagd: UUID, regel: Recht) -> None:
    eigen = soort in {"afspraak", "doel"}
    handeling = f"{soort}.geweigerd" if eigen else "plan.geweigerd"
    leg_vast(weigering(handeling, soort, gevraagd, regel=regel))
