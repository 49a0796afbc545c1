# SPDX-License-Identifier: EUPL-1.2
"""It was somebody else after all: the casus of an aanmelding gets a persoon of its own."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vangnet.aanmelding.besluiten import koppeling_verbreken
from vangnet.aanmelding.querysets import koppelingen_voor
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.aanmelden.weigeren import geweigerd
from vangnet.web.recht import recht


@recht(Recht.TRIAGE_DOEN)
@require_POST
def losmaken(request: HttpRequest, aanmelding_id: UUID) -> HttpResponseBase:
    """Undo that the person is somebody who was known."""
    wie = kijker(Recht.TRIAGE_DOEN)
    try:
        bekend = koppelingen_voor(wie).filter(aanmelding=aanmelding_id, waarom__isnull=False)
        if not bekend.exists():
            raise NietToegestaan("Dit kan niet.")
        casus = koppeling_verbreken(aanmelding_id)
    except NietToegestaan:
        return geweigerd(request, "aanmelding", aanmelding_id)
    messages.success(request, _("De zaak gaat nu over een eigen persoon."))
    return redirect("zaken:personen", casus)
