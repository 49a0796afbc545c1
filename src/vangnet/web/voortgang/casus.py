# SPDX-License-Identifier: EUPL-1.2
"""Voortgang of a casus: its clock and its evaluations."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vangnet.afsluiting.stand import gevolgd_tot
from vangnet.afsluiting.zaakkop import Zaakkop, zaakkop
from vangnet.casus.models import Casus
from vangnet.casus.selectors import werkt_voor_het_huis
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.querysets import REGIE
from vangnet.voortgang.selectors import evaluaties_van, klok_van, opschalingen_van, termijnen
from vangnet.voortgang.trajecten import contacten_en_losse, traject_van
from vangnet.voortgang.veiligheid import veiligheid_van
from vangnet.web.componenten.contacten import met_wie, uitkomst_in_woorden
from vangnet.web.componenten.klok import klokregels
from vangnet.web.componenten.kruimels import kruimels_naar_zaken
from vangnet.web.componenten.zaakbalk import zaakbalk
from vangnet.web.recht import recht
from vangnet.web.voortgang.weigeren import geweigerd
from vangnet.web.voortgang.woorden import opgeschaald_in_woorden, veiligheid_in_woorden


@recht(Recht.CASUS_INZIEN)
@require_safe
def casus(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """How it goes; for who sees the whole casus. The house adds an evaluation on the same page."""
    wie = kijker(Recht.CASUS_INZIEN)
    kop = zaakkop(casus_id, wie=wie, dag=vandaag())
    if kop is None or not kop.heel:
        return geweigerd(request, "casus", casus_id, regel=Recht.CASUS_INZIEN)
    gezet = termijnen()
    klok = klok_van(casus_id, wie=wie, dag=vandaag(), gezet=gezet)
    evaluaties = evaluaties_van(casus_id, wie=wie)
    opschalingen = opschalingen_van(casus_id, wie=wie)
    gezegd = veiligheid_van(casus_id, wie=wie)
    leg_blik_vast(
        casus_id,
        evaluaties=len(evaluaties),
        opschalingen=len(opschalingen),
        veiligheid=len(gezegd),
    )
    context = {
        **zaakbalk(kop, "voortgang"),
        "klok": klok,
        "klokregels": klokregels(klok) if klok else [],
        "stil_tot": None if klok else _stil_tot(kop, wie),
        "termijnen": gezet,
        "evaluaties": evaluaties,
        "veiligheid": veiligheid_in_woorden(gezegd),
        "opschalingen": [(een, opgeschaald_in_woorden(een.opschaling)) for een in opschalingen],
        "kruimels": kruimels(kop.casus, wie),
    }
    context |= _traject(kop, wie)
    if wie.is_huis and werkt_voor_het_huis(kop.casus, wie=wie):
        context["mag_evalueren"] = True
        context["mag_opschalen"] = wie.mag(Recht.OPSCHALEN)
    return render(request, "voortgang/casus.html", context)


def _stil_tot(kop: Zaakkop, wie: Kijker) -> date | None:
    """Until when a plan is followed, where no clock runs for that; else None."""
    return gevolgd_tot(kop.casus, wie=wie, dag=vandaag()) if kop.inzet == REGIE else None


def _traject(kop: Zaakkop, wie: Kijker) -> dict[str, Any]:
    """Who goes along, and their contacts; whom one may assign, for who may."""
    casus, in_regie = kop.casus, kop.inzet == REGIE
    regelt = wie.mag(Recht.DEELNAME_REGELEN) and werkt_voor_het_huis(casus, wie=wie)
    traject, keuze = traject_van(casus.pk, wie=wie, dag=vandaag(), met_keuze=regelt and in_regie)
    return {
        "traject": traject,
        "contacten": [
            (een, met_wie(een) or _("betrokkene"), *uitkomst_in_woorden(een.uitkomst), los)
            for een, los in contacten_en_losse(casus.pk, wie=wie)
        ],
        "in_regie": in_regie,
        "mag_regelen": regelt,
        "toe_te_wijzen": keuze,
    }


def leg_blik_vast(casus_id: UUID, **aantallen: int) -> None:
    """Record a look at how a casus goes, and at how much of it."""
    leg_vast(
        Act(
            handeling="voortgang.ingezien",
            object_soort="casus",
            object=casus_id,
            casus=casus_id,
            aantallen=aantallen,
            onderwerpen=[("casus", casus_id)],
        )
    )


def kruimels(casus: Casus, wie: Kijker) -> list[dict[str, str]]:
    """Back to the casus."""
    zaak = {"titel": casus.kenmerk, "url": reverse("zaken:casus", args=[casus.pk])}
    return [*kruimels_naar_zaken(wie), zaak]
