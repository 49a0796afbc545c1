# SPDX-License-Identifier: EUPL-1.2
"""What came of an appointment of a trajectbegeleider who is not on the casus any more."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vangnet.casus.models import Casus
from vangnet.casus.selectors import regiecasus
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.losse import afspraak_regelen, losse_afspraken
from vangnet.voortgang.models import Contactmoment
from vangnet.voortgang.trajecten import contacten_van
from vangnet.web.afspraakvelden import Afspraakvragen, geregeld, vraag_erbij
from vangnet.web.blik import leg_formulier_vast
from vangnet.web.recht import recht
from vangnet.web.voortgang.casus import kruimels
from vangnet.web.voortgang.weigeren import geweigerd, te_laat

_REGEL = Recht.MEEDOEN


class AfspraakForm(Afspraakvragen):
    """What came of one appointment."""

    def __init__(self, *args: Any, contact: Contactmoment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vraag_erbij(self, [contact])


@recht(_REGEL)
@require_http_methods(["GET", "POST"])
def regel(request: HttpRequest, casus_id: UUID, contact_id: UUID) -> HttpResponseBase:
    """Say it, or take the appointment over; by who holds the regie of the casus."""
    wie = kijker(_REGEL)
    casus = regiecasus(casus_id, wie=wie)
    contact = _los(casus, contact_id, wie) if casus else None
    if casus is None or contact is None:
        return _niet_los(request, casus, casus_id, contact_id)
    form = AfspraakForm(request.POST or None, contact=contact)
    if request.method == "POST" and form.is_valid():
        return _regel(request, casus, contact, form)
    return _toon(request, casus, wie, form)


def _los(casus: Casus, contact_id: UUID, wie: Kijker) -> Contactmoment | None:
    if contact_id not in losse_afspraken(casus.pk):
        return None
    return next((een for een in contacten_van(casus.pk, wie=wie) if een.pk == contact_id), None)


def _niet_los(
    request: HttpRequest, casus: Casus | None, casus_id: UUID, contact_id: UUID
) -> HttpResponseBase:
    """Of one about which somebody said what came of it: that; else the refusal."""
    wie = kijker(_REGEL)
    bekend = contacten_van(casus.pk, wie=wie) if casus else ()
    if casus is None or not any(een.pk == contact_id and een.uitkomst for een in bekend):
        return geweigerd(request, "casus", casus_id, regel=_REGEL)
    zin = _("Van deze afspraak is al opgeschreven wat eruit kwam.")
    return te_laat(request, casus, zin, ("casus", casus_id), regel=_REGEL)


def _regel(
    request: HttpRequest, casus: Casus, contact: Contactmoment, form: AfspraakForm
) -> HttpResponseBase:
    uitkomst = geregeld(form, [contact])[contact.pk]
    try:
        afspraak_regelen(contact.pk, uitkomst)
    except NietToegestaan:
        return _niet_los(request, casus, casus.pk, contact.pk)
    gezegd = _("De afspraak staat op jouw naam.") if uitkomst is None else _("Opgeschreven.")
    messages.success(request, gezegd)
    return redirect("voortgang:casus", casus.pk)


def _toon(request: HttpRequest, casus: Casus, wie: Kijker, form: AfspraakForm) -> HttpResponse:
    leg_formulier_vast(casus.pk)
    context = {"casus": casus, "formulier": form, "kruimels": kruimels(casus, wie)}
    status = 422 if request.method == "POST" else 200
    return render(request, "voortgang/afspraak.html", context, status=status)
