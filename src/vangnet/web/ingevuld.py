# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed in a form that is too late, to read and copy (componenten/ingevuld.html)."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vangnet.web.formulieren import Formulier
from vangnet.web.getypt import eigen_tekst, getypt, velden_van, zonder_formulier
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
    tekst: str | None = None,
    *,
    naar: Schakel,
    titel: str = "",
) -> HttpResponse:
    """What somebody else did first, to who sees what it was done to; bij: what that is called.

    titel: for when it was no other.
    tekst: what was typed, to copy; None: what the form of this view was sent with. A draft of this
    form stays, with what was sent just now. Who sent nothing reads it at its own page; who typed
    nothing goes on to `naar`.
    """
    regels = _verstuurd(request) if tekst is None else [Regel("", tekst)]
    verstuurd = request.method == "POST" and any(een.antwoord.strip() for een in regels)
    bewaard = eigen_tekst(request) if verstuurd or request.method == "GET" else None
    if not verstuurd:
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
    view = request.resolver_match.func if request.resolver_match else None
    velden = velden_van(request, view)
    return als_getypt(view, velden) if velden else []


def getypt_in(request: HttpRequest, soort: type[Formulier]) -> list[Regel]:
    """What the reader typed in a form that is too late: sent now, or kept of before."""
    terug = getypt(request)
    zonder_formulier(request)
    if not (request.POST or terug):
        return []
    return antwoorden(soort(request.POST or None, initial=terug))


def als_getypt(view: object, velden: Mapping[str, Any]) -> list[Regel]:
    """What was kept of the form of a view, each with its question, without that form itself.

    A choice from what that form alone knows is left out: it would be a key.
    """
    form: type[Formulier] = view.vangnet_bewaart  # type: ignore[attr-defined]  # set by bewaart
    regels = []
    for naam, waarde in velden.items():
        veld = form.base_fields.get(naam)
        if veld is None and naam.startswith(form.reeksen):
            veld = forms.CharField(label=_("Tekst"))
        if not waarde or veld is None or veld.widget.is_hidden or _noemt_een_sleutel(veld, waarde):
            continue
        regels.append(Regel(str(veld.label), in_woorden(veld, waarde)))
    return regels


def _noemt_een_sleutel(veld: forms.Field, waarde: Any) -> bool:
    if not isinstance(veld, forms.ChoiceField):
        return False
    gekozen = waarde if isinstance(waarde, list) else [waarde]
    return not all(veld.valid_value(een) for een in gekozen)


def antwoorden(form: Formulier) -> list[Regel]:
    """What stands in a form, each with its question."""
    return [
        Regel(str(veld.label), in_woorden(veld.field, veld.value()))
        for veld in form.visible_fields()
        if veld.value()
    ]
