# SPDX-License-Identifier: EUPL-1.2
"""Recording what was given to somebody outside the casus."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.casus.selectors import huiscasus
from vangnet.casus.services import verstrekking_vastleggen
from vangnet.kern.fouten import VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.blik import leg_formulier_vast
from vangnet.web.delen.deelname import kruimels
from vangnet.web.delen.forms import VerstrekForm
from vangnet.web.delen.weigeren import geweigerd
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht


@recht(Recht.VERSTREKKEN)
@bewaart(VerstrekForm, concept=gettext_lazy("Verstrekking"))
@require_http_methods(["GET", "POST"])
def verstrek(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """A form, and the row that stays as it is after that."""
    wie = kijker(Recht.VERSTREKKEN)
    casus = huiscasus(casus_id, wie=wie)
    if casus is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.VERSTREKKEN)
    form = VerstrekForm(
        request.POST or None,
        organisaties=list(Organisatie.objects.order_by("naam")),
        initial=getypt(request, {"op": vandaag()}),
    )
    if request.method == "POST" and form.is_valid():
        try:
            verstrekking_vastleggen(casus, form.gift(), door=wie.gebruiker)
        except VangnetFout as fout:
            form.add_error("op", str(fout))
        else:
            messages.success(request, _("De verstrekking is vastgelegd."))
            return redirect("delen:overzicht", casus_id)
    leg_formulier_vast(casus_id)
    context = {"casus": casus, "formulier": form, **kruimels(casus)}
    status = 422 if request.method == "POST" else 200
    return render(request, "delen/verstrekken.html", context, status=status)
