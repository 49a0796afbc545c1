# SPDX-License-Identifier: EUPL-1.2
"""Two editors: who saves second chooses, field by field, between what stands there and what they
typed; what only one of them changed is taken by itself.

A view whose service raises BotsendeVersie answers with `voeg_samen`, and makes its form from
`met_keuzes(request.POST, …)`, which carries those choices out. No text is lost, on either side.
With `met_begin` a form carries along what its fields were when it was opened.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from vangnet.web.formulieren import Formulier
from vangnet.web.getypt import BEGON, KIES, conceptstand

NU, JIJ, ALLEBEI = "nu", "jij", "allebei"


class Verschil(NamedTuple):
    """A field in which something else was typed than stands there now; nu: that, in words.

    van: NU when only the other changed it, JIJ when only the reader did, empty for both.
    keuze: what the page chooses beforehand.
    """

    veld: BoundField
    nu: str
    is_tekst: bool
    van: str
    keuze: str


class Beginveld(forms.CharField):
    """What the fields were when the form was opened, as `met_begin` writes it."""

    def __init__(self, **kwargs: Any) -> None:
        hidden = forms.HiddenInput(attrs={"autocomplete": "off"})
        super().__init__(**{"required": False, "widget": hidden, **kwargs})


def met_begin(form: type[Formulier], nu: Mapping[str, Any], *, versie: str) -> dict[str, Any]:
    """`nu`, the values with which a form begins, and a mark of each of them in its `begin`.

    versie: the field that says which version that is. A mark tells whether a value is the same one,
    and not what it was.
    """
    merken = [
        f"{naam}={_merk(veld, nu[naam])}"
        for naam, veld in _velden(form, nu).items()
        if naam in nu and not veld.widget.is_hidden
    ]
    return {**nu, "begin": " ".join([f"{nu[versie]}:", *merken])}


def _merken(gegevens: QueryDict, versie: str) -> dict[str, str]:
    """By field, of the version that was read; none when the form began with another one."""
    van, *merken = gegevens.get("begin", "").split() or [""]
    if van != f"{gegevens.get(versie, '')}:":
        return {}
    return {naam: merk for naam, _teken, merk in (een.partition("=") for een in merken)}


def _merk(veld: forms.Field, waarde: Any) -> str:
    with suppress(forms.ValidationError):
        waarde = veld.to_python(waarde)
    getypt = sorted(een.replace("\r\n", "\n").strip() for een in _als_getypt(veld, waarde))
    return sha256(json.dumps([een for een in getypt if een]).encode()).hexdigest()[:16]


def verschillen(
    form: forms.Form, nu: Mapping[str, Any], merken: Mapping[str, str], eerder: Mapping[str, Any]
) -> list[Verschil]:
    """The fields of a form that was sent whose value differs from `nu`, in their order.

    merken: of what the fields were when it was opened, as far as known; eerder: what was chosen on
    this page before, under the names of its choices.
    """
    return [
        Verschil(
            veld,
            in_woorden(veld.field, nu[veld.name]),
            _is_tekst(veld.field),
            _van(veld, nu[veld.name], merken.get(veld.name)),
            _keuze(veld, eerder),
        )
        for veld in form.visible_fields()
        if veld.name in nu and veld.field.has_changed(nu[veld.name], veld.data)
    ]


def _van(veld: BoundField, nu: Any, was: str | None) -> str:
    if was == _merk(veld.field, nu):
        return JIJ
    return NU if was == _merk(veld.field, veld.data) else ""


def _keuze(veld: BoundField, eerder: Mapping[str, Any]) -> str:
    vooraf = ALLEBEI if _is_tekst(veld.field) else NU
    gekozen = eerder.get(KIES + veld.name)
    return gekozen if gekozen in {NU, JIJ, vooraf} else vooraf


def voeg_samen(
    request: HttpRequest,
    bouw: Callable[[QueryDict], forms.Form],
    nu: Mapping[str, Any],
    *,
    versie: str,
    context: Mapping[str, Any],
    gestuurd: QueryDict | None = None,
) -> HttpResponse | None:
    """The page with both, to be saved over what stands there now; None when nothing differs.

    bouw: makes the form of what was sent; nu: what its fields are now; versie: the field that says
    which version was read; context: titel, knop, kruimels. gestuurd: what was sent, or kept of it.
    """
    gestuurd = request.POST if gestuurd is None else gestuurd
    gegevens = gestuurd.copy()
    for naam in [naam for naam in gegevens if naam.startswith(KIES)]:
        del gegevens[naam]
    gegevens[versie] = str(nu[versie])
    anders = verschillen(
        bouw(gegevens), nu, _merken(gestuurd, versie), _eerder_gekozen(request, gestuurd)
    )
    if not anders:
        return None
    for een in anders:
        if een.van == NU:
            gegevens.setlist(een.veld.name, _als_getypt(een.veld.field, nu[een.veld.name]))
    form = bouw(gegevens)
    anders = [een._replace(veld=form[een.veld.name]) for een in anders]
    botsend = {een.veld.name for een in anders}
    begon = BEGON + versie
    context = {
        **context,
        "begon": {"naam": begon, "versie": gestuurd.get(begon, gestuurd.get(versie, ""))},
        "formulier": form,
        "anders": [een for een in anders if not een.van],
        "vanzelf": [een for een in anders if een.van],
        "gelijk": [veld for veld in form.visible_fields() if veld.name not in botsend],
    }
    status = 409 if request.method == "POST" else 200
    return render(request, "samenvoegen.html", context, status=status)


def _eerder_gekozen(request: HttpRequest, gestuurd: QueryDict) -> Mapping[str, Any]:
    """The choices of the draft that is kept of this form, when it was opened again."""
    stand = conceptstand(request)
    bewaard = stand.concept.velden if stand and stand.concept else {}
    return {**bewaard, **gestuurd.dict()}


def _velden(form: type[Formulier], nu: Mapping[str, Any]) -> dict[str, forms.Field]:
    """A field in `nu` that an instance adds (`reeksen`) is a text."""
    erbij = {naam: forms.CharField() for naam in nu if naam.startswith(form.reeksen)}
    return {**erbij, **form.base_fields}


def met_keuzes(gegevens: QueryDict, form: type[Formulier], nu: Mapping[str, Any]) -> QueryDict:
    """What was sent, with the choices of the page of both carried out; `gegevens` without them."""
    velden = _velden(form, nu)
    gekozen = {
        naam: gegevens[KIES + naam]
        for naam, veld in velden.items()
        # Never the version: then a stale form would be saved unseen.
        if naam in nu and not veld.widget.is_hidden and gegevens.get(KIES + naam) in {NU, ALLEBEI}
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
