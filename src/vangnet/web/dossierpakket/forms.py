# SPDX-License-Identifier: EUPL-1.2
from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from vangnet.uitwisseling.regels import LENGTE_ONTVANGER
from vangnet.uitwisseling.slot import GEHEIM, is_openbare_sleutel
from vangnet.web.formulieren import Formulier, Naamveld, Tekstvlak

JA, NEE = "ja", "nee"


class VraagForm(Formulier):
    """For whom, under which key, and why."""

    ontvanger = Naamveld(
        label=_("Voor welk huis is het pakket?"),
        max_length=LENGTE_ONTVANGER,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    sleutel = forms.CharField(
        label=_("Openbare sleutel van dat huis"),
        help_text=_(
            "Begint met age1. Vraag hem aan het huis zelf, en lees hem met elkaar na aan de "
            "telefoon. Wie bij deze sleutel de geheime sleutel heeft, opent het pakket."
        ),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    reden = forms.CharField(
        label=_("Waarom moeten de dossiers mee?"),
        help_text=_("De privacy officer leest dit. Schrijf geen namen van betrokkenen op."),
        min_length=10,
        max_length=1000,
        widget=Tekstvlak(attrs={"rows": 3}),
        error_messages={"min_length": _("Schrijf in een zin waarom de dossiers mee moeten.")},
    )

    def clean_sleutel(self) -> str:
        """A key of age."""
        sleutel = str(self.cleaned_data["sleutel"])
        if sleutel.upper().startswith(GEHEIM):
            # Not shown again: who looks along could open every package of that house.
            self.data = MultiValueDict({**self.data, "sleutel": [""]})
            raise forms.ValidationError(
                _(
                    "Dit is de geheime sleutel. Die mag niemand anders hebben, dus is hij niet "
                    "meer te gebruiken: vraag dat huis om een nieuw paar te maken, en om de "
                    "openbare sleutel."
                )
            )
        if not is_openbare_sleutel(sleutel):
            raise forms.ValidationError(
                _("Dit is geen openbare sleutel. Kopieer hem in zijn geheel: hij begint met age1.")
            )
        return sleutel


class BesluitForm(Formulier):
    """Yes or no, and why."""

    besluit = forms.ChoiceField(
        label=_("Mogen de dossiers mee?"),
        choices=[(JA, _("Ja, één keer, binnen zeven dagen")), (NEE, _("Nee"))],
        widget=forms.RadioSelect,
    )
    motivering = forms.CharField(
        label=_("Waarom vind je dat?"),
        help_text=_("De manager leest dit. Schrijf geen namen van betrokkenen op."),
        max_length=2000,
        widget=Tekstvlak(attrs={"rows": 3}),
    )
