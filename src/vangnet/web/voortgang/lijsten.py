# SPDX-License-Identifier: EUPL-1.2
"""What stands still: for who works on it, and without content for who leads."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from vangnet.casus.ondersteuning import te_bekijken
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.leiding import late_antwoorden
from vangnet.voortgang.opschalen import notities
from vangnet.voortgang.selectors import Stilstaande, stilstand, termijnen, voor_management
from vangnet.web.componenten.klok import klokregels
from vangnet.web.ingangen import Deur, toon_met_tabs
from vangnet.web.recht import recht
from vangnet.web.voortgang.woorden import NIVEAUS, wachtstand

_DEUREN = (
    Deur(_("Zaken die stilstaan"), "voortgang:lijst", Recht.VOORTGANG_INZIEN),
    Deur(_("Voor het gremium"), "voortgang:gremium", Recht.GREMIUM_INZIEN),
)


class Regel(NamedTuple):
    """A casus that stagnates, in words."""

    een: Stilstaande
    waarom: list[str]


@recht(Recht.VOORTGANG_INZIEN)
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """The casussen that stagnate, those that name the reader first."""
    wie, dag = kijker(Recht.VOORTGANG_INZIEN), vandaag()
    gevonden, blikken = stilstand(wie, dag=dag), te_bekijken(wie, dag=dag)
    regels = [Regel(een, klokregels(een.klok)) for een in gevonden.rijen]
    leg_vast(
        Act(
            handeling="stilstand.ingezien",
            object_soort="lijst",
            aantallen={"casussen": len(regels), "ondersteuningen": len(blikken)},
            onderwerpen=[
                *(("casus", regel.een.casus.pk) for regel in regels),
                *(("casus", een.casus_id) for een in blikken),
            ],
        )
    )
    context = {
        "mijn": [regel for regel in regels if regel.een.mijn],
        "andere": [regel for regel in regels if not regel.een.mijn],
        "meer": gevonden.meer,
        "blikken": blikken,
        "vandaag": dag,
        "termijnen": termijnen(),
        "kruimels": [],
    }
    return toon_met_tabs(_DEUREN, request, "voortgang/lijst.html", context, hier="voortgang:lijst")


@recht(Recht.GREMIUM_INZIEN)
@require_safe
def gremium(request: HttpRequest) -> HttpResponse:
    """What stands still, by kenmerk and clock only: no name, no content."""
    gelezen, gemeld = notities(), voor_management(vandaag())
    laat = late_antwoorden(vandaag())
    gezien = {een.casus for rijen in (gemeld, gelezen, laat) for een in rijen}
    leg_vast(
        Act(
            handeling="gremium.ingezien",
            object_soort="lijst",
            aantallen={"casussen": len(gezien)},
            onderwerpen=[("casus", een) for een in gezien],
        )
    )
    context = {
        "gemeld": gemeld,
        "laat": [(een, NIVEAUS[een.niveau]) for een in laat],
        "notities": [
            (een, NIVEAUS[een.niveau], wachtstand(een.antwoord_voor, een.beantwoord_op))
            for een in gelezen
        ],
        "termijnen": termijnen(),
        "kruimels": [],
    }
    return toon_met_tabs(
        _DEUREN, request, "voortgang/gremium.html", context, hier="voortgang:gremium"
    )
