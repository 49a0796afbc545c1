# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.afsluiting.regels import GEEN_ONTVANGER, INTREKKEN, TERUGGENOMEN, Antwoord
from vangnet.afsluiting.services import Overdrachtvraag
from vangnet.organisaties.models import Organisatie
from vangnet.plan.selectors import Uitvoerder, naam_van_uitvoerder
from vangnet.web.beslissers import JA_NEE
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import Dagveld, Formulier, Naamveld, Tekstvlak, op_voorwaarde


class OverdrachtForm(Formulier):
    """Whom is asked to go on with a casus; mensen: who takes part and can answer here."""

    # Made with the form: a second click doesn't ask the same twice.
    eenmalig = forms.UUIDField(
        required=False, initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    organisatie = forms.ChoiceField(label=gettext_lazy("Welke organisatie gaat verder?"))
    soort = forms.ChoiceField(
        label=gettext_lazy("Wat voor ontvanger is dat?"),
        required=False,
        choices=[
            ("", gettext_lazy("Zoals de organisatie bekend staat")),
            *(een for een in codekeuzes("ontvanger_soort") if een[0] not in GEEN_ONTVANGER),
        ],
        help_text=gettext_lazy("Zo telt de overdracht mee in de cijfers."),
    )
    functie = Naamveld(
        label=gettext_lazy("Welke functie heeft degene die verdergaat?"),
        max_length=200,
        help_text=gettext_lazy("Bijvoorbeeld: wijkverpleegkundige. Geen naam."),
    )
    gebruiker = forms.ChoiceField(
        label=gettext_lazy("Wie antwoordt daar?"),
        required=False,
        help_text=gettext_lazy(
            "Doet diegene mee in deze zaak, dan antwoordt hij of zij zelf. Anders schrijf jij het "
            "antwoord op."
        ),
    )
    warm = forms.ChoiceField(
        label=gettext_lazy("Is het een warme overdracht?"),
        choices=JA_NEE,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Je draagt over in een gesprek, liefst met de betrokkene erbij."),
    )
    gesprek_op = Dagveld(
        label=gettext_lazy("Wanneer is dat gesprek?"),
        required=False,
        help_text=gettext_lazy("Alleen bij een warme overdracht. Bijvoorbeeld vr, morgen, 12-3"),
    )
    wat = forms.CharField(
        label=gettext_lazy("Wat geef je mee?"),
        required=False,
        max_length=2000,
        widget=Tekstvlak(attrs={"rows": 2}),
        help_text=gettext_lazy("Waarmee gaat de ontvanger verder? De ontvanger leest dit."),
    )

    def __init__(
        self,
        *args: Any,
        organisaties: Sequence[Organisatie],
        mensen: Sequence[Uitvoerder],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._soorten = {str(een.pk): een.soort for een in organisaties}
        self._mensen = {
            str(een.gebruiker.pk): een for een in mensen if een.organisatie and een.gebruiker
        }
        self.kiezen(
            "organisatie",
            [("", _("Kies een organisatie")), *((str(een.pk), een.naam) for een in organisaties)],
        )
        namen = [(sleutel, naam_van_uitvoerder(een)) for sleutel, een in self._mensen.items()]
        self.kiezen("gebruiker", [("", _("Niemand met een account")), *namen])

    def clean(self) -> dict[str, Any]:
        """Who answers is of that organisation, which says what kind of receiver it is."""
        waarden = super().clean() or self.cleaned_data
        if waarden.get("soort") == "":
            waarden["soort"] = self._soort_van(waarden.get("organisatie", ""))
        mens = self._mensen.get(waarden.get("gebruiker", ""))
        if mens and mens.organisatie and str(mens.organisatie.pk) != waarden.get("organisatie"):
            self.add_error("gebruiker", _("Kies iemand van de organisatie die verdergaat."))
        if waarden.get("gesprek_op") and waarden.get("warm") == "nee":
            self.add_error("gesprek_op", _("Een gesprek hoort bij een warme overdracht."))
        return waarden

    def _soort_van(self, organisatie: str) -> str:
        """The kind that an organisation is known as; none that counts asks to choose one."""
        veld = self.fields["soort"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101 - declared so above
        soort = self._soorten.get(organisatie) or ""
        if soort in dict(veld.choices):  # type: ignore[arg-type]  # a list once filled
            return soort
        if organisatie:
            self.add_error("soort", _("Kies wat voor ontvanger dit is."))
        return ""

    def vraag(self) -> Overdrachtvraag:
        """What was filled in."""
        waarden = self.cleaned_data
        return Overdrachtvraag(
            organisatie=UUID(waarden["organisatie"]),
            soort=waarden["soort"],
            functie=waarden["functie"],
            warm=waarden["warm"] == "ja",
            gebruiker=UUID(waarden["gebruiker"]) if waarden["gebruiker"] else None,
            gesprek_op=waarden["gesprek_op"],
            wat=waarden["wat"],
        )


_ANTWOORDEN = {
    Antwoord.AANVAARD: gettext_lazy("Ja, wij gaan verder"),
    Antwoord.GEWEIGERD: gettext_lazy("Nee, dat kan niet"),
    Antwoord.INGETROKKEN: gettext_lazy("De vraag is niet meer nodig"),
    TERUGGENOMEN: gettext_lazy("De overdracht gaat niet door"),
}


class AntwoordForm(Formulier):
    """What comes of a handover; mag: the answers that the reader may give.

    trekt_in: they can only take it back.
    """

    antwoord = forms.ChoiceField(
        label=gettext_lazy("Wat is het antwoord?"),
        choices=[(str(een), woord) for een, woord in _ANTWOORDEN.items()],
        widget=forms.RadioSelect,
    )
    reden = op_voorwaarde(
        forms.CharField(
            label=gettext_lazy("Waarom?"),
            required=False,
            max_length=4000,
            widget=Tekstvlak(attrs={"rows": 3}),
            help_text=gettext_lazy("Nodig als het antwoord nee is."),
        )
    )

    def __init__(self, *args: Any, mag: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["antwoord"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101 - declared so above
        veld.choices = [(str(een), _ANTWOORDEN[een]) for een in mag]
        self.trekt_in = set(mag) <= INTREKKEN
        if self.trekt_in:
            veld.widget = forms.HiddenInput()
            veld.initial = str(mag[0])
            self.fields["reden"].label = _("Waarom trek je dit in?")
            self.fields["reden"].help_text = ""

    def clean(self) -> dict[str, Any]:
        """Who refuses says why."""
        waarden = super().clean() or self.cleaned_data
        if waarden.get("antwoord") == Antwoord.GEWEIGERD and not waarden.get("reden"):
            self.add_error("reden", _("Zeg waarom het niet kan, zodat wij verder kunnen zoeken."))
        return waarden
