# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from vangnet.journaal.services import leg_vast, weigering
from vangnet.overleg.models import Overleg
from vangnet.overleg.selectors import overleg_voorbij
from vangnet.toegang.kijker import Kijker
from vangnet.toegang.regels import Recht
from vangnet.web.fouten import niet_gevonden
from vangnet.web.ingevuld import Schakel, iemand_was_je_voor


def geweigerd(
    request: HttpRequest, soort: str, gevraagd: UUID | None, *, regel: Recht
) -> HttpResponse:
    """The same page for what may not and for what isn't there; soort: overleg or agendapunt."""
    leg_weigering_vast(soort, gevraagd, regel=regel)
    return niet_gevonden(request)


def te_laat(
    request: HttpRequest, overleg: Overleg, waarop: tuple[str, UUID], *, regel: Recht
) -> HttpResponse:
    """To who prepares it: that it is off, or that its verslag is vastgesteld.

    waarop: as soort and gevraagd above.
    """
    leg_weigering_vast(*waarop, regel=regel)
    dag = formats.date_format(overleg.datum, "j F Y")
    zin = _("Het verslag is intussen vastgesteld. Daarna verandert het niet meer.")
    if overleg.afgelast_op:
        zin = _("Dit overleg is afgelast.")
    naar = Schakel(_("Naar de agenda"), reverse("overleg:agenda", args=[overleg.pk]))
    bij = _("het overleg van %(dag)s") % {"dag": dag}
    return iemand_was_je_voor(request, bij, zin, naar=naar)


def niet_meer(request: HttpRequest, overleg_id: UUID, wie: Kijker) -> HttpResponse:
    """To who would have changed it: that it is off or held; else the refusal."""
    voorbij = overleg_voorbij(overleg_id, wie=wie)
    if voorbij is None:
        return geweigerd(request, "overleg", overleg_id, regel=Recht.ZAKEN_UITVOEREN)
    return te_laat(request, voorbij, ("overleg", overleg_id), regel=Recht.ZAKEN_UITVOEREN)


def leg_weigering_vast(soort: str, gevraagd: UUID | None, *, regel: Recht) -> None:
    """Write that something was refused, for a page that says so in its own words."""
    handeling = "overleg.geweigerd" if soort == "overleg" else "agendapunt.geweigerd"
    leg_vast(weigering(handeling, soort, gevraagd, regel=regel))
