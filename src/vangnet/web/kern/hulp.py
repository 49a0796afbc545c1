# SPDX-License-Identifier: EUPL-1.2
"""The page Help: what somebody finds where, the keys, and whom to ask; at `/help`."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from vangnet.toegang.regels import Recht
from vangnet.web.context import INGANGEN, INGANGEN_RECHTS, open_deuren
from vangnet.web.ingangen import rechten_nu
from vangnet.web.recht import recht

# By the name of an entry: what one does there.
UITLEG: Mapping[str, Any] = {
    "onderweg:begin": _("Je afspraken met mensen, een notitie en bellen, op je telefoon."),
    "werk:begin": _("Wat er op je wacht, je afspraken, je zaken en wat je nog niet opsloeg."),
    "werk:leiding": _("Wat er op jou wacht, wat stilstaat, wie hoeveel zaken heeft, en de triage."),
    "zaken:lijst": _("Elke zaak die je mag zien. Filter de lijst, en bewaar een filter."),
    "overleg:lijst": _("Agenda’s, wie er komt, en verslagen."),
    "aanmelden:lijst": _("Meld iemand aan, en lees wat er met een aanmelding gebeurt."),
    "voortgang:lijst": _("Welke zaken stilstaan, en wat is opgeschaald."),
    "voortgang:gremium": _("Hoe het met de zaken gaat, zonder namen."),
    "voortgang:gevraagd": _("De vragen waarop jij als leidinggevende antwoordt."),
    "nazorg:lijst": _("Of iemand na het sluiten echt in zorg is, en vragen om te heropenen."),
    "delen:rollen": _("Wie van je organisatie in welke zaak zit. Draag een rol over."),
    "cijfers:oogopslag": _("De kerncijfers, met wat ze betekenen."),
    "invoer:begin": _("Gegevens van een ander systeem inlezen."),
    "dossierpakket:lijst": _("Dossiers meegeven aan een ander huis, met een tweede mens."),
    "beheer:overzicht": _("Gebruikers, rollen, instellingen en hoe het met Vangnet gaat."),
    "beheer:bevestigen": _("Rollen die een tweede mens bevestigt."),
    "beheer:rondes": _("Nalopen of iedereen de rol nog nodig heeft."),
    "toezicht:begin": _("Wie wat heeft gezien en gedaan."),
    "noodtoegang:openen": _("Een zaak openen die je niet ziet, als het niet kan wachten."),
}


@recht(Recht.INGELOGD)
@require_safe
def hulp(request: HttpRequest) -> HttpResponse:
    """For who is logged in, whatever their roles; only what they may open."""
    rechten = rechten_nu()
    kamers = [
        (deur.als_ingang(actief=False), UITLEG[deur.naam])
        for deuren in (INGANGEN, INGANGEN_RECHTS)
        for deur in open_deuren(deuren, rechten)
    ]
    return render(request, "kern/help.html", {"kamers": kamers})
