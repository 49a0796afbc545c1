# SPDX-License-Identifier: EUPL-1.2
import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.kern.klok import vandaag
from vangnet.toezicht.regels import HOOGSTENS, MOTIVERING_HOOGSTENS, Bevinding
from vangnet.toezicht.woorden import BEVINDINGEN
from vangnet.web.formulieren import Formulier, Tekstvlak, Terugveld

# As the constraint of the table: no number as long as a BSN.
_LANG_NUMMER = re.compile(r"[0-9]{6}")


class TrekForm(Formulier):
    """From which days, and how many."""

    van = Terugveld(label=_("Van"))
    tot = Terugveld(label=_("Tot en met"))
    aantal = forms.IntegerField(
        label=_("Hoeveel handelingen"),
        min_value=1,
        max_value=HOOGSTENS,
        help_text=_("Hoogstens 200. Zijn er minder, dan krijg je ze allemaal."),
        error_messages={
            "invalid": _("Vul een getal in, bijvoorbeeld 20."),
            "min_value": _("Trek minstens één handeling."),
            "max_value": _("Trek hoogstens 200 handelingen."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": "5", "autocomplete": "off"}),
    )

    def clean_tot(self) -> date:
        """A day that isn't over yet may be drawn from, a day to come holds nothing."""
        tot: date = self.cleaned_data["tot"]
        if tot > vandaag():
            raise forms.ValidationError(_("Kies een dag tot en met vandaag."))
        van = self.cleaned_data.get("van")
        if van and van > tot:
            raise forms.ValidationError(_("Deze dag ligt voor de eerste dag."))
        return tot


class BeoordeelForm(Formulier):
    """What was found of one act, and why."""

    bevinding = forms.TypedChoiceField(
        label=_("Bevinding"),
        coerce=Bevinding,
        choices=[(een.value, woord) for een, woord in BEVINDINGEN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een bevinding.")},
    )
    motivering = forms.CharField(
        label=_("Motivering"),
        max_length=MOTIVERING_HOOGSTENS,
        help_text=_("Kort, hoogstens 500 tekens. Noem geen namen en geen BSN."),
        error_messages={
            "required": _("Schrijf kort waarom je dit vindt."),
            "max_length": _("Gebruik hoogstens 500 tekens."),
        },
        widget=Tekstvlak(attrs={"rows": "3"}),
    )

    def clean_motivering(self) -> str:
        """A text without a long number, as one line."""
        tekst = " ".join(str(self.cleaned_data["motivering"]).split())
        if _LANG_NUMMER.search(tekst):
            raise forms.ValidationError(_("Haal het lange nummer weg: noem geen BSN."))
        return tekst

    def bevonden(self) -> dict[str, Any]:
        """What the act takes, for a valid form."""
        return {
            "bevinding": self.cleaned_data["bevinding"],
            "motivering": self.cleaned_data["motivering"],
        }
