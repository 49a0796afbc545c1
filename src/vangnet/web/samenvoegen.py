# SPDX-License-Identifier: EUPL-1.2
"""Two editors: who saves second chooses, field by field, between what stands there and what they
typed; what only one of them changed is taken by itself.

A view whose service raises BotsendeVersie answers with `voeg_samen`, and makes its form from
`met_keuzes(request.POST, …)`, which carries those choices out. No text is lost, on either side.
With `met_begin` a form carries along what its fields were when it was opened. Two windows of one
author need no choice: `samengevoegd`.
"""

import json
from collections.abc import Callable, Container, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from vangnet.web.formulieren import Formulier
from vangnet.web.getypt import BEGON, KIES, conceptstand

NU, JIJ, ALLEBEI = "nu", "jij", "allebei"


class Verschil(NamedTuple):
    """A field in which something else was typed than stands there now; nu: that, in words.

    van: NU when only the other changed it, JIJ when only the reader did, empty when it is asked.
    keuze: what the page chooses beforehand, gekozen: because the reader did; merk: of what stands
    there; eigen: of what was typed.
    """

    veld: BoundField
    nu: str
    is_tekst: bool
    van: str
    keuze: str
    gekozen: bool
    merk: str
    eigen: str


class Beginveld(forms.CharField):
    """What the fields were when the form was opened, as `met_begin` writes it."""

    def __init__(self, **kwargs: Any) -> None:
        hidden = forms.HiddenInput(attrs={"autocomplete": "off"})
        super().__init__(**{"required": False, "widget": hidden, **kwargs})


def met_begin(form: type[Formulier], nu: Mapping[str, Any]) -> dict[str, Any]:
    """`nu`, the values with which a form begins, and a mark of each of them in its `begin`.

    A mark tells whether a value is the same one, and not what it was.
    """
    return {**nu, "begin": _begin(form, nu)}


def _begin(form: type[Formulier], nu: Mapping[str, Any], *, zonder: Container[str] = ()) -> str:
    velden = {naam: veld for naam, veld in _velden(form, nu).items() if naam in nu}
    merken = {naam: _merk(veld, nu[naam]) for naam, veld in velden.items() if naam not in zonder}
    return " ".join(f"{naam}={merk}" for naam, merk in merken.items())


def _merken(form: forms.Form, gegevens: QueryDict, versie: str) -> dict[str, str]:
    """By field, of what was read; none when a hidden one, as its `versie`, says it was another."""
    merken = dict(een.partition("=")[::2] for een in gegevens.get("begin", "").split())
    verborgen = {naam: form.fields[naam] for naam in merken if _is_verborgen(form, naam)}
    zelfde = all(
        merken[naam] == _merk(veld, gegevens.get(naam)) for naam, veld in verborgen.items()
    )
    return merken if versie in verborgen and zelfde else {}


def _is_verborgen(form: forms.Form, naam: str) -> bool:
    return naam in form.fields and form.fields[naam].widget.is_hidden


def _merk(veld: forms.Field, waarde: Any) -> str:
    with suppress(forms.ValidationError):
        waarde = veld.to_python(waarde)
    getypt = sorted(een.replace("\r\n", "\n").strip() for een in _als_getypt(veld, waarde))
    return sha256(json.dumps([een for een in getypt if een]).encode()).hexdigest()[:16]


def verschillen(
    form: Formulier, nu: Mapping[str, Any], merken: Mapping[str, str], eerder: Mapping[str, Any]
) -> list[Verschil]:
    """The fields of a form that was sent whose value differs from `nu`, in their order.

    merken: of what the fields were when it was opened, as far as known; eerder: what was chosen on
    this page before, under the names of its choices.
    """
    anders = [
        _verschil(veld, nu[veld.name], merken.get(veld.name), eerder)
        for veld in form.visible_fields()
        if veld.name in nu and veld.field.has_changed(nu[veld.name], veld.data)
    ]
    van = {een.veld.name: een.van for een in anders}
    half = [groep for groep in form.samen if len({van[een] for een in groep if een in van}) > 1]
    gevraagd = {naam for groep in half for naam in groep}
    return [een._replace(van="") if een.veld.name in gevraagd else een for een in anders]


def _verschil(veld: BoundField, nu: Any, was: str | None, eerder: Mapping[str, Any]) -> Verschil:
    is_tekst, merk = _is_tekst(veld.field), _merk(veld.field, nu)
    eigen = _merk(veld.field, veld.data)
    van = JIJ if was == merk else NU if was == eigen else ""
    # What was chosen against another value, was chosen of something else.
    gekozen, tegen = _gekozen(str(eerder.get(KIES + veld.name, "")), eigen)
    vooraf = (van or ALLEBEI) if is_tekst else NU
    geldt = tegen == merk and gekozen in {NU, JIJ, ALLEBEI if is_tekst else NU}
    keuze = gekozen if geldt else vooraf
    return Verschil(veld, in_woorden(veld.field, nu), is_tekst, van, keuze, geldt, merk, eigen)


def _gekozen(waarde: str, eigen: str) -> tuple[str, str]:
    """What was chosen, and against what.

    Who changed a choice or a day of their own below it means that one, though what stands there
    was chosen beforehand.
    """
    keuze, tegen, was = [*waarde.split(" "), "", ""][:3]
    return JIJ if keuze == NU and was not in {"", eigen} else keuze, tegen


def voeg_samen(
    request: HttpRequest,
    bouw: Callable[[QueryDict], Formulier],
    nu: Mapping[str, Any],
    *,
    versie: str,
    context: Mapping[str, Any],
) -> HttpResponse | None:
    """The page with both, to be saved over what stands there now; None when nothing differs.

    bouw: makes the form of what was sent; nu: what its fields are now; versie: the field that says
    which version was read; context: titel, knop, kruimels.
    """
    gestuurd = request.POST
    gegevens, anders = _vergelijk(bouw, gestuurd, nu, versie, _eerder_gekozen(request))
    if not anders:
        return None
    genomen = _neem_over(gegevens, anders, nu)
    gegevens["begin"] = _begin_hier(type(bouw(gegevens)), nu, anders)
    form = bouw(gegevens)
    anders = [een._replace(veld=form[een.veld.name]) for een in anders]
    gevraagd = _gevraagd(form, anders, gestuurd)
    gelijk, extra = _rest(form, {een.veld.name for een in anders}, nu)
    context = {
        **context,
        "begon": _begon(gestuurd, versie, weg=bool(genomen)),
        "formulier": form,
        "anders": [een for een in anders if een.veld.name in gevraagd],
        "gekozen": [een for een in anders if not een.van and een.veld.name not in gevraagd],
        "vanzelf": [een for een in anders if een.van],
        "van_ander": genomen,
        "extra": extra,
        "gelijk": gelijk,
    }
    return render(request, "samenvoegen.html", context, status=409)


def _neem_over(
    gegevens: QueryDict, anders: list[Verschil], nu: Mapping[str, Any]
) -> list[Verschil]:
    """Of what only the other changed, that; gives these fields."""
    genomen = [een for een in anders if een.van == NU]
    for een in genomen:
        gegevens.setlist(een.veld.name, _als_getypt(een.veld.field, nu[een.veld.name]))
    return genomen


def _begin_hier(form: type[Formulier], nu: Mapping[str, Any], anders: list[Verschil]) -> str:
    """The marks for who comes second once more: of what they typed against what stands there now.

    Not of what they choose. What only the other changed is what stands in the form now: who leaves
    it isn't asked when it is changed once more.
    """
    return _begin(form, nu, zonder={"begin", *(een.veld.name for een in anders if not een.van)})


def _begon(gestuurd: QueryDict, versie: str, *, weg: bool) -> dict[str, str]:
    """With what the reader began, for a draft of that page, under the names of its fields.

    weg: what was taken of another is no more what somebody typed against what was there then.
    """
    begon = {een: gestuurd.get(BEGON + een, gestuurd.get(een, "")) for een in (versie, "begin")}
    return {BEGON + versie: begon[versie], f"{BEGON}begin": "" if weg else begon["begin"]}


def _gevraagd(form: Formulier, anders: list[Verschil], gestuurd: QueryDict) -> set[str]:
    """The fields to choose; not what was chosen on this page before, of what didn't change since.

    Fields that say one thing together are chosen together.
    """
    open_ = {een.veld.name for een in anders if not een.van}
    al = {een.veld.name for een in anders if een.gekozen and KIES + een.veld.name in gestuurd}
    opnieuw = open_ - al
    samen = [open_.intersection(groep) for groep in form.samen if opnieuw.intersection(groep)]
    return opnieuw.union(*samen)


def _rest(
    form: Formulier, botsend: set[str], nu: Mapping[str, Any]
) -> tuple[list[BoundField], list[BoundField]]:
    """Of the other fields those that say what stands there, and those to look at.

    These are what comes on top of it, as new afspraken, and what is wrong.
    """
    velden = [veld for veld in form.visible_fields() if veld.name not in botsend]
    extra = [een for een in velden if een.errors or (een.name not in nu and een.data)]
    return [een for een in velden if een not in extra], extra


def _vergelijk(
    bouw: Callable[[QueryDict], Formulier],
    gestuurd: QueryDict,
    nu: Mapping[str, Any],
    versie: str,
    eerder: Mapping[str, Any],
) -> tuple[QueryDict, list[Verschil]]:
    """What was sent, of the version that there is now and without choices, and what differs."""
    gegevens = gestuurd.copy()
    for naam in [naam for naam in gegevens if naam.startswith(KIES)]:
        del gegevens[naam]
    gegevens[versie] = str(nu[versie])
    form = bouw(gegevens)
    return gegevens, verschillen(form, nu, _merken(form, gestuurd, versie), eerder)


def samengevoegd(
    bouw: Callable[[QueryDict], Formulier],
    gestuurd: QueryDict,
    nu: Mapping[str, Any],
    *,
    versie: str,
) -> tuple[QueryDict, list[Verschil]]:
    """One text of both without a choice, and what differed: for two windows of one author.

    Of a text in which both typed both stay, of a day or a choice what stands there.
    """
    gegevens, verschil = _vergelijk(bouw, gestuurd, nu, versie, {})
    anders = [een._replace(van=een.van or _enige(een, nu[een.veld.name])) for een in verschil]
    for een in anders:
        gegevens[KIES + een.veld.name] = een.van or een.keuze
    return met_keuzes(gegevens, type(bouw(gegevens)), nu), anders


def _enige(een: Verschil, nu: Any) -> str:
    """Whose it is when the other left it empty."""
    if not _als_getypt(een.veld.field, nu):
        return JIJ
    return "" if een.veld.data else NU


def _eerder_gekozen(request: HttpRequest) -> Mapping[str, Any]:
    """Also the choices of the draft that is kept of this form, when it was opened again."""
    stand = conceptstand(request)
    bewaard = stand.concept.velden if stand and stand.concept else {}
    return {**bewaard, **request.POST.dict()}


def _velden(form: type[Formulier], nu: Mapping[str, Any]) -> dict[str, forms.Field]:
    """A field in `nu` that an instance adds (`reeksen`) is a text."""
    erbij = {naam: forms.CharField() for naam in nu if naam.startswith(form.reeksen)}
    return {**erbij, **form.base_fields}


def met_keuzes(gegevens: QueryDict, form: type[Formulier], nu: Mapping[str, Any]) -> QueryDict:
    """What was sent, with the choices of the page of both carried out; `gegevens` without them."""
    velden = _velden(form, nu)
    keuzes = {
        naam: _gekozen(gegevens.get(KIES + naam, ""), _merk(veld, _getypt(veld, gegevens, naam)))[0]
        for naam, veld in velden.items()
    }
    gekozen = {
        naam: keuzes[naam]
        for naam, veld in velden.items()
        # Never the version: then a stale form would be saved unseen.
        if naam in nu and not veld.widget.is_hidden and keuzes[naam] in {NU, ALLEBEI}
    }
    if not gekozen:
        return gegevens
    samen = gegevens.copy()
    for naam, keuze in gekozen.items():
        veld = velden[naam]
        staat_er = _als_getypt(veld, nu[naam])
        if keuze == ALLEBEI and _is_tekst(veld):
            staat_er = [_allebei(veld, "".join(staat_er), gegevens.get(naam, ""))]
        samen.setlist(naam, staat_er)
    return samen


def _getypt(veld: forms.Field, gegevens: QueryDict, naam: str) -> Any:
    return veld.widget.value_from_datadict(gegevens, MultiValueDict(), naam)


def _allebei(veld: forms.Field, staat_er: str, getypt: str) -> str:
    """Both; once when the one stands in the other."""
    if not isinstance(veld.widget, forms.Textarea):
        return " / ".join(dict.fromkeys(filter(None, [*staat_er.split(" / "), getypt])))
    kort, lang = sorted([staat_er, getypt.replace("\r\n", "\n")], key=len)
    return lang if kort in lang else f"{staat_er}\n\n{getypt}"


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
