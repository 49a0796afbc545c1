# SPDX-License-Identifier: EUPL-1.2
"""Plan an overleg from the casussen that are due, or after a former one."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.kern.werkdagen import na_werkdagen
from vangnet.overleg.models import Overleg
from vangnet.overleg.selectors import overleg_van
from vangnet.overleg.services import overleg_plannen
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.overleg.forms import OverlegForm
from vangnet.web.overleg.kandidaten import Keuze, Tezien, keuze_voor
from vangnet.web.overleg.weigeren import leg_weigering_vast
from vangnet.web.recht import recht


def voorgestelde_dag(dag: date) -> date:
    """A week after `dag`, or the first working day after that."""
    return na_werkdagen(dag + timedelta(days=6), 1)


@recht(Recht.ZAKEN_UITVOEREN)
@bewaart(OverlegForm, concept=gettext_lazy("Overleg"))
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponseBase:
    """A new overleg; `?na=` chooses what was left open in a former one, `?zaak=` that casus."""
    wie, dag = kijker(Recht.ZAKEN_UITVOEREN), vandaag()
    kandidaten, gekozen = _kandidaten(request, wie)
    begin: dict[str, Any] = {"datum": voorgestelde_dag(dag), "zaken": gekozen}
    form = OverlegForm(request.POST or None, kandidaten=kandidaten, initial=getypt(request, begin))
    if request.method == "POST" and form.is_valid():
        overleg = _plan(form, wie)
        if overleg:
            messages.success(request, _("Het overleg is gepland."))
            return redirect("overleg:agenda", overleg)
        kandidaten, _gekozen = _kandidaten(request, wie)
        form = _opnieuw(request, kandidaten)
    leg_vast(
        Act(
            handeling="overleg.voorbereid",
            object_soort="lijst",
            aantallen={"casussen": len(kandidaten)},
            onderwerpen=[("casus", een.casus.pk) for een in kandidaten],
        )
    )
    context = {
        "formulier": form,
        "kruimels": [{"titel": _("Overleggen"), "url": reverse("overleg:lijst")}],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "overleg/nieuw.html", context, status=status)


def _plan(form: OverlegForm, wie: Kijker) -> UUID | None:
    """The overleg; None when a casus was closed or shielded just now."""
    eenmalig = form.cleaned_data["eenmalig"]
    try:
        return overleg_plannen(form.nieuw(), form.casussen(), door=wie.gebruiker, eenmalig=eenmalig)
    except NietToegestaan:
        leg_weigering_vast("overleg", None, regel=Recht.ZAKEN_UITVOEREN)
        return None


def _opnieuw(request: HttpRequest, kandidaten: Sequence[Tezien]) -> OverlegForm:
    """What was typed, on the list of now: what is no more for the reader stands nowhere in it."""
    gegeven, er_zijn = request.POST.copy(), {str(een.casus.pk) for een in kandidaten}
    gegeven.setlist("zaken", [een for een in gegeven.getlist("zaken") if een in er_zijn])
    form = OverlegForm(gegeven, kandidaten=kandidaten)
    form.full_clean()
    form.add_error(None, _("Een van deze zaken kan niet meer op de agenda. Kijk de lijst na."))
    return form


def _kandidaten(request: HttpRequest, wie: Kijker) -> Keuze:
    """What is due; `?zaak=` or `?na=` adds to it and chooses."""
    zaak, vorige = _id(request, "zaak"), _vorige(request, wie)
    return keuze_voor(wie, dag=vandaag(), zaak=zaak, vorige=vorige)


def _vorige(request: HttpRequest, wie: Kijker) -> Overleg | None:
    vorige = _id(request, "na")
    return overleg_van(vorige, wie=wie) if vorige else None


def _id(request: HttpRequest, naam: str) -> UUID | None:
    try:
        return UUID(request.GET.get(naam, ""))
    except ValueError:
        return None
