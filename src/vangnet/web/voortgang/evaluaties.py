# SPDX-License-Identifier: EUPL-1.2
"""Record an evaluation: the clock of the casus starts anew."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.casus.models import Casus
from vangnet.casus.selectors import regiecasus
from vangnet.kern.fouten import VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.selectors import klok_van, termijnen
from vangnet.voortgang.services import evaluatie_vastleggen
from vangnet.web.blik import leg_formulier_vast
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht
from vangnet.web.voortgang.casus import kruimels
from vangnet.web.voortgang.forms import EvaluatieForm
from vangnet.web.voortgang.weigeren import geweigerd


@recht(Recht.MEEDOEN)
@bewaart(EvaluatieForm, concept=gettext_lazy("Evaluatie"))
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """A new evaluation, by who holds the regie of the casus."""
    wie = kijker(Recht.MEEDOEN)
    casus = regiecasus(casus_id, wie=wie)
    if casus is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.MEEDOEN)
    form = EvaluatieForm(request.POST or None, initial=getypt(request))
    if request.method == "POST" and form.is_valid() and _leg_vast(casus, form, wie):
        # None runs once the inzet was switched under the typing.
        loopt = klok_van(casus_id, wie=wie, dag=vandaag(), gezet=termijnen())
        opnieuw = _("De evaluatie is vastgelegd. De klok begint opnieuw.")
        messages.success(request, opnieuw if loopt else _("De evaluatie is vastgelegd."))
        return redirect("voortgang:casus", casus_id)
    return _toon(request, casus, wie, form)


def _leg_vast(casus: Casus, form: EvaluatieForm, wie: Kijker) -> bool:
    gekozen = form.cleaned_data
    try:
        evaluatie_vastleggen(
            casus, datum=gekozen["datum"], conclusie=gekozen["conclusie"], door=wie.gebruiker
        )
    except VangnetFout as fout:
        form.add_error("datum", str(fout))
        return False
    return True


def _toon(request: HttpRequest, casus: Casus, wie: Kijker, form: EvaluatieForm) -> HttpResponse:
    leg_formulier_vast(casus.pk)
    context = {"casus": casus, "formulier": form, "kruimels": kruimels(casus, wie)}
    status = 422 if request.method == "POST" else 200
    return render(request, "voortgang/evaluatie.html", context, status=status)
