# SPDX-License-Identifier: EUPL-1.2
"""Who decides at the weekly table: kept by the house, and offered first at a decision."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.aanmelding.models import VasteBeslisser
from vangnet.aanmelding.vastebeslissers import (
    BeslisserStaatErAl,
    telt_nog,
    vaste_beslisser_beeindigen,
    vaste_beslisser_herstellen,
    vaste_beslisser_toevoegen,
    vaste_beslissers,
    wie_nu_beslissen,
)
from vangnet.casus.terug import net_gedaan
from vangnet.journaal.services import leg_vast, weigering
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.aanmelden.inzien import kruimels
from vangnet.web.beslissers import deelnemers, vorige
from vangnet.web.formulieren import Formulier, Naamveld, Vanafveld
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.ongedaan import maak_ongedaan
from vangnet.web.recht import recht


class VasteBeslisserForm(Formulier):
    """One more who decides at the weekly table; deelnemers: those of WGS 2.27(1)."""

    naam = Naamveld(label=gettext_lazy("Wie beslist?"), max_length=200)
    organisatie = forms.ChoiceField(
        label=gettext_lazy("Voor welke organisatie?"),
        help_text=gettext_lazy("Alleen publieke deelnemers (WGS, artikel 2.27, lid 1)."),
    )
    vanaf = Vanafveld(label=gettext_lazy("Vanaf welke dag?"), initial=vandaag)

    def __init__(self, *args: Any, publiek: Sequence[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(str(een.pk), een.naam) for een in publiek]
        self.kiezen("organisatie", [("", _("Kies een organisatie")), *keuzes])

    def clean(self) -> dict[str, Any]:
        """Nobody decides twice for the same organisation: the name would stand twice at a table."""
        waarden = super().clean() or self.cleaned_data
        if self.errors:
            return waarden
        zelfde = telt_nog(waarden["naam"], UUID(waarden["organisatie"]), vanaf=waarden["vanaf"])
        if zelfde and zelfde.tot is None:
            self.staat_er_al()
        elif zelfde and zelfde.tot:
            tot = date_format(zelfde.tot, "j F Y")
            zin = _("Deze beslisser telt nog tot en met %(tot)s. Kies een dag daarna.")
            self.add_error("vanaf", zin % {"tot": tot})
        return waarden

    def staat_er_al(self) -> None:
        """Say so, also when the database saw it: a colleague was first under the sending."""
        self.add_error("naam", _("Deze beslisser staat al in de lijst."))


@recht(Recht.TRIAGE_DOEN)
@bewaart(VasteBeslisserForm)
@require_http_methods(["GET", "POST"])
def vaste(request: HttpRequest) -> HttpResponseBase:
    """All there ever were, and the form for one more."""
    publiek = [een for een in deelnemers() if een.deelnemer == "publiek"]
    form = VasteBeslisserForm(request.POST or None, publiek=publiek, initial=getypt(request))
    if request.method == "POST" and form.is_valid() and _voeg_toe(form):
        messages.success(request, _("De vaste beslisser is toegevoegd."))
        return redirect("aanmelden:vaste")
    context = {
        "rijen": vaste_beslissers(),
        "net_beeindigd": net_gedaan("vastebeslisser.beeindigd", wie=kijker(Recht.TRIAGE_DOEN)),
        "formulier": form,
        "vandaag": vandaag(),
        "kruimels": kruimels(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "aanmelden/vaste.html", context, status=status)


def _voeg_toe(form: VasteBeslisserForm) -> bool:
    """Whether it is added; else the form says that a colleague just did."""
    waarden = form.cleaned_data
    organisatie = UUID(waarden["organisatie"])
    try:
        vaste_beslisser_toevoegen(waarden["naam"], organisatie, vanaf=waarden["vanaf"])
    except BeslisserStaatErAl:
        _leg_weigering_vast(None)
        form.staat_er_al()
        return False
    return True


@recht(Recht.TRIAGE_DOEN)
@require_POST
def beeindigen(request: HttpRequest, beslisser_id: UUID) -> HttpResponseBase:
    """Decides today for the last time."""
    try:
        vaste_beslisser_beeindigen(beslisser_id, tot=vandaag())
    except NietToegestaan:
        _leg_weigering_vast(beslisser_id)
        return niet_gevonden(request)
    messages.success(request, _("Beëindigd. In de lijst staat tot wanneer."))
    return redirect("aanmelden:vaste")


@recht(Recht.TRIAGE_DOEN)
@require_POST
def herstellen(request: HttpRequest, beslisser_id: UUID) -> HttpResponseBase:
    """Undo ending one; a second click finds it back already."""
    rij = VasteBeslisser.objects.filter(pk=beslisser_id).first()
    if rij is None:
        _leg_weigering_vast(beslisser_id)
        return niet_gevonden(request)
    maak_ongedaan(
        request,
        lambda: vaste_beslisser_herstellen(beslisser_id),
        staat_er=rij.tot is None,
        weiger=lambda: _leg_weigering_vast(beslisser_id),
        gelukt=_("De vaste beslisser staat er weer zoals eerst."),
        anders=_("Voeg de beslisser opnieuw toe."),
    )
    return redirect("aanmelden:vaste")


def _leg_weigering_vast(beslisser: UUID | None) -> None:
    leg_vast(
        weigering("vastebeslisser.geweigerd", "vastebeslisser", beslisser, regel=Recht.TRIAGE_DOEN)
    )


def wie_beginnen(request: HttpRequest, wie: Kijker, aantal: int) -> dict[str, Any]:
    """Whose names stand in the form of a decision: of the table, or else of the last time.

    `?er=` names of the table who are there today, by their id (web/overleg/triage.py).
    """
    vast, er = wie_nu_beslissen(vandaag()), set(request.GET.getlist("er"))
    aanwezig = [een for een in vast if str(een.pk) in er] or vast
    if not aanwezig:
        return vorige(wie, aantal)
    waarden: dict[str, Any] = {}
    for nummer, een in enumerate(aanwezig, start=1):
        waarden[f"naam_{nummer}"] = een.naam
        waarden[f"organisatie_{nummer}"] = str(een.organisatie_id)
    return waarden
