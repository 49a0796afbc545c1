# SPDX-License-Identifier: EUPL-1.2
"""One draft in two windows: who saves second chooses per field what stays."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.aanmelding.concepten import concept_nu
from vangnet.aanmelding.models import Concept
from vangnet.toegang.kijker import Kijker
from vangnet.web.aanmelden.concepten import leg_concept_vast, plek
from vangnet.web.aanmelden.forms import AanmeldForm
from vangnet.web.aanmelden.inzien import kruimels
from vangnet.web.samenvoegen import met_keuzes, voeg_samen

_KNOPPEN = {
    "": gettext_lazy("Aanmelding versturen"),
    "concept": gettext_lazy("Bewaar als concept"),
    "bijlagen": gettext_lazy("Documenten toevoegen"),
}


def gestuurd(request: HttpRequest, wie: Kijker) -> QueryDict:
    """What was sent, with the choices of the page of both windows carried out."""
    sleutel = plek(request, wie)
    concept = concept_nu(sleutel, wie=wie) if sleutel else None
    return met_keuzes(request.POST, AanmeldForm, _nu(concept)) if concept else request.POST


def kies(
    request: HttpRequest,
    concept: Concept,
    bouw: Callable[[QueryDict], AanmeldForm],
    *,
    knop: str,
) -> HttpResponse | None:
    """The page with both texts; None when the fields say the same.

    knop: the name of the button that was pressed, empty for the one that sends the aanmelding.
    """

    def zonder_fouten(gegevens: QueryDict) -> AanmeldForm:
        form = bouw(gegevens)
        if knop:
            # A draft may be half done.
            form.errors.clear()
        return form

    context = {
        "titel": _("Aanmelden"),
        "eigen": True,
        "knop": _KNOPPEN[knop],
        "knop_naam": knop,
        "kruimels": kruimels(),
    }
    beide = voeg_samen(request, zonder_fouten, _nu(concept), versie="versie", context=context)
    if beide is not None:
        leg_concept_vast(concept)
    return beide


def _nu(concept: Concept) -> dict[str, Any]:
    """What the draft holds, as the fields of the form know it."""
    velden = AanmeldForm.base_fields.items()
    waarden = {naam: _waarde(veld, concept.inhoud.get(naam)) for naam, veld in velden}
    del waarden["eenmalig"]
    return waarden | {"versie": concept.versie}


def _waarde(veld: forms.Field, getypt: Any) -> Any:
    """A day as a day, when it is one: it was kept as it was typed."""
    if not isinstance(veld, forms.DateField):
        return getypt
    try:
        return veld.to_python(getypt)
    except forms.ValidationError:
        return getypt
