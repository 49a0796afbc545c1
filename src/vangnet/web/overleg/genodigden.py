# SPDX-License-Identifier: EUPL-1.2
"""Who is asked to come: leaving somebody out, and asking them after all."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vangnet.kern.fouten import NietToegestaan
from vangnet.overleg.services import genodigde_weglaten
from vangnet.toegang.regels import Recht
from vangnet.web.overleg.weigeren import geweigerd
from vangnet.web.recht import recht


@recht(Recht.ZAKEN_UITVOEREN)
@require_POST
def laat_weg(request: HttpRequest, genodigde_id: UUID) -> HttpResponseBase:
    """Leave somebody out of a point; `weg=nee` asks them after all, also after a reload."""
    weg = request.POST.get("weg") != "nee"
    try:
        punt = genodigde_weglaten(genodigde_id, weg=weg)
    except NietToegestaan:
        return geweigerd(request, "agendapunt", genodigde_id, regel=Recht.ZAKEN_UITVOEREN)
    if weg:
        messages.success(
            request, _("Niet meer uitgenodigd. Onder Niet uitgenodigd maak je dat ongedaan.")
        )
    else:
        messages.success(request, _("Weer uitgenodigd."))
    return redirect("overleg:punt", punt)
