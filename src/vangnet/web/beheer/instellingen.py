# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from vangnet.inrichting.gemeenten import geldig_op, gemeenten
from vangnet.inrichting.models import Code, Huis
from vangnet.inrichting.selectors import gemeentenaam, het_huis
from vangnet.inrichting.services import VELDEN, huis_wijzigen
from vangnet.kern.fouten import BotsendeVersie
from vangnet.kern.klok import vandaag
from vangnet.toegang.regels import Recht
from vangnet.web.beheer.botsing import verschillen
from vangnet.web.beheer.kader import probeer, toon
from vangnet.web.formulieren import Formulier, Naamveld, Tekstvlak
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht

_HIER = "beheer:instellingen"


class Gemeentenveld(forms.CharField):
    """Gemeenten by name or code, one on each line; gives their codes of today."""

    widget = Tekstvlak(attrs={"rows": "8"})

    def prepare_value(self, value: Any) -> Any:
        """Names of codes; what was typed stays as it was typed."""
        if isinstance(value, list):
            return "\n".join(gemeentenaam(code) for code in value)
        return value

    def clean(self, value: Any) -> list[str]:
        """Raises with each line that is no gemeente of today."""
        regels = [regel.strip() for regel in super().clean(value).splitlines() if regel.strip()]
        dag = vandaag()
        bekend = {
            g.naam.casefold(): code for code, g in gemeenten().items() if geldig_op(code, dag)
        }
        codes = {regel: bekend.get(regel.casefold(), regel.upper()) for regel in regels}
        if fout := [regel for regel, code in codes.items() if not geldig_op(code, dag)]:
            raise forms.ValidationError(
                _("Dit is geen gemeente van vandaag: %(namen)s.") % {"namen": ", ".join(fout)}
            )
        return sorted(set(codes.values()))


class InstellingenForm(Formulier):
    """What a house says about itself."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    naam = Naamveld(
        label=_("Naam van het huis"), max_length=200, help_text=_("Staat ook op de inlogpagina.")
    )
    gemeenten = Gemeentenveld(
        label=_("Gemeenten"),
        required=False,
        help_text=_("Eén op elke regel. Laat leeg om alle gemeenten te tonen."),
    )
    publicatiegrens = forms.IntegerField(
        label=_("Publicatiegrens"),
        min_value=3,
        max_value=20,
        help_text=_("Een cijfer over minder mensen dan dit wordt niet naar buiten gebracht."),
    )
    screening_maanden = forms.IntegerField(
        label=_("Een VOG of screening geldt zoveel maanden"),
        min_value=1,
        max_value=60,
        help_text=_("Is hij ouder, dan staat de rol op het overzicht. De rol blijft werken."),
    )
    stilstand_weken = forms.IntegerField(
        label=_("Een zaak staat stil na zoveel weken"),
        min_value=1,
        max_value=26,
        help_text=_("Zonder dat er iets is afgesproken, afgevinkt, besproken of geëvalueerd."),
    )
    te_laat_dagen = forms.IntegerField(
        label=_("Een afspraak loopt vast na zoveel dagen te laat"), min_value=1, max_value=90
    )
    evaluatie_weken = forms.IntegerField(
        label=_("Een zaak wordt geëvalueerd om de zoveel weken"), min_value=1, max_value=52
    )
    gemiste_evaluaties = forms.IntegerField(
        label=_("De manager ziet de zaak na zoveel gemiste evaluaties"), min_value=1, max_value=10
    )
    vernietig_dagen = forms.IntegerField(
        label=_("Een aanmelding zonder zaak verdwijnt uiterlijk na zoveel dagen"),
        min_value=1,
        max_value=28,
        help_text=_("Vanaf het besluit. Eerder als de aanmelder het antwoord heeft."),
    )


@recht(Recht.BEHEREN)
@bewaart(InstellingenForm)
@require_http_methods(["GET", "POST"])
def instellingen(request: HttpRequest) -> HttpResponseBase:
    """Name, gemeenten and publication threshold of the house."""
    nu = _nu(het_huis())
    form = InstellingenForm(request.POST or None, initial=getypt(request, nu))
    try:
        klaar = form.is_bound and probeer(
            request, form, lambda: _wijzig(form), gelukt=_("De instellingen zijn gewijzigd.")
        )
    except BotsendeVersie:
        return _toon(request, verschillen(form, nu), status=409)
    if klaar:
        return redirect("beheer:instellingen")
    return _toon(request, {"formulier": form}, status=422 if form.is_bound else 200)


def _wijzig(form: InstellingenForm) -> None:
    huis_wijzigen(form.cleaned_data, versie=form.cleaned_data["versie"])


def _nu(huis: Huis) -> dict[str, Any]:
    return {naam: getattr(huis, naam) for naam in (*VELDEN, "versie")}


def _toon(request: HttpRequest, context: dict[str, Any], *, status: int) -> HttpResponse:
    vast = {"titel": _("Instellingen van het huis"), "knop": _("Instellingen opslaan")}
    return toon(request, "beheer/formulier.html", {**vast, **context}, hier=_HIER, status=status)


@recht(Recht.BEHEREN)
@require_safe
def codelijsten(request: HttpRequest) -> HttpResponse:
    """Every list to choose from, as this house has it; to read."""
    lijsten: dict[str, list[Code]] = {}
    for code in Code.objects.order_by("lijst", "volgorde"):
        lijsten.setdefault(code.lijst, []).append(code)
    context = {
        "lijsten": [(naam.replace("_", " "), naam, codes) for naam, codes in lijsten.items()]
    }
    return toon(request, "beheer/codelijsten.html", context, hier="beheer:codelijsten")
