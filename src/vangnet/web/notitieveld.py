# SPDX-License-Identifier: EUPL-1.2
"""The note field of a casus that is not there for its author: what they typed is theirs to read.

Its text lies with the casus (casus/concepten.py), not with the drafts of other forms, and who can't
open the casus writes nothing there: what was sent too late isn't added to it.
"""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from vangnet.casus.concepten import is_bewaard, rij_van
from vangnet.gebruikers.models import Gebruiker
from vangnet.web.fouten import niet_gevonden

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def notitieveld(view: View[P]) -> View[P]:
    """Decorator, under `@recht`: this view takes what is typed in the note field of a casus."""
    view.vangnet_notitieveld = True  # type: ignore[attr-defined]  # read by is_notitieveld
    return view


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
    bewaard = rij_van(doel.kwargs["casus_id"], auteur=gebruiker.pk)
    if bewaard is None:
        return antwoord
    if request.method == "GET":
        return redirect("werk:concept_lezen", bewaard.pk)
    heel = is_bewaard(request.POST.get("tekst", ""), bewaard)
    return niet_gevonden(request, bewaard=heel, eerder=not heel)
