# SPDX-License-Identifier: EUPL-1.2
"""How people in a casus are related: saying it, and that it is over."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vangnet.casus.betrokkenen import relatie_beeindigen, relatie_toevoegen, staan_erin
from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.casus.querysets import betrokkenen_voor
from vangnet.casus.selectors import huiscasus
from vangnet.kern.fouten import NietToegestaan
from vangnet.personen.models import Relatie
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.mensen import leg_mensen_vast
from vangnet.web.recht import recht
from vangnet.web.zaken.betrokkenen import al_voorbij, geweigerd, toon
from vangnet.web.zaken.betrokkenenforms import EindeForm, RelatieForm


@recht(Recht.PERSONEN_VASTLEGGEN)
@bewaart(RelatieForm)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """A relation between two who stand in the casus."""
    wie = kijker(Recht.PERSONEN_VASTLEGGEN)
    casus = huiscasus(casus_id, wie=wie)
    if casus is None or casus.gesloten:
        return geweigerd(request, casus_id)
    mensen = staan_erin(casus, wie=wie)
    leg_mensen_vast(casus, mensen)
    form = RelatieForm(request.POST or None, mensen=mensen, initial=getypt(request))
    if request.method == "POST" and form.is_valid() and _leg(casus_id, form):
        messages.success(request, _("De relatie is toegevoegd."))
        return redirect("zaken:personen", casus_id)
    return toon(request, casus, wie, form, _("Relatie toevoegen"))


def _leg(casus_id: UUID, form: RelatieForm) -> bool:
    waarden = form.cleaned_data
    try:
        relatie_toevoegen(
            casus_id,
            persoon=UUID(waarden["persoon"]),
            ander=UUID(waarden["ander"]),
            soort=waarden["soort"],
            vanaf=waarden["vanaf"],
        )
    except NietToegestaan:
        form.add_error("soort", _("Deze relatie staat er al."))
        return False
    return True


@recht(Recht.PERSONEN_VASTLEGGEN)
@bewaart(EindeForm)
@require_http_methods(["GET", "POST"])
def einde(request: HttpRequest, casus_id: UUID, relatie_id: UUID) -> HttpResponseBase:
    """A relation of which both people stand or stood in the casus is over."""
    wie = kijker(Recht.PERSONEN_VASTLEGGEN)
    casus, relatie, mensen = _vind(casus_id, relatie_id, wie)
    if casus is None or relatie is None:
        return geweigerd(request, casus_id)
    form = EindeForm(request.POST or None, vanaf=relatie.vanaf, initial=getypt(request))
    if relatie.tot:
        return al_voorbij(request, casus, form, relatie.tot)
    beiden = [mensen[relatie.persoon_id], mensen[relatie.andere_persoon_id]]
    leg_mensen_vast(casus, beiden)
    if request.method != "POST" or not form.is_valid():
        zin = _("De relatie tussen %(een)s en %(ander)s is voorbij.") % {
            "een": beiden[0].persoon.naam,
            "ander": beiden[1].persoon.naam,
        }
        return toon(request, casus, wie, form, _("Relatie beëindigen"), zin)
    try:
        relatie_beeindigen(casus_id, relatie_id, tot=form.cleaned_data["tot"])
    except NietToegestaan:
        # A colleague may have been first under the sending: read anew.
        casus, nu, _mensen = _vind(casus_id, relatie_id, wie)
        if casus is None or nu is None or nu.tot is None:
            return geweigerd(request, casus_id)
        return al_voorbij(request, casus, form, nu.tot)
    messages.success(request, _("De relatie is beëindigd."))
    return redirect("zaken:personen", casus_id)


def _vind(
    casus_id: UUID, relatie_id: UUID, wie: Kijker
) -> tuple[Casus | None, Relatie | None, dict[UUID, Betrokkenheid]]:
    """An open casus, a relation of two who stand or stood in it for `wie`, and all of those."""
    casus = huiscasus(casus_id, wie=wie)
    if casus is None or casus.gesloten:
        return None, None, {}
    in_zaak = betrokkenen_voor(wie).filter(casus=casus_id).select_related("persoon")
    mensen = {een.persoon_id: een for een in in_zaak}
    beiden = Relatie.objects.filter(persoon__in=mensen, andere_persoon__in=mensen)
    return casus, beiden.filter(pk=relatie_id).first(), mensen
