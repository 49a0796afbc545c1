# SPDX-License-Identifier: EUPL-1.2
"""A procesregisseur assigns a trajectbegeleider, and stops the traject."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.casus.models import Casus
from vangnet.casus.selectors import regiecasus
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.losse import Geregeld, open_afspraken, stoppen
from vangnet.voortgang.models import Contactmoment
from vangnet.voortgang.trajecten import loopt_traject, toe_te_wijzen, traject_toewijzen
from vangnet.web.afspraakvelden import Afspraakvragen, geregeld, vraag_erbij
from vangnet.web.formulieren import Tekstvlak
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht
from vangnet.web.voortgang.casus import kruimels, leg_blik_vast
from vangnet.web.voortgang.weigeren import geweigerd, te_laat

_REGEL = Recht.DEELNAME_REGELEN


class StopForm(Afspraakvragen):
    """Why the traject stops, and what happens to each of the appointments that it leaves."""

    reden = forms.CharField(
        label=gettext_lazy("Waarom stopt de trajectbegeleiding?"),
        max_length=500,
        widget=Tekstvlak(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, afspraken: Iterable[Contactmoment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vraag_erbij(self, afspraken)


@recht(_REGEL)
@require_POST
def wijs_toe(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Somebody of the list; they begin today."""
    casus = regiecasus(casus_id, wie=kijker(_REGEL))
    if casus is None:
        return geweigerd(request, "casus", casus_id, regel=_REGEL)
    gekozen = request.POST.get("gebruiker", "")
    wie = {str(een.pk): een for een in toe_te_wijzen(casus_id)}.get(gekozen)
    if wie is None:
        messages.error(request, _("Kies een trajectbegeleider uit de lijst."))
        return redirect("voortgang:casus", casus_id)
    try:
        traject_toewijzen(casus_id, aan=wie.pk)
    except NietToegestaan:
        messages.error(request, _("Trajectbegeleiding kan alleen bij procesregie."))
        return redirect("voortgang:casus", casus_id)
    messages.success(request, _("%(naam)s begeleidt vanaf vandaag.") % {"naam": wie.naam})
    return redirect("voortgang:casus", casus_id)


@recht(_REGEL)
@bewaart(StopForm, concept=gettext_lazy("Trajectbegeleiding stoppen"))
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """With a reason; when the inzet goes to ondersteuning, the page of that asks it."""
    wie = kijker(_REGEL)
    casus = regiecasus(casus_id, wie=wie)
    if casus is None:
        return geweigerd(request, "casus", casus_id, regel=_REGEL)
    if not loopt_traject(casus_id, dag=vandaag()):
        return _loopt_niet(request, casus)
    afspraken = open_afspraken(casus_id, wie=wie)
    leg_blik_vast(casus_id, afspraken=len(afspraken))
    form = StopForm(request.POST or None, afspraken=afspraken, initial=getypt(request))
    if request.method == "POST" and form.is_valid():
        if _stop(casus_id, form, geregeld(form, afspraken)):
            messages.success(request, _("De trajectbegeleiding is gestopt."))
            return redirect("voortgang:casus", casus_id)
        # A colleague may have been first under the sending: read anew.
        casus = regiecasus(casus_id, wie=wie)
        if casus is None:
            return geweigerd(request, "casus", casus_id, regel=_REGEL)
        return _loopt_niet(request, casus)
    context = {"casus": casus, "formulier": form, "kruimels": kruimels(casus, wie)}
    status = 422 if request.method == "POST" else 200
    return render(request, "voortgang/traject_stoppen.html", context, status=status)


def _stop(casus: UUID, form: StopForm, keuzes: Geregeld) -> bool:
    try:
        stoppen(casus, reden=form.cleaned_data["reden"], wissel=False, geregeld=keuzes)
    except NietToegestaan:
        return False
    return True


def _loopt_niet(request: HttpRequest, casus: Casus) -> HttpResponseBase:
    """Of one that ran: somebody stopped it; else the refusal that says nothing."""
    laatste = casus.trajecten.order_by("-vanaf").first()
    if laatste is None or loopt_traject(casus.pk, dag=vandaag()):
        return geweigerd(request, "casus", casus.pk, regel=_REGEL)
    reden = request.POST.get("reden", "").replace("\r\n", "\n").strip()
    if reden and reden == laatste.einde_reden:
        # Sent twice: it goes where the first time led.
        return redirect("voortgang:casus", casus.pk)
    zin = _("De trajectbegeleiding is al gestopt.")
    return te_laat(request, casus, zin, ("casus", casus.pk), regel=_REGEL)
