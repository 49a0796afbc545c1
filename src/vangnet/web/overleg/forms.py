# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from vangnet.kern.klok import vandaag
from vangnet.overleg.services import Nieuw
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import Dagveld, Formulier, Naamveld, Terugveld
from vangnet.web.overleg.kandidaten import Tezien
from vangnet.web.triagetafel import TRIAGETAFEL

_TAFELS = ("casusoverleg", "triagetafel", "lokale_overlegtafel", "regietafel", "overig")


_GEEN_NAMEN = _("Wie bij een van de zaken zit, leest dit: geen namen.")


class _Wanneer(Formulier):
    """When and where an overleg is."""

    datum = Dagveld(label=_("Dag"), help_text=_("Bijvoorbeeld do, 12-3, over 2 weken"))
    aanvang = forms.TimeField(
        label=_("Hoe laat"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Bijvoorbeeld 9:30"),
        error_messages={"invalid": _("Vul een tijd in, bijvoorbeeld 9:30.")},
    )
    plaats = Naamveld(label=_("Waar"), required=False, max_length=200, help_text=_GEEN_NAMEN)
    titel = Naamveld(label=_("Titel"), required=False, max_length=100, help_text=_GEEN_NAMEN)


class OverlegForm(_Wanneer):
    """A new overleg, and which casussen come on its agenda."""

    soort = forms.ChoiceField(label=_("Soort overleg"), initial="casusoverleg")
    zaken = forms.MultipleChoiceField(
        label=_("Welke zaken komen op de agenda?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Zaken die stilstaan, of met een afspraak of evaluatie die binnen vier weken klaar "
            "moet zijn."
        ),
    )
    # Made with the form: a second click without script doesn't plan the same overleg twice.
    eenmalig = forms.UUIDField(
        required=False, initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, *args: Any, kandidaten: Sequence[Tezien], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tafels = [(code, woord) for code, woord in codekeuzes("overleg_soort") if code in _TAFELS]
        self.kiezen("soort", tafels)
        self.kiezen("zaken", [(str(een.casus.pk), een.waarom) for een in kandidaten])
        if not kandidaten:
            del self.fields["zaken"]

    def clean_datum(self) -> Any:
        """Today or later."""
        dag = self.cleaned_data["datum"]
        if dag < vandaag():
            raise forms.ValidationError(_("Kies vandaag of een dag die nog komt."))
        return dag

    def clean(self) -> dict[str, Any]:
        """At the triage table there are aanmeldingen, of themselves, and no casussen."""
        waarden = super().clean() or self.cleaned_data
        if waarden.get("soort") == TRIAGETAFEL and waarden.get("zaken"):
            self.add_error("zaken", _("Aan een triagetafel staan aanmeldingen, en geen zaken."))
        return waarden

    def nieuw(self) -> Nieuw:
        """When, and of which kind."""
        gekozen = self.cleaned_data
        return Nieuw(
            datum=gekozen["datum"],
            aanvang=gekozen["aanvang"],
            soort=gekozen["soort"],
            titel=gekozen["titel"],
            plaats=gekozen["plaats"],
        )

    def casussen(self) -> list[UUID]:
        """What comes on the agenda, in the order of the list."""
        return [UUID(een) for een in self.cleaned_data.get("zaken", ())]


class WijzigForm(_Wanneer):
    """An overleg that moves; niet_voor: the day on which its last third party signed."""

    versie = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={"required": _("Open de bladzijde opnieuw en sla dan op.")},
    )

    def __init__(self, *args: Any, was: date, niet_voor: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._was, self._niet_voor = was, niet_voor

    def clean_datum(self) -> Any:
        """As it was, or today or later; and not before a third party signed for secrecy."""
        dag = self.cleaned_data["datum"]
        if dag != self._was and dag < vandaag():
            raise forms.ValidationError(_("Kies vandaag of een dag die nog komt."))
        if self._niet_voor and dag < self._niet_voor:
            tekende = formats.date_format(self._niet_voor, "j b Y")
            raise forms.ValidationError(
                _("Een derde tekende pas op %(dag)s voor geheimhouding. Kies die dag of later.")
                % {"dag": tekende}
            )
        return dag


class ZaakForm(Formulier):
    """A casus that comes on the agenda, by its kenmerk."""

    kenmerk = Naamveld(label=_("Kenmerk van de zaak"), max_length=255)


class DerdeForm(Formulier):
    """A third party that is asked to come: only after signing for secrecy (BGS 2.21)."""

    derde = Naamveld(
        label=_("Wie, en van welke organisatie"),
        max_length=200,
        help_text=_("Bijvoorbeeld: J. de Jong, woningcorporatie"),
    )
    geheimhouding_op = Terugveld(
        label=_("Op welke dag tekende deze persoon voor geheimhouding?"),
        help_text=_("Nog niet getekend? Dan kan deze persoon er niet bij zijn."),
    )

    def __init__(self, *args: Any, overleg_op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._overleg_op = overleg_op

    def clean_geheimhouding_op(self) -> Any:
        """Signed already, and not after the overleg."""
        dag = self.cleaned_data["geheimhouding_op"]
        if dag > vandaag():
            raise forms.ValidationError(_("Kies een dag die is geweest: eerst tekenen."))
        if dag > self._overleg_op:
            raise forms.ValidationError(
                _("Wie pas na het overleg tekende, was er niet bij: kies de dag zelf of eerder.")
            )
        return dag
