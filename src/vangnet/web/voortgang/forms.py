# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.kern.klok import vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.plan.models import Afspraak
from vangnet.voortgang.opschalen import LANGSTE_TERMIJN, Aanspreekbaar, Vraag
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import (
    Dagveld,
    Formulier,
    Naamveld,
    Tekstvlak,
    Terugveld,
)
from vangnet.web.naamloos import eis_naamloos


class EvaluatieForm(Formulier):
    """When the deelnemers evaluated, and what came of it."""

    datum = Terugveld(label=_("Op welke dag was de evaluatie?"), initial=vandaag)
    conclusie = forms.CharField(
        label=_("Wat kwam eruit?"),
        help_text=_("Eén of twee zinnen: gaat het goed, en wat verandert er?"),
        max_length=2000,
        widget=Tekstvlak(attrs={"rows": 2}),
    )

    def clean_datum(self) -> date:
        """Not in the future."""
        dag: date = self.cleaned_data["datum"]
        if dag > vandaag():
            raise forms.ValidationError(_("Deze dag ligt in de toekomst."))
        return dag


class OpschaalForm(Formulier):
    """What is asked, of whom, and who admitted them.

    gevraagden: whom it can ask; beslissers: the deelnemers of WGS 2.27(1); namen: of everybody in
    the casus, whom the note leaves out.
    """

    niveau = forms.ChoiceField(
        label=_("Waarheen?"), choices=codekeuzes("niveau"), widget=forms.RadioSelect
    )
    aangesprokene = forms.ChoiceField(
        label=_("Wie vraag je om een antwoord?"),
        help_text=_(
            "Die ziet tot het antwoord: de vraag, de vastgelopen afspraken, de termijn en over wie "
            "het gaat."
        ),
    )
    vraag = forms.CharField(
        label=_("Wat vraag je?"),
        help_text=_("Wat zit er vast, en wat moet deze persoon doen of beslissen?"),
        max_length=5000,
        widget=Tekstvlak(attrs={"rows": 3}),
    )
    afspraken = forms.MultipleChoiceField(
        label=_("Welke afspraken zitten vast?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    antwoord_voor = Dagveld(
        label=_("Uiterlijk antwoord op"), help_text=_("Bijvoorbeeld vr, 12-3, over 2 weken")
    )
    toegelaten_door = Naamveld(
        label=_("Wie besliste dat deze persoon dit mag zien?"),
        max_length=200,
        help_text=_("Een beslisser van een publieke deelnemer (WGS, artikel 2.31, lid 4)."),
    )
    toegelaten_namens = forms.ChoiceField(label=_("Namens welke deelnemer?"))
    notitie = forms.CharField(
        label=_("Notitie zonder namen, voor het hele gremium"),
        required=False,
        help_text=_("Waar loopt het op vast? Niemand mag te herkennen zijn."),
        max_length=2000,
        widget=Tekstvlak(attrs={"rows": 3}),
    )
    eenmalig = forms.UUIDField(
        initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def __init__(
        self,
        *args: Any,
        gevraagden: Sequence[Aanspreekbaar],
        beslissers: Sequence[Organisatie],
        afspraken: Sequence[Afspraak],
        namen: Sequence[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._gevraagden = {een.sleutel: een for een in gevraagden}
        self._namen = namen
        self.aantal_afspraken = len(afspraken)
        mensen = [(sleutel, _wie(een)) for sleutel, een in self._gevraagden.items()]
        self.kiezen("aangesprokene", [("", _("Kies een persoon")), *mensen])
        namens = [(str(een.pk), een.naam) for een in beslissers]
        self.kiezen("toegelaten_namens", [("", _("Kies een organisatie")), *namens])
        self.kiezen("afspraken", [(str(een.pk), _wat(een)) for een in afspraken])

    def clean_antwoord_voor(self) -> date:
        """From tomorrow on, within a year."""
        dag: date = self.cleaned_data["antwoord_voor"]
        if dag <= vandaag():
            raise forms.ValidationError(_("Kies een dag vanaf morgen."))
        if dag > vandaag() + LANGSTE_TERMIJN:
            raise forms.ValidationError(_("Kies een dag binnen een jaar."))
        return dag

    def clean_notitie(self) -> str:
        """Nobody of the casus is named in it, nor told by a number; of both it says both."""
        return eis_naamloos(self.cleaned_data["notitie"], self._namen)

    def inhoud(self) -> Vraag:
        """What was filled in."""
        gekozen = self.cleaned_data
        wie = self._gevraagden[gekozen["aangesprokene"]]
        return Vraag(
            niveau=gekozen["niveau"],
            vraag=gekozen["vraag"],
            aangesprokene=wie.gebruiker.pk,
            organisatie=wie.organisatie.pk,
            antwoord_voor=gekozen["antwoord_voor"],
            toegelaten_door=gekozen["toegelaten_door"],
            toegelaten_namens=UUID(gekozen["toegelaten_namens"]),
            notitie=gekozen["notitie"],
        )

    def gekozen_afspraken(self) -> list[UUID]:
        """The stuck ones."""
        return [UUID(een) for een in self.cleaned_data["afspraken"]]


def _wie(een: Aanspreekbaar) -> str:
    return f"{een.gebruiker.naam}, {een.organisatie.naam}"


def _wat(een: Afspraak) -> str:
    wat = een.omschrijving or een.interventie or een.kenmerk
    return f"{wat} ({een.van_wie})"


class AfrondForm(Formulier):
    """What came of an opschaling."""

    uitkomst = forms.ChoiceField(
        label=_("Wat is de uitkomst?"), choices=codekeuzes("uitkomst"), widget=forms.RadioSelect
    )
    opbrengst = forms.CharField(
        label=_("Wat leverde het op?"),
        help_text=_("Wat is er nu mogelijk, of waarom lukte het niet?"),
        max_length=2000,
        widget=Tekstvlak(attrs={"rows": 2}),
    )
    # Whether the page said that nobody answered yet.
    zonder_antwoord = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def meld_antwoord(self) -> None:
        """The answer came in meanwhile: say so once, for the page shows it now."""
        self.add_error(
            "uitkomst", _("Er is intussen geantwoord. Lees het antwoord en kies opnieuw.")
        )
        self.data = {**self.data, "zonder_antwoord": ""}

    def inhoud(self) -> dict[str, str]:
        """What is kept of it."""
        return {naam: self.cleaned_data[naam] for naam in ("uitkomst", "opbrengst")}


class AntwoordForm(Formulier):
    """The answer of who is asked."""

    antwoord = forms.CharField(
        label=_("Jouw antwoord"), max_length=5000, widget=Tekstvlak(attrs={"rows": 4})
    )
