# SPDX-License-Identifier: EUPL-1.2
"""Choosing files: several for new documents, one for a newer version."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.casus.regels import BijdrageSoort
from vangnet.casus.services import Inhoud
from vangnet.documenten.regels import HOOGSTENS_TEGELIJK
from vangnet.organisaties.models import Organisatie
from vangnet.web.bestanden import UITLEG, Bestandenveld
from vangnet.web.deelvelden import DeelForm
from vangnet.web.formulieren import Formulier, Naamveld, Tekstvlak


class GetyptForm(DeelForm):
    """What is typed and chosen for new documents, without the files: it is kept for who is late."""

    titel = Naamveld(
        label=_("Titel"),
        required=False,
        max_length=200,
        help_text=_("Leeg, of meer bestanden: dan is de naam van het bestand de titel."),
    )
    bron = forms.ChoiceField(
        label=_("Van wie komt het?"),
        required=False,
        help_text=_("De organisatie die dit weet en ervoor instaat."),
    )
    eenmalig = forms.UUIDField(
        required=False, initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def __init__(
        self, *args: Any, bronnen: Sequence[Organisatie | None] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._bronnen = {str(een.pk) if een else "": een for een in bronnen}
        self.kiezen(
            "bron", [(pk, een.naam if een else _("Het huis")) for pk, een in self._bronnen.items()]
        )
        if len(self._bronnen) == 1:
            del self.fields["bron"]

    def bron_gekozen(self) -> Organisatie | None:
        """The source: the only one there is, or the one that was chosen."""
        if len(self._bronnen) == 1:
            return next(iter(self._bronnen.values()))
        return self._bronnen.get(self.cleaned_data.get("bron", ""))

    def soort_van_de_bron(self) -> str:
        bron = self.bron_gekozen()
        return bron.soort if bron else ""

    def inhoud(self) -> Inhoud:
        """With whom and why it is shared, and the title."""
        overig = ("leefgebied", "organisaties", "soort", "tekst")
        waarden = {
            naam: self.cleaned_data[naam]
            for naam in Inhoud.__dataclass_fields__
            if naam not in overig
        }
        return Inhoud(
            soort=BijdrageSoort.DOCUMENT,
            tekst=self.cleaned_data["titel"],
            organisaties=self.genoemd(),
            **waarden,
        )


class DocumentForm(GetyptForm):
    """New documents: the files, and with whom they are shared."""

    bestanden = Bestandenveld(
        label=_("Welke bestanden?"), help_text=UITLEG, hoogstens=HOOGSTENS_TEGELIJK
    )
    field_order = ("bestanden", "titel", "bron")


class BriefForm(GetyptForm):
    """A letter from a template: what the writer says in it, and who may see it in the dossier.

    met_bericht: the template has a place for it. Without one a message that was typed still stands
    in the form, to be taken along elsewhere: no letter is made without it. sjabloon: the version
    that the page shows.
    """

    bericht = forms.CharField(
        label=_("Wat wil je schrijven?"),
        max_length=10_000,
        widget=Tekstvlak(attrs={"rows": 10}),
        help_text=_("Dit komt op de plek van het veld bericht. Aanhef en groet staan er al."),
    )
    titel = Naamveld(
        label=_("Titel"),
        max_length=200,
        help_text=_("Zo heet de brief bij de documenten."),
    )
    sjabloon = forms.IntegerField(
        required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )
    field_order = ("bericht", "titel")

    def __init__(self, *args: Any, met_bericht: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._met_bericht = met_bericht
        if met_bericht:
            return
        if self["bericht"].value():
            self.fields["bericht"].required = False
        else:
            del self.fields["bericht"]

    def clean_bericht(self) -> str:
        """Never a text that comes nowhere."""
        bericht: str = self.cleaned_data["bericht"]
        if bericht and not self._met_bericht:
            raise forms.ValidationError(
                _(
                    "Dit sjabloon heeft geen plek voor een bericht. Bewaar je tekst ergens anders "
                    "en maak dit veld leeg, of vraag de beheerder om een sjabloon met een bericht."
                )
            )
        return bericht


class VersieForm(Formulier):
    """A newer version of a document."""

    bestanden = Bestandenveld(label=_("Welk bestand?"), help_text=UITLEG, hoogstens=1)
