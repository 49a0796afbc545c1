# SPDX-License-Identifier: EUPL-1.2
"""The part of a form that says who decided, how and when (WGS 2.31(8))."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.afsluiting.regels import Wijze
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker
from vangnet.web.beslissers import BeslissersForm, beslisservelden, vorige
from vangnet.web.formulieren import Terugveld

_WIJZEN = (
    (str(Wijze.OVERLEG), gettext_lazy("In een overleg")),
    (str(Wijze.SCHRIFTELIJK), gettext_lazy("Schriftelijk")),
)


class BeslisForm(BeslissersForm):
    """A decision that was taken in an overleg or in writing."""

    aantal = 3

    wijze = forms.ChoiceField(
        label=gettext_lazy("Hoe is het besluit genomen?"),
        choices=_WIJZEN,
        widget=forms.RadioSelect,
        initial=str(Wijze.OVERLEG),
    )
    genomen_op = Terugveld(label=gettext_lazy("Op welke dag?"))

    def clean_genomen_op(self) -> Any:
        """Not in the future."""
        dag = self.cleaned_data["genomen_op"]
        if dag > vandaag():
            raise forms.ValidationError(_("Kies een dag die al is geweest, of vandaag."))
        return dag


BeslisForm.base_fields |= beslisservelden(BeslisForm.aantal)


def begin(wie: Kijker) -> dict[str, Any]:
    """Today, and who decided the last time."""
    return {"genomen_op": vandaag(), **vorige(wie, BeslisForm.aantal)}
