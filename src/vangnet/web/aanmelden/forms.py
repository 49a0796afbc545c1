# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.aanmelding.services import Melding
from vangnet.inrichting.selectors import labels
from vangnet.kern.klok import vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.web.aanmelden.woorden import CRITERIA
from vangnet.web.componenten.risico import RISICO_SOORT, RISICO_VOOR
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import Formulier, Geboorteveld, Naamveld, Tekstvlak, op_voorwaarde
from vangnet.web.gemeentekeuzes import gemeentekeuzes
from vangnet.web.samenvoegen import Beginveld

# Shown behind a disclosure, so that the page opens with at most ten fields to see; for whom it is
# unsafe is never among them (docs/adr/0030).
MEER = (
    "leefgebieden",
    "risico_soort",
    "betrokken",
    "andere_gemeenten",
    "aandachtsgebied",
    "aangedragen_door",
    "herkomst",
)
# Asked together: the second only when the answer to the first is no.
VERVOLG = ("geinformeerd", "waarom_niet_geinformeerd")
_LANG = 5000


def _tekst(label: Any, uitleg: Any = "", *, verplicht: bool = True, regels: int = 3) -> Any:
    return forms.CharField(
        label=label,
        required=verplicht,
        max_length=_LANG,
        help_text=uitleg,
        widget=Tekstvlak(attrs={"rows": regels}),
    )


def _vinkjes(label: Any, keuzes: Any, uitleg: Any = "") -> Any:
    return forms.MultipleChoiceField(
        label=label,
        required=False,
        choices=keuzes,
        help_text=uitleg,
        widget=forms.CheckboxSelectMultiple,
    )


class AanmeldForm(Formulier):
    """An aanmelding on one page; aanmelders: the deelnemers for which somebody may report.

    voor_het_huis: the house writes down what somebody says on the phone.
    """

    aanmelder = forms.ChoiceField(
        label=_("Wie meldt aan?"), help_text=_("Alleen een deelnemer kan aanmelden.")
    )
    voornamen = Naamveld(label=_("Voornamen"), required=False, max_length=200)
    achternaam = Naamveld(
        label=_("Achternaam"), max_length=200, help_text=_("Met het tussenvoegsel ervoor.")
    )
    geboortedatum = Geboorteveld(label=_("Geboortedatum"), required=False)
    gemeente = forms.ChoiceField(label=_("Woongemeente"), required=False)
    aanleiding = _tekst(_("Wat is er aan de hand?"), _("Waarom meld je nu aan?"))
    doel = _tekst(_("Wat moet er anders worden?"), regels=2)
    geprobeerd = _tekst(_("Wat is er al geprobeerd, en waarom lukte het niet?"))
    risico_voor = _vinkjes(_("Voor wie is het onveilig?"), RISICO_VOOR)
    criteria = _vinkjes(
        _("Wat geldt volgens jou?"),
        CRITERIA,
        _("Alle vier zijn nodig voor een zaak. Twijfel je, laat het vakje dan leeg."),
    )
    geinformeerd = forms.TypedChoiceField(
        label=_("Weet de persoon van deze aanmelding?"),
        choices=[("ja", _("Ja")), ("nee", _("Nee"))],
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        widget=forms.RadioSelect,
    )
    waarom_niet_geinformeerd = op_voorwaarde(
        _tekst(
            _("Waarom niet?"), _("Nodig als de persoon het niet weet."), verplicht=False, regels=2
        )
    )
    leefgebieden = _vinkjes(_("Op welke leefgebieden zijn er problemen?"), codekeuzes("leefgebied"))
    risico_soort = _vinkjes(_("Wat kan er gebeuren?"), RISICO_SOORT)
    betrokken = _tekst(
        _("Wie zijn er al bij betrokken?"),
        _("Organisaties en contactpersonen."),
        verplicht=False,
    )
    andere_gemeenten = Naamveld(
        label=_("Speelt het ook in andere gemeenten?"), required=False, max_length=500
    )
    aandachtsgebied = forms.ChoiceField(label=_("Aandachtsgebied"), required=False)
    aangedragen_door = Naamveld(
        label=_("Door wie is het aangedragen?"),
        required=False,
        max_length=500,
        help_text=_("Een organisatie die zelf niet mag aanmelden, zoals een school. Geen namen."),
    )
    herkomst = forms.ChoiceField(label=_("Langs welke weg kwam het?"), required=False)
    # Made with the form: sent twice it is one aanmelding, and a draft keeps its place.
    eenmalig = forms.UUIDField(
        initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )
    # Of the draft that the form knows: another window may have kept a newer one.
    versie = forms.IntegerField(
        required=False, initial=0, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    begin = Beginveld()
    # Of the page: what it sent before is no text of another window.
    venster = forms.UUIDField(
        required=False, initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def __init__(
        self, *args: Any, aanmelders: Sequence[Organisatie], voor_het_huis: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if len(aanmelders) == 1 and not voor_het_huis:
            self.initial["aanmelder"] = str(aanmelders[0].pk)
            self.fields["aanmelder"].widget = forms.HiddenInput()
        keuzes = [(str(een.pk), een.naam) for een in aanmelders]
        self.kiezen("aanmelder", [("", _("Kies een organisatie")), *keuzes])
        self.kiezen("gemeente", [("", _("Onbekend")), *gemeentekeuzes()])
        lijsten = labels("aandachtsgebied", "herkomst")
        for lijst, woorden in lijsten.items():
            self.kiezen(lijst, [("", _("Niet ingevuld")), *woorden.items()])
        # On the phone this is asked later; a deelnemer knows it (BGS 1.6).
        self.fields["geinformeerd"].required = not voor_het_huis

    def clean(self) -> dict[str, Any]:
        """Who was not told asks for a reason; nobody is born tomorrow."""
        waarden = super().clean() or self.cleaned_data
        if waarden.get("geinformeerd") is False and not waarden.get("waarom_niet_geinformeerd"):
            self.add_error("waarom_niet_geinformeerd", _("Zeg waarom de persoon het niet weet."))
        geboren = waarden.get("geboortedatum")
        if geboren and geboren > vandaag():
            self.add_error("geboortedatum", _("Deze dag ligt in de toekomst."))
        return waarden

    def melding(self) -> Melding:
        """What was filled in, for the act."""
        over_het_formulier = {"eenmalig", "versie", "begin", "venster"}
        return Melding(
            **{n: w for n, w in self.cleaned_data.items() if n not in over_het_formulier}
        )

    def zichtbare_velden(self) -> list[forms.BoundField]:
        """The fields that stand open; what is rare stands in `meer`."""
        return [veld for veld in self.visible_fields() if veld.name not in MEER + VERVOLG]

    def meer(self) -> list[forms.BoundField]:
        """The fields behind the disclosure."""
        return [self[naam] for naam in MEER]

    def meer_open(self) -> bool:
        """Whether the disclosure stands open: something in it was filled in, or is wrong."""
        return any(self[naam].value() or self[naam].errors for naam in MEER + VERVOLG)
