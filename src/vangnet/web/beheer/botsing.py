# SPDX-License-Identifier: EUPL-1.2
"""Somebody saved before us: show what changed meanwhile, and keep what was typed."""

from collections.abc import Mapping
from typing import Any

from django import forms


def verschillen(form: forms.Form, nu: Mapping[str, Any]) -> dict[str, Any]:
    """Context of the form page: the form as typed on top of what stands there now.

    nu: the present values of the row, with its `versie`; saving again then overwrites knowingly.
    """
    getypt = {**{naam: form.data[naam] for naam in form.data}, "versie": str(nu["versie"])}
    opnieuw = type(form)(getypt, initial=dict(nu))
    opnieuw.full_clean()
    anders = [
        (veld.label, _als_tekst(veld, nu[naam]), _als_tekst(veld, form.cleaned_data.get(naam)))
        for naam, veld in form.fields.items()
        if naam != "versie" and (form.cleaned_data.get(naam) or None) != (nu[naam] or None)
    ]
    return {"formulier": opnieuw, "botsing": anders}


def _als_tekst(veld: forms.Field, waarde: Any) -> str:
    if isinstance(veld, forms.ChoiceField):
        return str(dict(veld.choices).get(waarde or "", waarde or "–"))  # type: ignore[arg-type]
    if isinstance(waarde, list):
        return ", ".join(map(str, waarde))
    return str(veld.widget.format_value(waarde) or "–")
