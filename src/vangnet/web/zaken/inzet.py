# SPDX-License-Identifier: EUPL-1.2
"""From procesregie to ondersteuning and back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vangnet.casus.deelname import inzet_wisselen
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.trajecten import loopt_traject
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht
from vangnet.web.zaken.openen import leg_weigering_vast


@recht(Recht.DEELNAME_REGELEN)
@require_POST
def wissel(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Switch to the inzet that was named; the database decides who may and from which day.

    While a traject runs, ondersteuning asks first: it stops (web/voortgang/traject.py).
    """
    wie = kijker(Recht.DEELNAME_REGELEN)
    naar = request.POST.get("naar", "").replace("\0", "")
    try:
        if not zichtbaar_voor(wie).filter(pk=casus_id).exists():
            raise NietToegestaan("Dit kan niet.")
        if naar == "ondersteuning" and loopt_traject(casus_id, dag=vandaag()):
            return redirect(f"{reverse('voortgang:traject_stoppen', args=[casus_id])}?wissel=ja")
        inzet_wisselen(casus_id, naar=naar)
    except NietToegestaan:
        leg_weigering_vast(casus_id, Recht.DEELNAME_REGELEN)
        return niet_gevonden(request)
    messages.success(
        request, _("De inzet is veranderd. Ga je vandaag nog terug, dan is er niets gewisseld.")
    )
    return redirect("zaken:casus", casus_id)
