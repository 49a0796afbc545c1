# SPDX-License-Identifier: EUPL-1.2
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.kern.klok import vandaag
from vangnet.plan.doelen import Doelinhoud
from vangnet.plan.models import Doel
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import Dagveld, Formulier, Naamveld, Tekstvlak
from vangnet.web.samenvoegen import Beginveld, met_begin


class DoelForm(Formulier):
    """A goal as the house makes or changes it. vanaf: the day on which it was made."""

    samen = (("meetbaar", "streefdatum"),)
    leefgebied = forms.ChoiceField(
        label=_("Leefgebied"), choices=codekeuzes("leefgebied", leeg=_("Kies een leefgebied"))
    )
    omschrijving = Naamveld(
        label=_("Wat wordt er beter?"),
        max_length=500,
        help_text=_("In gewone woorden. De betrokkene leest dit."),
    )
    meetbaar = forms.CharField(
        label=_("Waaraan zie je dat het is gelukt?"),
        max_length=1000,
        widget=Tekstvlak(attrs={"rows": 2}),
        help_text=_(
            "Iets wat je kunt zien of tellen. Bijvoorbeeld: de huur is drie maanden betaald."
        ),
    )
    streefdatum = Dagveld(
        label=_("Streefdatum"), help_text=_("Bijvoorbeeld over 3 maanden, of 12-3")
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    begin = Beginveld()
    # Made with the form: a second click without script doesn't make the same goal twice.
    eenmalig = forms.UUIDField(
        required=False, initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, *args: Any, vanaf: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._vanaf = vanaf or vandaag()

    def clean_streefdatum(self) -> Any:
        """Not before the day on which it was made."""
        dag = self.cleaned_data["streefdatum"]
        if dag < self._vanaf:
            raise forms.ValidationError(_("Kies een dag vanaf de dag van het doel."))
        return dag

    def inhoud(self) -> Doelinhoud:
        """What was filled in."""
        velden = ("leefgebied", "omschrijving", "meetbaar", "streefdatum")
        return Doelinhoud(**{naam: self.cleaned_data[naam] for naam in velden})


def als_beginwaarden(doel: Doel) -> dict[str, Any]:
    """The fields of the form as a goal has them now."""
    velden = ("leefgebied", "omschrijving", "meetbaar", "streefdatum", "versie")
    return met_begin(DoelForm, {naam: getattr(doel, naam) for naam in velden})


class ResultaatForm(Formulier):
    """How far a goal was reached."""

    resultaat = forms.ChoiceField(
        label=_("Resultaat"),
        required=False,
        choices=codekeuzes("resultaat", leeg=_("Het doel loopt nog")),
        widget=forms.RadioSelect,
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
