# SPDX-License-Identifier: EUPL-1.2
"""What an aangesprokene sees, from being admitted until the answer (toegang.md section 2)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.personen.models import Persoon
from vangnet.personen.regels import volle_naam
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.opschalen import opschaling_beantwoorden, was_gevraagd
from vangnet.voortgang.selectors import Opgeschaald
from vangnet.voortgang.selectors import gevraagd as wat_is_gevraagd
from vangnet.web.getypt import bewaart, eigen_tekst, getypt, zonder_formulier
from vangnet.web.recht import recht
from vangnet.web.voortgang.forms import AntwoordForm
from vangnet.web.voortgang.weigeren import geweigerd
from vangnet.web.voortgang.woorden import opgeschaald_in_woorden


@recht(Recht.ANTWOORDEN)
@require_safe
def gevraagd(request: HttpRequest) -> HttpResponse:
    """What waits for an answer: kenmerk and term; the rest stands on its own page."""
    wachtend = wat_is_gevraagd(kijker(Recht.ANTWOORDEN), dag=vandaag())
    leg_vast(
        Act(
            handeling="opschalingen.ingezien",
            object_soort="lijst",
            onderwerpen=[("casus", een.opschaling.casus_id) for een in wachtend],
        )
    )
    rijen = [(een.opschaling, opgeschaald_in_woorden(een.opschaling)) for een in wachtend]
    return render(request, "voortgang/gevraagd.html", {"rijen": rijen, "kruimels": []})


@recht(Recht.ANTWOORDEN)
@bewaart(AntwoordForm, concept=gettext_lazy("Antwoord op een opschaling"))
@require_http_methods(["GET", "POST"])
def antwoord(request: HttpRequest, opschaling_id: UUID) -> HttpResponseBase:
    """The question with what belongs to it; after the answer the page is not there any more."""
    een = _gevraagd(kijker(Recht.ANTWOORDEN), opschaling_id)
    form = AntwoordForm(request.POST or None, initial=getypt(request))
    if een is None:
        return _niet_meer(request, opschaling_id, form)
    if request.method == "POST" and form.is_valid():
        return _beantwoord(request, opschaling_id, form)
    _leg_blik_vast(een)
    context = {
        "een": een.opschaling,
        "afspraken": een.afspraken,
        "over": _over_wie(een.opschaling.casus.hoofdbetrokkene),
        "woorden": opgeschaald_in_woorden(een.opschaling),
        "formulier": form,
        "fout": request.method == "POST",
        "kruimels": [{"titel": _("Opschalingen"), "url": reverse("voortgang:gevraagd")}],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "voortgang/antwoord.html", context, status=status)


def _gevraagd(wie: Kijker, opschaling_id: UUID) -> Opgeschaald | None:
    wachtend = {een.opschaling.pk: een for een in wat_is_gevraagd(wie, dag=vandaag())}
    return wachtend.get(opschaling_id)


def _beantwoord(request: HttpRequest, opschaling_id: UUID, form: AntwoordForm) -> HttpResponseBase:
    try:
        opschaling_beantwoorden(opschaling_id, antwoord=form.cleaned_data["antwoord"])
    except NietToegestaan:
        return _niet_meer(request, opschaling_id, form)
    messages.success(
        request, _("Je antwoord is verstuurd. Vanaf nu zie je deze vraag niet meer. Bedankt.")
    )
    return redirect("voortgang:gevraagd")


def _niet_meer(request: HttpRequest, opschaling_id: UUID, form: AntwoordForm) -> HttpResponse:
    """A refusal; who was asked and typed an answer too late gets it back, and learns no more."""
    antwoord = geweigerd(request, "opschaling", opschaling_id, regel=Recht.ANTWOORDEN)
    tekst = (form["antwoord"].value() or "").strip()
    if not tekst or not was_gevraagd(opschaling_id):
        return antwoord
    bewaard = eigen_tekst(request)
    zonder_formulier(request)
    context = {
        "tekst": tekst,
        "bewaard": bewaard,
        "kruimels": [{"titel": _("Opschalingen"), "url": reverse("voortgang:gevraagd")}],
    }
    return render(request, "voortgang/te_laat.html", context, status=409)


def _over_wie(persoon: Persoon | None) -> dict[str, Any]:
    """Enough to know who it is, and no more."""
    if persoon is None:
        return {}
    naam = volle_naam(
        achternaam=persoon.achternaam,
        voornamen=persoon.voornamen,
        tussenvoegsel=persoon.tussenvoegsel,
    )
    return {"naam": naam, "geboortedatum": persoon.geboortedatum}


def _leg_blik_vast(een: Opgeschaald) -> None:
    casus, hoofd = een.opschaling.casus_id, een.opschaling.casus.hoofdbetrokkene_id
    leg_vast(
        Act(
            handeling="opschaling.ingezien",
            object_soort="opschaling",
            object=een.opschaling.pk,
            casus=casus,
            onderwerpen=[("casus", casus), *([("persoon", hoofd)] if hoofd else [])],
        )
    )
