# SPDX-License-Identifier: EUPL-1.2
"""The note field of a casus that is not there for its author: what they typed is theirs to read.

Its text lies with the casus (casus/concepten.py), not with the drafts of other forms. What is typed
too late goes with what they kept of it; who kept nothing begins nothing there.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from vangnet.casus.concepten import (
    ONBEKEND,
    Venster,
    concept_aanvullen,
    is_bewaard,
    merk_van,
    rij_van,
)
from vangnet.casus.models import Notitieconcept
from vangnet.gebruikers.models import Gebruiker
from vangnet.web.fouten import niet_gevonden

# Of a text that is still being typed; a note itself holds less.
HOOGUIT = 100_000
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def notitieveld(view: View[P]) -> View[P]:
    """Decorator, under `@recht`: this view takes what is typed in the note field of a casus."""
    view.vangnet_notitieveld = True  # type: ignore[attr-defined]  # read by is_notitieveld
    return view


def tijdens_typen(view: View[P]) -> View[P]:
    """Decorator, as `notitieveld`: of the view that the script sends each text to."""
    view.vangnet_tijdens_typen = True  # type: ignore[attr-defined]  # read by of_eigen_notitie
    return notitieveld(view)


def is_notitieveld(view: object) -> bool:
    """Whether a view takes what is typed in the note field of a casus."""
    return getattr(view, "vangnet_notitieveld", False)


def of_eigen_notitie(request: HttpRequest, antwoord: HttpResponseBase) -> HttpResponseBase:
    """A refusal of the note field; who kept a text of it reads that, and whether it is all.

    It says nothing of what was refused: the same holds for a casus that doesn't exist.
    """
    gebruiker, doel = request.user, request.resolver_match
    if doel is None or not isinstance(gebruiker, Gebruiker):
        return antwoord
    casus, wie = doel.kwargs["casus_id"], gebruiker.pk
    if hasattr(doel.func, "vangnet_tijdens_typen"):
        return _zeg_bij_het_veld(request, casus, wie) if request.method == "POST" else antwoord
    bewaard = rij_van(casus, auteur=wie)
    if bewaard is None:
        return antwoord
    if request.method == "GET":
        return redirect("werk:concept_lezen", bewaard.pk)
    # A form that is sent as a whole is later than each text that its script kept.
    venster = replace(venster_van(request), nummer=bewaard.nummer or 0)
    heel = vul_aan(request, casus, auteur=wie, venster=venster) is not None
    return niet_gevonden(request, bewaard=heel, eerder=not heel)


def _zeg_bij_het_veld(request: HttpRequest, casus: UUID, wie: UUID) -> HttpResponse:
    bewaard = vul_aan(request, casus, auteur=wie, venster=venster_van(request))
    context = {"merk": merk_van(bewaard)} if bewaard else {"niet_hier": True}
    return render(request, "zaken/notitiemerk.html", context, status=200 if bewaard else 404)


def vul_aan(
    request: HttpRequest, casus: UUID, *, auteur: UUID, venster: Venster
) -> Notitieconcept | None:
    """Keep what is sent from a field that is refused; None when not all of it is kept."""
    tekst = getypte_notitie(request)
    if len(tekst) > HOOGUIT:
        return None
    merk = request.POST.get("merk", "")
    nu = concept_aanvullen(casus, tekst, auteur=auteur, merk=merk, venster=venster)
    return nu if nu and is_bewaard(tekst, nu) else None


def getypte_notitie(request: HttpRequest) -> str:
    """What stands in the note field; empty when the request doesn't say.

    More than a note can hold is kept too: after an undo the field has two.
    """
    return request.POST.get("tekst", "").replace("\0", "")


def venster_van(request: HttpRequest) -> Venster:
    """The form in which somebody types, and which of its texts this is, as the script says."""
    nummer = request.POST.get("nummer", "")
    try:
        formulier = UUID(request.POST.get("eenmalig", ""))
    except ValueError:
        return ONBEKEND
    return Venster(formulier, int(nummer[:15]) if nummer.isdecimal() else 0)
