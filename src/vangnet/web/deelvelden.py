# SPDX-License-Identifier: EUPL-1.2
"""The fields of a form with which somebody shares an item (toegang.md section 4)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.delen.regels import Keuze, Publiek, bezwaren
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.organisaties.models import Organisatie
from vangnet.web.formulieren import Formulier, Tekstvlak, op_voorwaarde

_PUBLIEKEN = (
    (Publiek.IEDEREEN, _("Iedereen in deze zaak")),
    (Publiek.ORGANISATIES, _("Organisaties die je kiest, en het huis")),
    (Publiek.ALLEEN_HUIS, _("Alleen het huis")),
    (Publiek.WERKNOTITIE, _("Alleen jij (eigen werknotitie)")),
)
# Everybody is everybody: what names its source tells the other side who takes part (toegang.md 4).
_EEN_KANT = _(
    "Je doet mee aan één kant. Kies je iedereen, dan leest ook de andere kant dit, met de naam van "
    "je organisatie en van jou. Gaat het alleen jouw kant aan, kies dan organisaties."
)


def codekeuzes(lijst: str, *, leeg: Any = None) -> list[tuple[str, Any]]:
    """The codes of a list with their words; `leeg`: the words of the empty choice, before them."""
    keuzes: list[tuple[str, Any]] = [(code.code, code.label) for code in CODELIJSTEN[lijst].codes]
    return keuzes if leeg is None else [("", leeg), *keuzes]


class DeelForm(Formulier):
    """Who may see it, what kind of data it is, for which purpose, and on which ground.

    organisaties: who takes part; eerder: who is named already and isn't among them any more, each
    as a choice, or saving would leave them out; een_kant: the author takes part for one side alone.
    """

    publiek = forms.ChoiceField(
        label=_("Wie mag dit zien?"),
        choices=_PUBLIEKEN,
        widget=forms.RadioSelect,
        help_text=_("Deel met zo weinig mensen als nodig is. Je kunt dit later veranderen."),
    )
    organisaties = op_voorwaarde(
        forms.MultipleChoiceField(
            label=_("Welke organisaties?"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Nodig als je hierboven organisaties kiest. Ook jouw eigen organisatie."),
        )
    )
    categorie = forms.ChoiceField(
        label=_("Wat voor gegeven is het?"),
        choices=codekeuzes("categorie", leeg=_("Kies een categorie")),
        help_text=_("Past het nergens bij? Dan mag je het hier niet vastleggen."),
    )
    doel = forms.ChoiceField(
        label=_("Waarvoor deel je dit?"), choices=codekeuzes("deeldoel"), initial="afstemming"
    )
    onder_geheim = forms.BooleanField(
        label=_("Ik heb een beroepsgeheim over dit gegeven"),
        required=False,
        help_text=_("Dan zeg je hieronder waarom je het toch mag delen."),
    )
    grond = op_voorwaarde(
        forms.ChoiceField(
            label=_("Waarom mag je het delen?"),
            required=False,
            choices=codekeuzes("geheimgrond", leeg=_("Kies een grond")),
            help_text=_("Nodig als je een beroepsgeheim hebt."),
        )
    )
    grond_motivering = op_voorwaarde(
        forms.CharField(
            label=_("Leg dat uit in een zin"),
            required=False,
            max_length=2000,
            widget=Tekstvlak(attrs={"rows": 2}),
            help_text=_("Nodig als je een beroepsgeheim hebt."),
        )
    )
    voorwaarden = forms.CharField(
        label=_("Wat vraag je van wie dit leest?"),
        required=False,
        max_length=2000,
        widget=Tekstvlak(attrs={"rows": 2}),
        help_text=_("Bijvoorbeeld: bespreek dit niet met het gezin voordat ik er ben geweest."),
    )

    def __init__(
        self,
        *args: Any,
        organisaties: Sequence[Organisatie],
        eerder: Sequence[tuple[str, str]] = (),
        een_kant: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if een_kant:
            self.fields["publiek"].help_text = _EEN_KANT
        doen_mee = [(str(een.pk), een.naam) for een in organisaties]
        self.kiezen("organisaties", [*doen_mee, *eerder])

    def soort_van_de_bron(self) -> str:
        """The kind of organisation that the data come from; empty for the house."""
        return ""

    def clean(self) -> dict[str, Any]:
        """Hold the choices against the rules of sharing."""
        gekozen = super().clean() or self.cleaned_data
        keuze = Keuze(
            publiek=gekozen.get("publiek", ""),
            organisaties=self.genoemd(),
            categorie=gekozen.get("categorie", ""),
            onder_geheim=gekozen.get("onder_geheim", False),
            grond=gekozen.get("grond", ""),
            grond_motivering=gekozen.get("grond_motivering", ""),
            bron_soort=self.soort_van_de_bron(),
        )
        for veld, zin in bezwaren(keuze).items():
            self.add_error(veld, _(zin))
        return gekozen

    def genoemd(self) -> frozenset[UUID]:
        """The organisations that were ticked."""
        return frozenset(UUID(een) for een in self.cleaned_data.get("organisaties", ()))
