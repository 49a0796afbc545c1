# SPDX-License-Identifier: EUPL-1.2
"""How forms look and behave: one field template, no native validation, days as people type them."""

from typing import Any

from django import forms
from django.forms.models import ModelChoiceField
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _


class VangnetRenderer(TemplatesSetting):
    """Renders every form and field with our own templates (setting FORM_RENDERER)."""

    form_template_name = "componenten/formulier.html"
    field_template_name = "componenten/veld.html"


class Formulier(forms.Form):
    """Base of the forms of Vangnet.

    A required field gets `aria-required` and never `required`: the browser's own bubbles can't be
    styled, translated or read back (NL Design System, forms).
    """

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for veld in self.fields.values():
            if veld.required:
                veld.widget.attrs.setdefault("aria-required", "true")
                _zeg_wat_te_doen(veld)


def _zeg_wat_te_doen(veld: forms.Field) -> None:
    """Replace Django's "This field is required" by what to do; a text of the field itself stays."""
    if veld.error_messages["required"] != forms.Field.default_error_messages["required"]:
        return
    kiezen = isinstance(veld, forms.ChoiceField | ModelChoiceField)
    veld.error_messages["required"] = _("Kies een antwoord.") if kiezen else _("Vul dit veld in.")


class Datumveld(forms.DateField):
    """A day, typed as 31-12-2022. A plain text field: no picker has to be learned, paste works."""

    default_error_messages = {  # noqa: RUF012 - Django declares it as a plain dict
        "invalid": _("Vul een datum in, bijvoorbeeld 31-12-2022."),
        "required": _("Vul een datum in, bijvoorbeeld 31-12-2022."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d", "%d-%m-%y"])
        kwargs.setdefault(
            "widget",
            forms.DateInput(format="%d-%m-%Y", attrs={"autocomplete": "off", "size": "10"}),
        )
        super().__init__(**kwargs)
