# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.toezicht.selectors import Spoorfilter, casus_van
from vangnet.toezicht.woorden import WOORDEN
from vangnet.web.formulieren import Formulier, Terugveld

_ALLE = ("", _("Alle"))


class SpoorForm(Formulier):
    """Which acts of a trace; every field may be left open."""

    van = Terugveld(label=_("Van"), required=False)
    tot = Terugveld(label=_("Tot en met"), required=False)

    def clean(self) -> dict[str, Any]:
        """An empty list of days that go back would look like nobody."""
        waarden = super().clean() or self.cleaned_data
        van, tot = waarden.get("van"), waarden.get("tot")
        if van and tot and van > tot:
            self.add_error("tot", _("Deze dag ligt voor de eerste dag."))
        return waarden

    def spoorfilter(self) -> Spoorfilter:
        """The filter that was asked; what is not right filters nothing."""
        self.is_valid()
        gekozen = {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}
        return Spoorfilter(**gekozen)


class GekekenForm(SpoorForm):
    """The trace of a dossier: also by who looked."""

    gebruiker = forms.TypedChoiceField(label=_("Wie"), required=False, coerce=UUID)

    def __init__(self, *args: Any, mensen: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kiezen("gebruiker", [_ALLE, *((str(id_), naam) for id_, naam in mensen)])


class DoorzoekForm(GekekenForm):
    """All of the journaal, for who supervises."""

    handeling = forms.ChoiceField(label=_("Wat"), required=False)
    kenmerk = forms.CharField(label=_("Kenmerk van de zaak"), required=False, max_length=60)
    geweigerd = forms.BooleanField(label=_("Alleen wat niet mocht"), required=False)
    noodtoegang = forms.BooleanField(label=_("Alleen noodtoegang en controle"), required=False)

    def __init__(self, *args: Any, mensen: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, mensen=mensen, **kwargs)
        self.kiezen("handeling", [_ALLE, *sorted(WOORDEN.items(), key=lambda paar: str(paar[1]))])

    def clean_kenmerk(self) -> str:
        """A kenmerk that no casus has is said to be so: an empty list would look like nobody."""
        kenmerk = str(self.cleaned_data["kenmerk"]).strip()
        if kenmerk and casus_van(kenmerk) is None:
            raise forms.ValidationError(_("Er is geen zaak met dit kenmerk."))
        return kenmerk

    def spoorfilter(self) -> Spoorfilter:
        """The filter that was asked."""
        self.is_valid()
        gekozen = {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}
        kenmerk = gekozen.pop("kenmerk", "")
        return Spoorfilter(**gekozen, casus=casus_van(kenmerk) if kenmerk else None)
