# SPDX-License-Identifier: EUPL-1.2
"""One draft in two windows: who saves second chooses per field what stays."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.aanmelding.concepten import concept_nu
from vangnet.aanmelding.models import Concept
from vangnet.toegang.kijker import Kijker
from vangnet.web.aanmelden.concepten import beginwaarden, leg_concept_vast, plek
from vangnet.web.aanmelden.forms import AanmeldForm
from vangnet.web.aanmelden.inzien import kruimels
from vangnet.web.getypt import conceptstand, getypt, houd_elders, zeg_bewaard
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
    return met_keuzes(request.POST, AanmeldForm, beginwaarden(concept)) if concept else request.POST


def kies(
    request: HttpRequest, concept: Concept, bouw: Callable[[QueryDict], AanmeldForm], *, knop: str
) -> HttpResponse | None:
    """The page with both texts; None when the fields say the same.

    knop: the name of the button that was pressed, empty for the one that sends the aanmelding. What
    was sent is kept as a draft of that page, which has an address of its own.
    """
    pagina = _beide(request, concept, bouw, knop=knop)
    if pagina is not None and not conceptstand(request):
        bewaard = houd_elders(request, adres(concept.pk))
        pagina = _beide(request, concept, bouw, knop=knop)
        assert pagina is not None  # noqa: S101 - as a moment ago
        zeg_bewaard(pagina, bewaard, versie=0)
    if pagina is not None:
        leg_concept_vast(concept)
    return pagina


def verder_kiezen(
    request: HttpRequest, concept: Concept, bouw: Callable[[QueryDict], AanmeldForm]
) -> HttpResponse | None:
    """The same page, of the draft that was kept of it; None when there is nothing to choose."""
    getypt(request)
    stand = conceptstand(request)
    if stand is None or stand.concept is None:
        return None
    gestuurd = QueryDict(mutable=True)
    for naam, waarde in stand.concept.velden.items():
        gestuurd.setlist(naam, [str(een) for een in _als_lijst(waarde)])
    gestuurd["eenmalig"] = concept.inhoud.get("eenmalig", "")
    pagina = _beide(request, concept, bouw, knop="concept", gestuurd=gestuurd)
    if pagina is not None:
        leg_concept_vast(concept)
    return pagina


def adres(concept: UUID) -> str:
    """Where both texts of a draft stand."""
    return reverse("aanmelden:samenvoegen", args=[concept])


def _als_lijst(waarde: Any) -> list[Any]:
    """As a browser sends it; an empty list for what it doesn't send."""
    if isinstance(waarde, list):
        return waarde
    return [] if waarde is None or waarde is False else [waarde]


def _beide(
    request: HttpRequest,
    concept: Concept,
    bouw: Callable[[QueryDict], AanmeldForm],
    *,
    knop: str,
    gestuurd: QueryDict | None = None,
) -> HttpResponse | None:
    def zonder_fouten(gegevens: QueryDict) -> AanmeldForm:
        form = bouw(gegevens)
        if knop:
            # A draft may be half done.
            form.errors.clear()
        return form

    context = {
        "titel": _("Aanmelden"),
        "eigen": True,
        "adres": adres(concept.pk),
        "knop": _KNOPPEN[knop],
        "knop_naam": knop,
        "kruimels": kruimels(),
    }
    nu = beginwaarden(concept)
    return voeg_samen(
        request, zonder_fouten, nu, versie="versie", context=context, gestuurd=gestuurd
    )
