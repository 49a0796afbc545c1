# SPDX-License-Identifier: EUPL-1.2
"""Moving a planned overleg, and calling it off; the calendar file follows."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan
from vangnet.overleg.models import Overleg
from vangnet.overleg.selectors import laatste_geheimhouding, overleg_te_wijzigen
from vangnet.overleg.services import overleg_afgelasten, overleg_wijzigen
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.overleg.agenda import kruimels
from vangnet.web.overleg.forms import WijzigForm
from vangnet.web.overleg.weigeren import niet_meer
from vangnet.web.recht import recht

_VELDEN = ("datum", "aanvang", "plaats", "titel")


@recht(Recht.ZAKEN_UITVOEREN)
@bewaart(WijzigForm, concept=gettext_lazy("Overleg wijzigen"))
@require_http_methods(["GET", "POST"])
def wijzig(request: HttpRequest, overleg_id: UUID) -> HttpResponseBase:
    """Another day, time, place or title, until a verslag is vastgesteld."""
    wie = kijker(Recht.ZAKEN_UITVOEREN)
    overleg = overleg_te_wijzigen(overleg_id, wie=wie)
    if overleg is None or overleg.afgelast_op:
        return niet_meer(request, overleg_id, wie)
    niet_voor = laatste_geheimhouding(overleg, wie=wie)
    form = WijzigForm(
        request.POST or None, was=overleg.datum, niet_voor=niet_voor, initial=_nu(request, overleg)
    )
    botst = False
    if request.method == "POST" and form.is_valid():
        gekozen = form.cleaned_data
        nieuw = {naam: gekozen[naam] for naam in _VELDEN}
        try:
            overleg_wijzigen(overleg_id, gelezen=gekozen["versie"], **nieuw)
        except BotsendeVersie:
            opnieuw = request.POST.copy()
            opnieuw["versie"] = str(overleg.versie)
            form, botst = WijzigForm(opnieuw, was=overleg.datum, niet_voor=niet_voor), True
        except NietToegestaan:
            return niet_meer(request, overleg_id, wie)
        else:
            messages.success(
                request,
                _("Het overleg is gewijzigd. Zet het opnieuw in je agenda als het erin staat."),
            )
            return redirect("overleg:agenda", overleg_id)
    leg_vast(Act(handeling="overleg.ingezien", object_soort="overleg", object=overleg_id))
    status = 409 if botst else 422 if request.method == "POST" else 200
    context = {
        "overleg": overleg,
        "formulier": form,
        "botst": botst,
        "kruimels": kruimels(overleg),
    }
    return render(request, "overleg/wijzigen.html", context, status=status)


def _nu(request: HttpRequest, overleg: Overleg) -> dict[str, Any]:
    """The fields as they are."""
    nu = {naam: getattr(overleg, naam) for naam in _VELDEN}
    if overleg.aanvang:
        nu["aanvang"] = f"{overleg.aanvang:%H:%M}"
    return getypt(request, nu | {"versie": overleg.versie})


@recht(Recht.ZAKEN_UITVOEREN)
@require_POST
def gelast_af(request: HttpRequest, overleg_id: UUID) -> HttpResponseBase:
    """It doesn't take place; `af=nee`: it does after all, also after a reload."""
    af = request.POST.get("af") != "nee"
    try:
        overleg_afgelasten(overleg_id, af=af)
    except NietToegestaan:
        return niet_meer(request, overleg_id, kijker(Recht.ZAKEN_UITVOEREN))
    if not af:
        messages.success(request, _("Het overleg gaat toch door."))
    return redirect("overleg:agenda", overleg_id)
