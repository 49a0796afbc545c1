# SPDX-License-Identifier: EUPL-1.2
import re
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.kern.fouten import BotsendeVersie
from vangnet.kern.klok import vandaag
from vangnet.organisaties.models import TELEFOON, Organisatie
from vangnet.organisaties.services import VELDEN, organisatie_toevoegen, organisatie_wijzigen
from vangnet.toegang.regels import Recht
from vangnet.web.beheer.botsing import verschillen
from vangnet.web.beheer.kader import leg_weigering_vast, probeer, toon
from vangnet.web.formulieren import Formulier, Naamveld, Terugveld
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht

_HIER = "beheer:organisaties"


def _codes(lijst: str) -> list[tuple[str, str]]:
    return [(code.code, code.label) for code in CODELIJSTEN[lijst].codes]


class OrganisatieForm(Formulier):
    """What the house knows of an organisation; versie: what was read, for who was before us."""

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)
    naam = Naamveld(label=_("Naam"), max_length=200)
    soort = forms.ChoiceField(
        label=_("Soort"), choices=[("", _("Kies")), *_codes("organisatie_soort")]
    )
    keten = forms.ChoiceField(label=_("Keten"), choices=[("", _("Kies")), *_codes("keten")])
    deelnemer = forms.ChoiceField(
        label=_("Deelnemer volgens de WGS"),
        required=False,
        choices=[("", _("Geen deelnemer")), *_codes("deelnemer")],
    )
    convenant_op = Terugveld(label=_("Convenant getekend op"), required=False)
    rapportgroep = Naamveld(
        label=_("Groep in het verslag"),
        required=False,
        max_length=255,
        help_text=_("Onder deze naam telt het verslag de aanmeldingen van deze organisatie."),
    )

    telefoon = Naamveld(
        label=_("Telefoonnummer"),
        required=False,
        max_length=30,
        help_text=_("Van de balie of de dienst. Wie onderweg is, belt het met één tik."),
    )

    def clean_telefoon(self) -> str | None:
        """The digits as one dials them."""
        nummer = re.sub(r"[\s().-]", "", self.cleaned_data["telefoon"])
        if nummer and not re.match(TELEFOON, nummer):
            raise forms.ValidationError(_("Vul alleen cijfers in, bijvoorbeeld 058 555 01 01."))
        return nummer or None

    def clean_convenant_op(self) -> Any:
        """Not in the future: it has been signed."""
        dag = self.cleaned_data["convenant_op"]
        if dag and dag > vandaag():
            raise forms.ValidationError(_("Deze dag ligt in de toekomst."))
        return dag

    def clean_rapportgroep(self) -> str | None:
        """Anders and onbekend are computed."""
        groep = self.cleaned_data["rapportgroep"]
        if groep.casefold() in {"anders", "onbekend"}:
            raise forms.ValidationError(_("Anders en onbekend zijn geen rapportgroep."))
        return groep or None

    def velden(self) -> dict[str, Any]:
        """What the act takes."""
        velden = {naam: self.cleaned_data[naam] for naam in VELDEN}
        return {**velden, "deelnemer": velden["deelnemer"] or None}


@recht(Recht.BEHEREN)
@require_safe
def organisaties(request: HttpRequest) -> HttpResponse:
    """Every organisation by name."""
    soorten = dict(_codes("organisatie_soort"))
    deelnemers = dict(_codes("deelnemer"))
    rijen = [
        (een, soorten.get(een.soort, een.soort), deelnemers.get(een.deelnemer or "", ""))
        for een in Organisatie.objects.order_by("naam")
    ]
    return toon(request, "beheer/organisaties.html", {"rijen": rijen}, hier=_HIER)


@recht(Recht.BEHEREN)
@bewaart(OrganisatieForm)
@require_http_methods(["GET", "POST"])
def nieuwe_organisatie(request: HttpRequest) -> HttpResponseBase:
    """Add an organisation."""
    form = OrganisatieForm(request.POST or None, initial=getypt(request))
    klaar = form.is_bound and probeer(
        request,
        form,
        lambda: organisatie_toevoegen(form.velden()),
        gelukt=_("De organisatie is toegevoegd."),
    )
    if klaar:
        return redirect("beheer:organisaties")
    context = {
        "formulier": form,
        "titel": _("Organisatie toevoegen"),
        "knop": _("Organisatie toevoegen"),
        "terug": reverse("beheer:organisaties"),
    }
    return toon(
        request, "beheer/formulier.html", context, hier=_HIER, status=422 if form.is_bound else 200
    )


@recht(Recht.BEHEREN)
@bewaart(OrganisatieForm)
@require_http_methods(["GET", "POST"])
def organisatie(request: HttpRequest, organisatie_id: UUID) -> HttpResponseBase:
    """Change an organisation; who was later than somebody else sees what changed meanwhile."""
    gevonden = Organisatie.objects.filter(pk=organisatie_id).first()
    if gevonden is None:
        leg_weigering_vast("organisatie.geweigerd", "organisatie", organisatie_id)
        return niet_gevonden(request)
    form = OrganisatieForm(request.POST or None, initial=getypt(request, _nu(gevonden)))
    try:
        klaar = form.is_bound and probeer(
            request,
            form,
            lambda: organisatie_wijzigen(
                organisatie_id, form.velden(), versie=form.cleaned_data["versie"] or 0
            ),
            gelukt=_("De organisatie is gewijzigd."),
        )
    except BotsendeVersie:
        return _toon(request, verschillen(form, _nu(gevonden)), status=409)
    if klaar:
        return redirect("beheer:organisaties")
    return _toon(request, {"formulier": form}, status=422 if form.is_bound else 200)


def _nu(gevonden: Organisatie) -> dict[str, Any]:
    return {naam: getattr(gevonden, naam) for naam in (*VELDEN, "versie")}


def _toon(request: HttpRequest, context: dict[str, Any], *, status: int) -> HttpResponse:
    vast = {
        "titel": _("Organisatie wijzigen"),
        "knop": _("Wijziging opslaan"),
        "terug": reverse("beheer:organisaties"),
    }
    return toon(request, "beheer/formulier.html", {**vast, **context}, hier=_HIER, status=status)
