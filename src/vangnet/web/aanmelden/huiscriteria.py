# SPDX-License-Identifier: EUPL-1.2
"""The part of the form of a decision that is about the criteria of the house."""

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.aanmelding.besluiten import OordeelVanHetHuis
from vangnet.aanmelding.models import Huiscriterium
from vangnet.web.beslissers import JA_NEE
from vangnet.web.formulieren import Formulier, Naamveld

_GELDT, _MOTIVERING = "huisgeldt_", "huismotivering_"
_MOTIVEER = gettext_lazy("Waarom vinden de deelnemers dat?")


class Criteriumvelden(NamedTuple):
    """The two fields of one criterion."""

    geldt: forms.BoundField
    motivering: forms.BoundField


class HuiscriteriaForm(Formulier):
    """A form that asks of each criterium of the house of today whether it holds, and why."""

    # Which criteria there are, only the house knows; what is typed of them is kept by this.
    reeksen: ClassVar[tuple[str, ...]] = (_GELDT, _MOTIVERING)

    def __init__(self, *args: Any, huiscriteria: Sequence[Huiscriterium], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._huiscriteria = huiscriteria
        for een in huiscriteria:
            for naam, veld in _velden(een).items():
                self.erbij(naam, veld)

    @classmethod
    def uit_reeks(cls, naam: str) -> forms.Field:
        """Without the words of the criterium, which only the house of that day has."""
        if naam.startswith(_GELDT):
            return forms.ChoiceField(label=_("Geldt het criterium van het huis?"), choices=JA_NEE)
        if naam.startswith(_MOTIVERING):
            return forms.CharField(label=_MOTIVEER)
        return super().uit_reeks(naam)

    def huiscriteria(self) -> list[Criteriumvelden]:
        """The fields of each, for the page."""
        return [
            Criteriumvelden(self[f"{_GELDT}{een.pk}"], self[f"{_MOTIVERING}{een.pk}"])
            for een in self._huiscriteria
        ]

    def huisoordelen(self) -> list[OordeelVanHetHuis]:
        """What was filled in, once the form is valid."""
        return [
            OordeelVanHetHuis(
                een.pk,
                self.cleaned_data[f"{_GELDT}{een.pk}"] == "ja",
                self.cleaned_data[f"{_MOTIVERING}{een.pk}"],
            )
            for een in self._huiscriteria
        ]


def _velden(een: Huiscriterium) -> dict[str, forms.Field]:
    return {
        f"{_GELDT}{een.pk}": forms.ChoiceField(
            label=een.tekst, choices=JA_NEE, widget=forms.RadioSelect
        ),
        f"{_MOTIVERING}{een.pk}": Naamveld(label=_MOTIVEER, max_length=1000),
    }
