# SPDX-License-Identifier: EUPL-1.2
"""Correcting what is written of a person, by the house that works with them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.casus.betrokkenen import casussen_van_het_huis, personen_van_het_huis
from vangnet.inrichting.selectors import gemeentenaam
from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.personen.models import Persoon
from vangnet.personen.services import Persoonsgegevens, persoon_wijzigen
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import Formulier, Geboorteveld, Naamveld
from vangnet.web.fouten import niet_gevonden
from vangnet.web.gemeentekeuzes import gemeentekeuzes
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht

_VELDEN = ("voornamen", "tussenvoegsel", "achternaam", "geboortedatum", "geslacht", "gemeente")


class PersoonForm(Formulier):
    """Who somebody is. nu: the gemeente that is written, perhaps not one of the house."""

    voornamen = Naamveld(label=gettext_lazy("Voornamen"), required=False, max_length=200)
    tussenvoegsel = Naamveld(label=gettext_lazy("Tussenvoegsel"), required=False, max_length=40)
    achternaam = Naamveld(label=gettext_lazy("Achternaam"), max_length=200)
    geboortedatum = Geboorteveld(label=gettext_lazy("Geboortedatum"), required=False)
    geslacht = forms.ChoiceField(
        label=gettext_lazy("Geslacht"),
        required=False,
        choices=codekeuzes("geslacht", leeg=gettext_lazy("Niet vastgelegd")),
    )
    gemeente = forms.ChoiceField(label=gettext_lazy("Woongemeente"), required=False)
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, nu: str | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = gemeentekeuzes()
        if nu and nu not in dict(keuzes):
            keuzes.insert(0, (nu, gemeentenaam(nu)))
        self.kiezen("gemeente", [("", _("Onbekend")), *keuzes])

    def clean_geboortedatum(self) -> Any:
        """Nobody is born tomorrow."""
        dag = self.cleaned_data["geboortedatum"]
        if dag and dag > vandaag():
            raise forms.ValidationError(_("Deze dag ligt in de toekomst."))
        return dag

    def gegevens(self) -> Persoonsgegevens:
        """What was filled in."""
        return Persoonsgegevens(**{naam: self.cleaned_data[naam] for naam in _VELDEN})


def _nu(persoon: Persoon) -> dict[str, Any]:
    return {naam: getattr(persoon, naam) for naam in (*_VELDEN, "versie")}


@recht(Recht.PERSONEN_VASTLEGGEN)
@bewaart(PersoonForm)
@require_http_methods(["GET", "POST"])
def wijzig(request: HttpRequest, persoon_id: UUID) -> HttpResponseBase:
    """The form; a stale save becomes a page with both."""
    wie = kijker(Recht.PERSONEN_VASTLEGGEN)
    mijn = personen_van_het_huis(wie)
    persoon = mijn.filter(pk=persoon_id).first()
    if persoon is None:
        return geweigerd(request, persoon_id)
    casussen = casussen_van_het_huis(persoon_id, wie=wie)
    form = PersoonForm(
        request.POST or None, nu=persoon.gemeente, initial=getypt(request, _nu(persoon))
    )
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return _toon(request, persoon, form, casussen, status=status)
    gelezen = form.cleaned_data["versie"] or 0
    try:
        persoon_wijzigen(persoon_id, form.gegevens(), gelezen=gelezen, casussen=casussen)
    except BotsendeVersie:
        persoon = mijn.get(pk=persoon_id)
        opnieuw = request.POST.copy()
        opnieuw["versie"] = str(persoon.versie)
        form = PersoonForm(opnieuw, nu=persoon.gemeente)
        return _toon(request, persoon, form, casussen, status=409)
    except NietToegestaan:
        return geweigerd(request, persoon_id)
    messages.success(request, _("De gegevens zijn opgeslagen."))
    return redirect("personen:persoon", persoon_id)


def _toon(
    request: HttpRequest,
    persoon: Persoon,
    form: PersoonForm,
    casussen: Sequence[UUID],
    *,
    status: int,
) -> HttpResponse:
    leg_vast(
        Act(
            handeling="persoon.ingezien",
            object_soort="persoon",
            object=persoon.pk,
            velden=["gegevens"],
            onderwerpen=[("persoon", persoon.pk), *(("casus", een) for een in casussen)],
        )
    )
    context = {
        "persoon": persoon,
        "gemeente": gemeentenaam(persoon.gemeente),
        "formulier": form,
        "botst": status == 409,
        "kruimels": [],
    }
    return render(request, "personen/wijzigen.html", context, status=status)


def geweigerd(request: HttpRequest, persoon_id: UUID) -> HttpResponse:
    """The same page for what may not and for what isn't there."""
    regel = Recht.PERSONEN_VASTLEGGEN
    leg_vast(weigering("persoon.geweigerd", "persoon", persoon_id, regel=regel))
    return niet_gevonden(request)
