# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from vangnet.documenten.selectors import scanstand
from vangnet.inrichting.selectors import het_huis
from vangnet.journaal.zegelstand import zegelstand
from vangnet.kern.databank.schema import schema_is_bij
from vangnet.taken.selectors import werker_gezien_op
from vangnet.toegang.regels import Recht
from vangnet.web.beheer.kader import toon
from vangnet.web.recht import recht

# The scanner looks each five seconds.
_TE_LANG = timedelta(minutes=5)


@recht(Recht.BEHEREN)
@require_safe
def gezondheid(request: HttpRequest) -> HttpResponse:
    """Whether the parts of Vangnet do their work; no content, and nothing about people."""
    gezien = werker_gezien_op()
    context = {
        "regels": [
            {
                "titel": _("Databank"),
                "goed": schema_is_bij(),
                "ja": _("De tabellen horen bij deze versie."),
                "nee": _("De tabellen horen bij een andere versie. Draai bin/vangnet migreer."),
            },
            {
                "titel": _("Werker"),
                "goed": gezien is not None,
                "ja": _("De werker is bezig; taken worden uitgevoerd."),
                "nee": _("Er is geen werker. Invoer en andere taken blijven liggen."),
            },
            {
                "titel": _("Journaal"),
                "goed": not zegelstand().alarm,
                "ja": _("Wat is genoteerd, wordt op tijd verzegeld."),
                "nee": _("Iets wacht al langer dan vijf minuten op zijn zegel. Draait de werker?"),
            },
            _scanner(),
        ],
        "gezien": gezien,
    }
    return toon(request, "beheer/gezondheid.html", context, hier="beheer:gezondheid")


def _scanner() -> dict[str, Any]:
    """Whether files are scanned in time; without a scanner only a house with made-up people opens
    them (documenten.scannen)."""
    stand = scanstand()
    te_laat = stand.oudste is not None and stand.oudste > _TE_LANG
    nee = _(
        "Documenten wachten al langer dan vijf minuten op de scanner. Draait die, en de werker?"
    )
    if not settings.CLAMD:
        nee = _(
            "Er is geen virusscanner ingesteld (VANGNET_CLAMD). Niemand kan een document openen."
        )
        if het_huis().demo:
            nee = _(
                "Er is geen virusscanner ingesteld (VANGNET_CLAMD). Dit is een proefhuis: "
                "documenten gaan open zonder scan."
            )
    return {
        "titel": _("Virusscanner"),
        "goed": bool(settings.CLAMD) and not te_laat,
        "ja": _("Documenten worden gescand voordat iemand ze opent."),
        "nee": nee,
    }
