# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.casus.models import Ondersteuning
from vangnet.casus.ondersteuning import Ondersteuningsinhoud
from vangnet.kern.klok import vandaag
from vangnet.voortgang.models import Contactmoment
from vangnet.web.afspraakvelden import Afspraakvragen, vraag_erbij
from vangnet.web.formulieren import Dagveld, Formulier, Naamveld, Tekstvlak

_VELDEN = ("regie_bij", "vraag", "huis_doet", "tafels", "volgende_blik")


class OndersteuningForm(Formulier):
    """What the house writes down of an ondersteuning: short, and no plan."""

    regie_bij = Naamveld(
        label=_("Wie heeft lokaal de regie?"),
        max_length=200,
        help_text=_("Een organisatie of team. Bijvoorbeeld: wijkteam Oost van de gemeente."),
    )
    vraag = forms.CharField(
        label=_("Wat is de vraag aan het huis?"),
        max_length=1000,
        widget=Tekstvlak(attrs={"rows": 2}),
    )
    huis_doet = forms.CharField(
        label=_("Wat doet het huis?"), max_length=1000, widget=Tekstvlak(attrs={"rows": 2})
    )
    tafels = Naamveld(
        label=_("Aan welke lokale tafels schuift het huis aan?"), required=False, max_length=300
    )
    volgende_blik = Dagveld(
        label=_("Wanneer kijken we weer?"), help_text=_("Bijvoorbeeld vr, 12-3 of over 4 weken")
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_volgende_blik(self) -> Any:
        """Not before today."""
        dag = self.cleaned_data["volgende_blik"]
        if dag < vandaag() and "volgende_blik" in self.changed_data:
            raise forms.ValidationError(_("Kies vandaag of een dag die nog komt."))
        return dag

    def inhoud(self) -> Ondersteuningsinhoud:
        """What was filled in."""
        return Ondersteuningsinhoud(**{naam: self.cleaned_data[naam] for naam in _VELDEN})


class WisselForm(OndersteuningForm, Afspraakvragen):
    """What an ondersteuning needs when it begins; traject: one runs, and stops with it.

    afspraken: those that it leaves open.
    """

    waarom_stopt_traject = forms.CharField(
        label=_("Waarom stopt de trajectbegeleiding?"),
        max_length=500,
        widget=Tekstvlak(attrs={"rows": 2}),
        help_text=_(
            "Zij hoort bij procesregie: gisteren is de laatste dag, en begon zij vandaag, dan telt "
            "zij niet mee in de cijfers. Wie begeleidt, ziet de zaak daarna niet meer, ook niet "
            "als je vandaag nog teruggaat. Draag eerst warm over als dat nodig is."
        ),
    )

    def __init__(
        self, *args: Any, traject: bool, afspraken: Iterable[Contactmoment], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        vraag_erbij(self, afspraken)
        if not traject:
            del self.fields["waarom_stopt_traject"]

    @property
    def reden(self) -> str:
        """Why the traject stops; empty when none runs."""
        return str(self.cleaned_data.get("waarom_stopt_traject", ""))


def als_beginwaarden(ondersteuning: Ondersteuning | None) -> dict[str, Any]:
    """The fields of the form as they stand now; none when nothing was written down yet."""
    if ondersteuning is None:
        return {}
    return {naam: getattr(ondersteuning, naam) for naam in (*_VELDEN, "versie")}
