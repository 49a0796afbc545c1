# SPDX-License-Identifier: EUPL-1.2
"""Bedoel je …? Whom somebody may mean who types an aanmelding."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.gelijkenden import BekendForm, vergeleken
from vangnet.web.recht import recht


@recht(Recht.AANMELDEN)
@require_POST
def bekend(request: HttpRequest) -> HttpResponse:
    """Those who resemble the person in the form, for the script.

    Without a surname or BSN nothing, also not what stood there: a first name is typed before it.
    """
    getypt = BekendForm(request.POST)
    context = {
        "bekenden": vergeleken(getypt, wie=kijker(Recht.AANMELDEN)),
        "vanzelf": True,
        "geen_dag": getypt.geen_dag(),
        "geen_bsn": getypt.geen_bsn(),
    }
    return render(request, "aanmelden/bekend.html", context)
