# SPDX-License-Identifier: EUPL-1.2
import re
from datetime import datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.casus.regels import BijdrageSoort
from vangnet.casus.services import Inhoud
from vangnet.delen.regels import Publiek
from vangnet.inrichting.selectors import gemeentenaam, het_huis
from vangnet.kern.klok import HUISTIJD, nu, vandaag
from vangnet.voortgang.regels import Uitkomst
from vangnet.voortgang.trajecten import Contact
from vangnet.web.formulieren import Dagveld, Formulier, Merkveld, Naamveld, Tekstvlak

WEER_OPEN, WEG, TERUG = "weer_open", "weg", "terug"
# A letter and a number, or letters, a year and a number of three figures or more: C 00700,
# ZVH 2022 0001. A short name with a date of birth is none.
_KENMERK = re.compile(r"([A-Z])[\s-]*(\d+)|([A-Z]{1,4})[\s-]+(\d{4})[\s-]+(\d{3,})")
_CATEGORIE, _DOEL = "begeleiding", "afstemming"


def _eenmalig() -> forms.UUIDField:
    """Made with the form: sent again, also when the first answer got lost, it is one."""
    return forms.UUIDField(initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"}))


class RegelForm(Formulier):
    """A note of a line: nothing to choose."""

    tekst = forms.CharField(
        label=gettext_lazy("Notitie"), max_length=2000, widget=Tekstvlak(attrs={"rows": 2})
    )
    eenmalig = _eenmalig()
    merk = Merkveld()

    def inhoud(self) -> Inhoud:
        """As a bijdrage that the house sees."""
        return Inhoud(
            soort=BijdrageSoort.NOTITIE,
            tekst=self.cleaned_data["tekst"],
            categorie=_CATEGORIE,
            publiek=Publiek.ALLEEN_HUIS,
            doel=_DOEL,
        )


class VolgendeForm(Formulier):
    """When and where one meets again."""

    dag = Dagveld(
        label=gettext_lazy("Welke dag?"), help_text=gettext_lazy("Bijvoorbeeld vr, morgen, 12-3")
    )
    tijd = forms.TimeField(
        label=gettext_lazy("Hoe laat?"),
        input_formats=["%H:%M", "%H.%M", "%H"],
        widget=forms.TimeInput(format="%H:%M", attrs={"autocomplete": "off", "size": "5"}),
        help_text=gettext_lazy("Bijvoorbeeld 14:00"),
        error_messages={"invalid": gettext_lazy("Vul een tijd in, bijvoorbeeld 14:00.")},
    )
    plek = Naamveld(label=gettext_lazy("Waar?"), required=False, max_length=200)
    eenmalig = _eenmalig()

    def clean_dag(self) -> Any:
        """Not before today."""
        dag = self.cleaned_data["dag"]
        if dag < vandaag():
            raise forms.ValidationError(_("Deze dag is geweest. Kies een dag die nog komt."))
        return dag

    def clean(self) -> dict[str, Any]:
        """Still to come: what was is no next appointment."""
        gekozen = self.cleaned_data
        if gekozen.get("dag") and gekozen.get("tijd") is not None and self._moment() <= nu():
            self.add_error("tijd", _("Deze tijd is al voorbij. Kies een tijd die nog komt."))
        return gekozen

    def contact(self) -> Contact:
        """The appointment."""
        return Contact(moment=self._moment(), plek=self.cleaned_data["plek"])

    def _moment(self) -> datetime:
        gekozen = self.cleaned_data
        return datetime.combine(gekozen["dag"], gekozen["tijd"], tzinfo=HUISTIJD)


class UitkomstForm(Formulier):
    """What came of an appointment; WEER_OPEN takes that back, WEG and TERUG are of the whole."""

    uitkomst = forms.ChoiceField(
        choices=[(een, een) for een in (*map(str, Uitkomst), WEER_OPEN, WEG, TERUG)]
    )


class GebeldForm(Formulier):
    """What came of a call to a partner; organisatie: one that takes part."""

    organisatie = forms.UUIDField()
    uitkomst = forms.ChoiceField(
        choices=[(str(een), str(een)) for een in (Uitkomst.GESPROKEN, Uitkomst.NIET_BEREIKT)]
    )
    eenmalig = forms.UUIDField()


class TelForm(Formulier):
    """A former client who called; of which gemeente, when it is known."""

    gemeente = forms.ChoiceField(label=gettext_lazy("Uit welke gemeente?"), required=False)
    eenmalig = _eenmalig()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        namen = sorted((gemeentenaam(code), code) for code in het_huis().gemeenten)
        self.kiezen("gemeente", [("", _("Weet ik niet")), *((code, naam) for naam, code in namen)])


class HeropenvraagForm(Formulier):
    """The kenmerk of a casus that may have to open again."""

    kenmerk = Naamveld(
        label=gettext_lazy("Kenmerk van de zaak"),
        max_length=60,
        help_text=gettext_lazy("Staat op papieren van toen. Geen naam."),
    )
    eenmalig = _eenmalig()

    def clean_kenmerk(self) -> str:
        """One word with a figure in it, in capitals as the house writes it: a name is none.

        Typed in pieces it is one word too, and `c00700` is C-00700; a name with a year of birth
        isn't one.
        """
        kenmerk = re.sub(r"\s*-\s*", "-", self.cleaned_data["kenmerk"]).upper()
        if gevonden := _KENMERK.fullmatch(kenmerk):
            kenmerk = "-".join(filter(None, gevonden.groups()))
        if len(kenmerk.split()) != 1 or not any(teken.isdecimal() for teken in kenmerk):
            raise forms.ValidationError(_("Vul alleen het kenmerk in, met de cijfers. Geen naam."))
        return kenmerk
