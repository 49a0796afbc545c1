# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.beeld.models import Informatievraag
from vangnet.beeld.regels import LANGSTE_TERMIJN, REDEN_MINSTENS, TERMIJN, Oordeel
from vangnet.beeld.vragen import Gezegd, Vraaginhoud
from vangnet.casus.models import Betrokkenheid
from vangnet.casus.regels import BijdrageSoort
from vangnet.casus.services import Inhoud
from vangnet.delen.regels import Publiek
from vangnet.kern.klok import vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.web.deelvelden import DeelForm, codekeuzes
from vangnet.web.formulieren import Formulier, Naamveld, Tekstvlak, Terugveld


def _eenmalig() -> forms.UUIDField:
    """Made with the form: a second click without script doesn't do the same twice."""
    return forms.UUIDField(
        required=False, initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )


class VraagForm(Formulier):
    """One question to an organisation that takes part."""

    organisatie = forms.ChoiceField(label=_("Aan wie vraag je het?"))
    vraag = forms.CharField(
        label=_("Wat wil je weten?"),
        max_length=2000,
        widget=Tekstvlak(attrs={"rows": 3}),
        help_text=_("Eén vraag. Noem niet meer over iemand dan nodig is om te antwoorden."),
    )
    leefgebied = forms.ChoiceField(
        label=_("Over welk leefgebied?"),
        choices=codekeuzes("leefgebied", leeg=_("Kies een leefgebied")),
    )
    over = forms.ChoiceField(
        label=_("Over wie gaat het?"), required=False, help_text=_("Leeg: over de hele zaak.")
    )
    doel = forms.ChoiceField(
        label=_("Waarvoor is het nodig?"), choices=codekeuzes("deeldoel"), initial="afstemming"
    )
    werkdagen = forms.IntegerField(
        label=_("Binnen hoeveel werkdagen?"),
        initial=TERMIJN,
        min_value=1,
        max_value=LANGSTE_TERMIJN,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": "4"}),
    )
    eenmalig = _eenmalig()

    def __init__(
        self,
        *args: Any,
        organisaties: Sequence[Organisatie],
        betrokkenen: Sequence[Betrokkenheid],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.organisaties = organisaties
        self._organisaties = {str(een.pk): een for een in organisaties}
        self._betrokkenen = {str(een.pk): een for een in betrokkenen}
        namen = [(pk, een.naam) for pk, een in self._organisaties.items()]
        self.kiezen("organisatie", [("", _("Kies een organisatie")), *namen])
        mensen = [(pk, een.persoon.naam) for pk, een in self._betrokkenen.items()]
        self.kiezen("over", [("", _("De hele zaak")), *mensen])

    def inhoud(self) -> Vraaginhoud:
        """What was filled in."""
        gekozen = self.cleaned_data
        return Vraaginhoud(
            organisatie=self._organisaties[gekozen["organisatie"]],
            over=self._betrokkenen.get(gekozen["over"]),
            **{naam: gekozen[naam] for naam in ("vraag", "leefgebied", "doel", "werkdagen")},
        )


class AntwoordForm(DeelForm):
    """What an organisation provides: a bijdrage, of which the question says the rest."""

    tekst = forms.CharField(
        label=_("Je antwoord"),
        max_length=20_000,
        widget=Tekstvlak(attrs={"rows": 6}),
        help_text=_("Schrijf zo dat de betrokkene het ook mag lezen."),
    )
    eenmalig = _eenmalig()
    field_order: tuple[str, ...] = ("tekst", "publiek", "organisaties", "categorie")

    def __init__(self, *args: Any, vraag: Informatievraag, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._vraag = vraag
        self.fields["publiek"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            een
            for een in self.fields["publiek"].choices  # type: ignore[attr-defined]
            if een[0] != Publiek.WERKNOTITIE
        ]

    def soort_van_de_bron(self) -> str:
        """Of the organisation that was asked."""
        return self._vraag.organisatie.soort

    def inhoud(self) -> Inhoud:
        """What is contributed."""
        gekozen = self.cleaned_data
        velden = ("tekst", "publiek", "categorie", "doel", "onder_geheim")
        verder = ("grond", "grond_motivering", "voorwaarden")
        return Inhoud(
            soort=BijdrageSoort.FEIT,
            leefgebied=self._vraag.leefgebied,
            organisaties=self.genoemd(),
            **{naam: gekozen[naam] for naam in (*velden, *verder)},
        )


class _Telefoon(Formulier):
    """Who of a partner said something by telephone about a question, and on which day."""

    gezegd_door = Naamveld(
        label=_("Wie zei het?"),
        max_length=200,
        help_text=_("Naam en functie van wie je aan de telefoon had."),
    )
    gezegd_op = Terugveld(label=_("Op welke dag?"))
    _vraag: Informatievraag

    def clean_gezegd_op(self) -> date:
        """A day from the question on, not one that is still to come."""
        dag: date = self.cleaned_data["gezegd_op"]
        if not self._vraag.gevraagd_op <= dag <= vandaag():
            raise forms.ValidationError(_("Kies een dag na de vraag, en niet na vandaag."))
        return dag

    def gezegd(self) -> Gezegd:
        """Who said it, and when."""
        return Gezegd(self.cleaned_data["gezegd_door"], self.cleaned_data["gezegd_op"])


class NamensForm(_Telefoon, AntwoordForm):
    """What a partner answered by telephone, written down by the house."""

    field_order = ("gezegd_door", "gezegd_op", *AntwoordForm.field_order)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        woorden = {
            "tekst": _("Wat was het antwoord?"),
            "publiek": _("Wie mag dit zien volgens de partner?"),
            "onder_geheim": _("De partner heeft een beroepsgeheim over dit gegeven"),
            "grond": _("Waarom mag de partner het delen?"),
            "voorwaarden": _("Wat vraagt de partner van wie dit leest?"),
        }
        for naam, woord in woorden.items():
            self.fields[naam].label = woord
        # What the partner said stays theirs to see, whoever else does.
        anders = {Publiek.ALLEEN_HUIS: _("Alleen het huis en de partner zelf")}
        self.fields["publiek"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (een, anders.get(een, label))
            for een, label in self.fields["publiek"].choices  # type: ignore[attr-defined]
        ]
        self.fields["organisaties"].help_text = _(
            "Nodig als je hierboven organisaties kiest. De partner zelf ziet het altijd."
        )


class WeigerForm(Formulier):
    """Why somebody doesn't provide what was asked."""

    reden = forms.CharField(
        label=_("Waarom geef je dit niet?"),
        min_length=REDEN_MINSTENS,
        max_length=2000,
        widget=Tekstvlak(attrs={"rows": 3}),
        help_text=_("De regisseur leest dit. Zet er geen gegevens over de betrokkene in."),
    )


class NamensWeigerForm(_Telefoon, WeigerForm):
    """Why a partner refused by telephone, written down by the house."""

    field_order = ("gezegd_door", "gezegd_op", "reden")

    def __init__(self, *args: Any, vraag: Informatievraag, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._vraag = vraag
        self.fields["reden"].label = _("Waarom geeft de partner dit niet?")
        self.fields["reden"].help_text = _(
            "De partner leest dit ook. Zet er geen gegevens over de betrokkene in."
        )


class OordeelForm(Formulier):
    """What became of a hypothese."""

    oordeel = forms.ChoiceField(
        label=_("Klopt deze hypothese?"),
        choices=[
            (Oordeel.BEVESTIGD, _("Bevestigd: dit klopt")),
            (Oordeel.VERWORPEN, _("Verworpen: dit klopt niet")),
        ],
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(
        label=_("Waaraan zie je dat?"),
        min_length=REDEN_MINSTENS,
        max_length=2000,
        widget=Tekstvlak(attrs={"rows": 3}),
        help_text=_("Wie de hypothese ziet, leest dit ook."),
    )
