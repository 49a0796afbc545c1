# SPDX-License-Identifier: EUPL-1.2
"""Two editors: who saves second chooses, field by field, between what stands there and what they
typed.

A view whose service raises BotsendeVersie answers with `voeg_samen`, and makes its form from
`met_keuzes(request.POST, …)`, which carries those choices out. No text is lost, on either side.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from vangnet.web.formulieren import Formulier
from vangnet.web.getypt import BEGON

NU, JIJ, ALLEBEI = "nu", "jij", "allebei"
_KIES = "kies-"


class Verschil(NamedTuple):
    """A field in which something else was typed than stands there now; nu: that, in words."""

    veld: BoundField
    nu: str
    is_tekst: bool


def verschillen(form: forms.Form, nu: Mapping[str, Any]) -> list[Verschil]:
    """The fields of a form that was sent whose value differs from `nu`, in their order."""
    return [
        Verschil(veld, in_woorden(veld.field, nu[veld.name]), _is_tekst(veld.field))
        for veld in form.visible_fields()
        if veld.name in nu and veld.field.has_changed(nu[veld.name], veld.data)
    ]


def voeg_samen(
    request: HttpRequest,
    bouw: Callable[[QueryDict], forms.Form],
    nu: Mapping[str, Any],
    *,
    versie: str,
    context: Mapping[str, Any],
) -> HttpResponse | None:
    """The page with both, to be saved over what stands there now; None when nothing differs.

    bouw: makes the form of what was sent; nu: what its fields are now; versie: the field that says
    which version was read; context: titel, knop, kruimels.
    """
    gegevens = request.POST.copy()
    for naam in [naam for naam in gegevens if naam.startswith(_KIES)]:
        del gegevens[naam]
    gegevens[versie] = str(nu[versie])
    form = bouw(gegevens)
    anders = verschillen(form, nu)
    if not anders:
        return None
    botsend = {een.veld.name for een in anders}
    begon = BEGON + versie
    context = {
        **context,
        "begon": {"naam": begon, "versie": request.POST.get(begon, request.POST.get(versie, ""))},
        "formulier": form,
        "anders": anders,
        "gelijk": [veld for veld in form.visible_fields() if veld.name not in botsend],
    }
    return render(request, "samenvoegen.html", context, status=409)


def met_keuzes(gegevens: QueryDict, form: type[Formulier], nu: Mapping[str, Any]) -> QueryDict:
    """What was sent, with the choices of the page of both carried out; `gegevens` without them.

    A field in `nu` that an instance adds (`reeksen`) is a text.
    """
    erbij = {naam: forms.CharField() for naam in nu if naam.startswith(form.reeksen)}
    velden: dict[str, forms.Field] = {**erbij, **form.base_fields}
    gekozen = {
        naam: gegevens[_KIES + naam]
        for naam, veld in velden.items()
        # Never the version: then a stale form would be saved unseen.
        if naam in nu and not veld.widget.is_hidden and gegevens.get(_KIES + naam) in {NU, ALLEBEI}
    }
    if not gekozen:
        return gegevens
    samen = gegevens.copy()
    for naam, keuze in gekozen.items():
        veld = velden[naam]
        staat_er = _als_getypt(veld, nu[naam])
        if keuze == ALLEBEI and _is_tekst(veld):
            tussen = "\n\n" if isinstance(veld.widget, forms.Textarea) else " / "
            staat_er = [tussen.join(filter(None, [*staat_er, gegevens.get(naam, "")]))]
        samen.setlist(naam, staat_er)
    return samen


def _is_tekst(veld: forms.Field) -> bool:
    """A text, in which both fit; of a choice or a day only one can stay."""
    return isinstance(veld, forms.CharField)


def _als_getypt(veld: forms.Field, waarde: Any) -> list[str]:
    """The value as a browser would send it."""
    if isinstance(waarde, list | tuple):
        return [str(een) for een in waarde]
    if isinstance(veld.widget, forms.CheckboxInput):
        return ["on"] if waarde else []
    getoond = veld.widget.format_value(veld.prepare_value(waarde))
    return [str(een) for een in (getoond if isinstance(getoond, list) else [getoond]) if een]


def in_woorden(veld: forms.Field, waarde: Any) -> str:
    """The value as a reader knows it."""
    if isinstance(veld, forms.BooleanField):
        return _("Ja") if waarde else _("Nee")
    getypt = _als_getypt(veld, waarde)
    if isinstance(veld, forms.ChoiceField):
        keuzes = {str(code): str(tekst) for code, tekst in list(veld.choices)}  # type: ignore[arg-type]  # a list once filled
        getypt = [keuzes.get(een, een) for een in getypt]
    return ", ".join(getypt) or "–"
