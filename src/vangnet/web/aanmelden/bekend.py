# SPDX-License-Identifier: EUPL-1.2
"""Bedoel je …? Whom somebody may mean who types an aanmelding."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.gelijkenden import BekendForm, gezien
from vangnet.web.recht import recht


@recht(Recht.AANMELDEN)
@require_POST
def bekend(request: HttpRequest) -> HttpResponse:
    """Those who resemble the person in the form, for the script; without a surname nobody."""
    gezocht = BekendForm(request.POST).gezocht()
    gevonden = gezien(gezocht, wie=kijker(Recht.AANMELDEN)) if gezocht.achternaam else None
    status = 422 if gevonden is None else 200
    return render(request, "aanmelden/bekend.html", {"bekenden": gevonden}, status=status)
