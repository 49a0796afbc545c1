# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from vangnet.journaal.services import leg_vast, weigering
from vangnet.overleg.models import Overleg
from vangnet.overleg.selectors import overleg_te_wijzigen, overleg_van_het_huis
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
    zin = _("Het verslag is intussen vastgesteld. Daarna verandert het niet meer.")
    if overleg.afgelast_op:
        zin = _("Dit overleg is afgelast.")
    return _zeg_te_laat(request, overleg, zin, waarop, regel=regel)


def _zeg_te_laat(
    request: HttpRequest,
    overleg: Overleg,
    zin: str,
    waarop: tuple[str, UUID],
    *,
    regel: Recht,
    titel: str = "",
) -> HttpResponse:
    leg_weigering_vast(*waarop, regel=regel)
    dag = formats.date_format(overleg.datum, "j F Y")
    naar = Schakel(_("Naar de agenda"), reverse("overleg:agenda", args=[overleg.pk]))
    bij = _("het overleg van %(dag)s") % {"dag": dag}
    return iemand_was_je_voor(request, bij, zin, naar=naar, titel=titel)


def niet_meer(request: HttpRequest, overleg_id: UUID, wie: Kijker) -> HttpResponse:
    """To who would have changed it: that it is off or held; else the refusal.

    The database refuses also because of a casus that `wie` doesn't see: then not why, so that
    nothing tells of that casus.
    """
    regel, waarop = Recht.ZAKEN_UITVOEREN, ("overleg", overleg_id)
    gevonden = overleg_van_het_huis(overleg_id, wie=wie)
    if gevonden is None:
        return geweigerd(request, *waarop, regel=regel)
    if gevonden.afgelast_op or overleg_te_wijzigen(overleg_id, wie=wie) is None:
        return te_laat(request, gevonden, waarop, regel=regel)
    zin = _("Dit overleg blijft zoals het is.")
    titel = _("Dit is niet te veranderen")
    return _zeg_te_laat(request, gevonden, zin, waarop, regel=regel, titel=titel)


def leg_weigering_vast(soort: str, gevraagd: UUID | None, *, regel: Recht) -> None:
    """Write that something was refused, for a page that says so in its own words."""
    handeling = "overleg.geweigerd" if soort == "overleg" else "agendapunt.geweigerd"
    leg_vast(weigering(handeling, soort, gevraagd, regel=regel))
