# SPDX-License-Identifier: EUPL-1.2
"""Naming somebody on a casus, and ending that."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.casus.betrokkenen import (
    betrokkene_toevoegen,
    betrokkenheid_beeindigen,
    heeft_kanten,
    staan_erin,
)
from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.casus.querysets import betrokkenen_voor
from vangnet.casus.selectors import huiscasus
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.fouten import niet_gevonden
from vangnet.web.gelijkenden import BekendForm, Gelijkende, vergeleken
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.ingevuld import Schakel, iemand_was_je_voor
from vangnet.web.mensen import leg_mensen_vast
from vangnet.web.recht import recht
from vangnet.web.zaken.betrokkenenforms import BetrokkeneForm, EindeForm
from vangnet.web.zaken.ondersteuning import naar_de_zaak
from vangnet.web.zaken.openen import leg_weigering_vast


@recht(Recht.PERSONEN_VASTLEGGEN)
@bewaart(BetrokkeneForm, concept=gettext_lazy("Persoon toevoegen"))
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Who comes in; who is known already is offered, and the answer is asked."""
    wie = kijker(Recht.PERSONEN_VASTLEGGEN)
    casus = huiscasus(casus_id, wie=wie)
    if casus is None or casus.gesloten:
        return geweigerd(request, casus_id)
    mensen = staan_erin(casus, wie=wie)
    leg_mensen_vast(casus, mensen)
    form = BetrokkeneForm(
        request.POST or None,
        mensen=mensen,
        gelijkenden=_gelijkenden(request, wie),
        systeem=casus.samenstelling == "systeem",
        kanten=heeft_kanten(casus),
        initial=getypt(request),
    )
    if request.method != "POST" or not form.is_valid():
        return toon(request, casus, wie, form, _("Persoon toevoegen"))
    nieuwkomer = form.nieuwkomer()
    try:
        erbij = betrokkene_toevoegen(
            casus_id, nieuwkomer, door=wie.gebruiker, eenmalig=form.cleaned_data["eenmalig"]
        )
    except NietToegestaan:
        # A colleague may have named them under the sending: read anew.
        erin = {een.persoon_id for een in staan_erin(casus, wie=wie)}
        if nieuwkomer.persoon not in erin:
            return geweigerd(request, casus_id)
        form.add_error("wie", _("Deze persoon staat al in de zaak."))
        return toon(request, casus, wie, form, _("Persoon toevoegen"))
    messages.success(request, _("De persoon staat in de zaak."))
    _zeg_kant(request, erbij, nieuwkomer.zijde)
    return redirect("zaken:personen", casus_id)


def _zeg_kant(request: HttpRequest, erbij: UUID, gekozen: int | None) -> None:
    """Who stood in the casus before stands where they stood, whatever was chosen."""
    zijde = Betrokkenheid.objects.get(pk=erbij).zijde
    if zijde == gekozen:
        return
    waar = _("aan kant %(zijde)s") % {"zijde": zijde} if zijde else _("aan geen kant")
    messages.warning(
        request,
        _(
            "Deze persoon stond eerder %(waar)s en staat daar weer. "
            "Klopt dat niet meer? Dan wijzigt een procesregisseur de kant."
        )
        % {"waar": waar},
    )


def _gelijkenden(request: HttpRequest, wie: Kijker) -> Sequence[Gelijkende]:
    """Who resembles the person that was typed; who stands in the casus too."""
    if request.method != "POST":
        return []
    return vergeleken(BekendForm(request.POST), wie=wie) or []


@recht(Recht.PERSONEN_VASTLEGGEN)
@bewaart(EindeForm)
@require_http_methods(["GET", "POST"])
def einde(request: HttpRequest, casus_id: UUID, betrokkenheid_id: UUID) -> HttpResponseBase:
    """Somebody leaves; not the one whom the casus is about."""
    wie = kijker(Recht.PERSONEN_VASTLEGGEN)
    casus = huiscasus(casus_id, wie=wie)
    gevonden = (
        betrokkenen_voor(wie)
        .filter(pk=betrokkenheid_id, casus=casus_id)
        .select_related("persoon")
        .first()
    )
    if casus is None or gevonden is None or gevonden.persoon_id == casus.hoofdbetrokkene_id:
        return geweigerd(request, casus_id)
    form = EindeForm(request.POST or None, vanaf=gevonden.vanaf, initial=getypt(request))
    if gevonden.tot:
        return al_voorbij(request, casus, form, gevonden.tot)
    leg_mensen_vast(casus, [gevonden])
    if request.method != "POST" or not form.is_valid():
        zin = _("%(naam)s is niet meer betrokken.") % {"naam": gevonden.persoon.naam}
        return toon(request, casus, wie, form, _("Betrokkenheid beëindigen"), zin)
    try:
        betrokkenheid_beeindigen(betrokkenheid_id, tot=form.cleaned_data["tot"])
    except NietToegestaan:
        nu = betrokkenen_voor(wie).filter(pk=betrokkenheid_id, casus=casus_id).first()
        casus = huiscasus(casus_id, wie=wie)
        if casus is None or nu is None or nu.tot is None:
            return geweigerd(request, casus_id)
        return al_voorbij(request, casus, form, nu.tot)
    messages.success(request, _("De betrokkenheid is beëindigd."))
    return redirect("zaken:personen", casus_id)


def toon(
    request: HttpRequest, casus: Casus, wie: Kijker, form: Any, titel: str, zin: str = ""
) -> HttpResponse:
    """A page with one form of the casus."""
    context = {
        "casus": casus,
        "formulier": form,
        "titel": titel,
        "zin": zin,
        "kruimels": naar_de_zaak(casus, wie),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "zaken/persoonformulier.html", context, status=status)


def geweigerd(
    request: HttpRequest, casus_id: UUID, regel: Recht = Recht.PERSONEN_VASTLEGGEN
) -> HttpResponse:
    """The same page for what may not and for what isn't there."""
    leg_weigering_vast(casus_id, regel)
    return niet_gevonden(request)


def te_laat(
    request: HttpRequest, casus: Casus, zin: str, regel: Recht = Recht.PERSONEN_VASTLEGGEN
) -> HttpResponse:
    """What somebody did first, to who works on the casus for the house."""
    leg_weigering_vast(casus.pk, regel)
    naar = Schakel(_("Naar Personen"), reverse("zaken:personen", args=[casus.pk]))
    return iemand_was_je_voor(request, casus.kenmerk, zin, naar=naar)


def al_voorbij(request: HttpRequest, casus: Casus, form: EindeForm, tot: date) -> HttpResponseBase:
    """Of what ended before: the same day, sent twice, is saved; another comes too late."""
    if form.is_valid() and form.cleaned_data["tot"] == tot:
        return redirect("zaken:personen", casus.pk)
    zin = _("Dit is al beëindigd: tot en met %(dag)s.")
    return te_laat(request, casus, zin % {"dag": formats.date_format(tot, "j F Y")})
