# SPDX-License-Identifier: EUPL-1.2
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from vangnet.gebruikers.overzicht import aandacht
from vangnet.kern.klok import vandaag
from vangnet.toegang.regels import Recht
from vangnet.web.beheer.kader import toon
from vangnet.web.beheer.woorden import rolrij
from vangnet.web.recht import recht

_OP_DE_PAGINA = 20


@recht(Recht.BEHEREN)
@require_safe
def overzicht(request: HttpRequest) -> HttpResponse:
    """What needs attention among accounts and roles."""
    gevonden = aandacht(vandaag())
    blokken = [
        ("te_bevestigen", _("Wacht op bevestiging door een manager"), gevonden.te_bevestigen),
        (
            "onvolledig",
            _("Onvolledig: aanwijzing, taak of screening ontbreekt"),
            gevonden.onvolledig,
        ),
        ("na_te_lopen", _("Langer dan een jaar niet nagelopen"), gevonden.na_te_lopen),
        ("loopt_af", _("Loopt binnen 30 dagen af"), gevonden.loopt_af),
        ("screening_oud", _("VOG of screening te oud"), gevonden.screening_oud),
    ]
    context = {
        "blokken": [
            {
                "naam": naam,
                "titel": titel,
                "rijen": [rolrij(een) for een in regels[:_OP_DE_PAGINA]],
                "aantal": len(regels),
                "rest": max(0, len(regels) - _OP_DE_PAGINA),
                "te_laat": naam == "na_te_lopen",
            }
            for naam, titel, regels in blokken
            if regels
        ],
        "nooit_ingelogd": gevonden.nooit_ingelogd[:_OP_DE_PAGINA],
        "aantal_nooit": len(gevonden.nooit_ingelogd),
    }
    return toon(request, "beheer/overzicht.html", context, hier="beheer:overzicht")
