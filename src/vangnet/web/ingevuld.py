# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed in a form that is too late, to read and copy (componenten/ingevuld.html)."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.formulieren import Formulier
from vangnet.web.getypt import (
    eigen_tekst,
    getypt,
    niet_opgeslagen,
    velden_van,
    zonder_formulier,
)
from vangnet.web.keuzewoorden import Keuzes, Woorden, keuzewoorden, onbekende
from vangnet.web.samenvoegen import in_woorden


class Regel(NamedTuple):
    """A question and its answer: what the reader typed in a form, or what there is now."""

    vraag: str
    antwoord: str


class Schakel(NamedTuple):
    """A link: what it says, and where it goes."""

    titel: str
    url: str


def iemand_was_je_voor(
    request: HttpRequest,
    bij: str,
    zin: str,
    *,
    naar: Schakel,
    titel: str = "",
) -> HttpResponse:
    """What somebody else did first, to who sees what it was done to; bij: what that is called.

    titel: for when it was no other. To copy stands there what the form was sent with, choices too.
    A draft of this form stays, with what was sent just now. Who sent nothing reads it at its own
    page; who typed nothing goes on to `naar`.
    """
    regels = _verstuurd(request)
    bewaard = eigen_tekst(request) if regels or request.method == "GET" else None
    if not regels:
        niet_opgeslagen(request)
        messages.info(request, zin)
        return redirect("werk:concept_lezen", bewaard.id) if bewaard else redirect(naar.url)
    zonder_formulier(request)
    context = {
        "bij": bij,
        "zin": zin,
        "regels": regels,
        "bewaard": bewaard,
        "naar": naar,
        "titel": titel or _("Iemand was je voor"),
    }
    return render(request, "te_laat.html", context, status=409)


def _verstuurd(request: HttpRequest) -> list[Regel]:
    """What this view was sent, each with its question; nothing for a view that keeps no form."""
    gevonden = request.resolver_match
    if gevonden is None:
        return []
    velden = velden_van(request, gevonden.func)
    casus = gevonden.kwargs.get("casus_id")
    return als_getypt(gevonden.func, velden, casus=casus) if velden else []


def getypt_in(request: HttpRequest, soort: type[Formulier]) -> list[Regel]:
    """What the reader typed in a form that is too late: sent now, or kept of before."""
    terug = getypt(request)
    zonder_formulier(request)
    if not (request.POST or terug):
        return []
    return antwoorden(soort(request.POST or None, initial=terug))


def als_getypt(
    view: object, velden: Mapping[str, Any], *, casus: UUID | None = None
) -> list[Regel]:
    """What was kept of the form of a view, each with its question, without that form itself.

    Of a choice from what that form alone knows the words that the reader may see by now, else
    nothing: it would be a key. casus: which it was about.
    """
    form: type[Formulier] = view.vangnet_bewaart  # type: ignore[attr-defined]  # set by bewaart
    kent = {naam: _veld(form, naam) for naam, waarde in velden.items() if waarde}
    gevraagd = {naam: veld for naam, veld in kent.items() if veld and not veld.widget.is_hidden}
    keuzes = onbekende(gevraagd, velden)
    woorden = keuzewoorden(keuzes, casus=casus, wie=kijker(Recht.INGELOGD)) if keuzes else {}
    return [
        Regel(str(veld.label), antwoord)
        for naam, veld in gevraagd.items()
        if (antwoord := _antwoord(veld, velden[naam], naam, keuzes, woorden))
    ]


def _veld(form: type[Formulier], naam: str) -> forms.Field | None:
    erbij = form.uit_reeks(naam) if naam.startswith(form.reeksen) else None
    return form.base_fields.get(naam, erbij)


def _antwoord(veld: forms.Field, waarde: Any, naam: str, keuzes: Keuzes, woorden: Woorden) -> str:
    sleutels = keuzes.get(naam, ())
    if not sleutels:
        return in_woorden(veld, waarde)
    gekozen = waarde if isinstance(waarde, list) else [waarde]
    kent = [een for een in gekozen if een not in sleutels]
    gevonden = [woorden[naam, een] for een in gekozen if (naam, een) in woorden]
    return ", ".join([*([in_woorden(veld, kent)] if kent else []), *gevonden])


def antwoorden(form: Formulier) -> list[Regel]:
    """What stands in a form, each with its question."""
    return [
        Regel(str(veld.label), in_woorden(veld.field, veld.value()))
        for veld in form.visible_fields()
        if veld.value()
    ]
