# SPDX-License-Identifier: EUPL-1.2
"""How forms look and behave: one field template, no native validation, days as people type them."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from django import forms
from django.forms.models import ModelChoiceField
from django.forms.renderers import TemplatesSetting
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vangnet.kern.dagwoorden import (
    BestaatNiet,
    MistJaar,
    dag_terug,
    dag_uit_woorden,
    dag_voluit,
    is_geweest,
)
from vangnet.kern.klok import vandaag
from vangnet.kern.tekens import heeft_onzichtbaar, plek_van_omkering
from vangnet.personen.bsn import klopt, negen_cijfers

Veld = TypeVar("Veld", bound=forms.Field)
GEEN_BSN = _("Dit is geen BSN: er staat een cijfer verkeerd. Kijk het nog eens na.")
_EERSTE_DAG, _LAATSTE_DAG = date(1900, 1, 1), date(2100, 12, 31)


class VangnetRenderer(TemplatesSetting):
    """Renders every form and field with our own templates (setting FORM_RENDERER)."""

    form_template_name = "componenten/formulier.html"
    field_template_name = "componenten/veld.html"


class Formulier(forms.Form):
    """Base of the forms of Vangnet.

    A required field gets `aria-required` and never `required`: the browser's own bubbles can't be
    styled, translated or read back (NL Design System, forms).

    reeksen: how the names begin of fields that an instance adds; these are kept as the declared
    ones are (web/getypt.py). samen: names of fields that say one thing together; of those no one
    takes half from one editor and half from another unasked (web/samenvoegen.py).
    """

    use_required_attribute = False
    reeksen: ClassVar[tuple[str, ...]] = ()
    samen: ClassVar[tuple[tuple[str, ...], ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for veld in self.fields.values():
            _kleed_aan(veld)

    def add_error(self, field: str | None, error: Any) -> None:
        """One error a field: what is too long isn't said to be missing as well."""
        if field is None or field not in self.errors:
            super().add_error(field, error)

    def erbij(self, naam: str, veld: forms.Field) -> None:
        """Add a field that is known only now; its name begins as one of `reeksen`."""
        _kleed_aan(veld)
        self.fields[naam] = veld

    @classmethod
    def uit_reeks(cls, naam: str) -> forms.Field:
        """The question of such a field, for who reads its answer without the form itself."""
        return forms.CharField(label=_("Tekst"))

    def kiezen(self, naam: str, keuzes: Iterable[Any]) -> None:
        """Let the reader choose in field `naam` from what is known only now.

        A choice that the form begins with and that can't be made any more is not quietly another
        one: it stands there to be chosen anew, and sent along it is refused.
        """
        veld = self.fields[naam]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101 - declared so by the form
        veld.choices = lijst = list(keuzes)
        eerder = self.initial.get(naam)
        if eerder and isinstance(eerder, (str, UUID)) and not veld.valid_value(str(eerder)):
            weg = (str(eerder), _("Kies opnieuw: dit kan niet meer"))
            veld.widget.choices = [weg, *lijst]


def _kleed_aan(veld: forms.Field) -> None:
    if isinstance(veld, forms.CharField):
        _snijd_niets_af(veld)
        veld.error_messages.setdefault(
            "min_length",
            _("Schrijf er iets meer over: minstens %(limit_value)d tekens. Nu %(show_value)d."),
        )
    if isinstance(veld, forms.IntegerField):
        veld.error_messages.setdefault("min_value", _("Vul %(limit_value)s of meer in."))
        veld.error_messages.setdefault("max_value", _("Vul %(limit_value)s of minder in."))
    if veld.required:
        veld.widget.attrs.setdefault("aria-required", "true")
        _zeg_wat_te_doen(veld)
    if isinstance(veld, forms.ChoiceField):
        _noem_geen_sleutel(veld)
    # What is secret is quoted in no error.
    if isinstance(veld, forms.CharField) and not isinstance(veld.widget, forms.PasswordInput):
        veld.validators = [*veld.validators, _keert_niets_om]


def _keert_niets_om(waarde: object) -> None:
    """No sign that makes the rest of a line read backwards; says where it stands.

    waarde: what the field makes of the text, of a hidden one the id of a row.
    """
    tekst = str(waarde)
    if (plek := plek_van_omkering(tekst)) < 0:
        return
    zin = gettext("Hier staat een teken in dat de tekst erna omdraait. Typ dat stuk zelf.")
    if voor := tekst[max(plek - 20, 0) : plek].strip():
        zin = gettext(
            "Na “%(voor)s” staat een teken dat de tekst erna omdraait. "
            "Typ dat stuk zelf, zonder te plakken."
        ) % {"voor": voor}
    raise forms.ValidationError(zin)


def _snijd_niets_af(veld: forms.CharField) -> None:
    """A browser cuts what is pasted at `maxlength`, without a word: the form says it is too long.

    A text of the field itself stays.
    """
    veld.widget.attrs.pop("maxlength", None)
    veld.error_messages.setdefault(
        "max_length",
        _(
            "Dit zijn %(show_value)d tekens, en er passen er %(limit_value)d. Maak het korter; "
            "wat je typte, staat er nog."
        ),
    )


def _noem_geen_sleutel(veld: forms.ChoiceField) -> None:
    """Django repeats what was sent, which here is mostly the id of a row."""
    if veld.error_messages["invalid_choice"] == type(veld).default_error_messages["invalid_choice"]:
        veld.error_messages["invalid_choice"] = _("Kies een van de antwoorden uit de lijst.")


def _zeg_wat_te_doen(veld: forms.Field) -> None:
    """Replace Django's "This field is required" by what to do; a text of the field itself stays."""
    if veld.error_messages["required"] != forms.Field.default_error_messages["required"]:
        return
    kiezen = isinstance(veld, forms.ChoiceField | ModelChoiceField)
    veld.error_messages["required"] = _("Kies een antwoord.") if kiezen else _("Vul dit veld in.")


def op_voorwaarde(veld: Veld) -> Veld:
    """The same field, that is asked for by an answer to another: the help text says which.

    Beside its label never stands that it may stay empty (componenten/veld.html).
    """
    veld.op_voorwaarde = True  # type: ignore[attr-defined]  # read by the template
    return veld


class Naamveld(forms.CharField):
    """A name or another text of one line, without signs that nobody sees."""

    def validate(self, value: str) -> None:
        """No controls, no format signs, no ends of lines (kern/tekens.py)."""
        super().validate(value)
        if heeft_onzichtbaar(value):
            raise forms.ValidationError(
                _("Hier staan tekens in die je niet ziet. Typ de tekst zelf, zonder te plakken.")
            )


class Bsninvoer(forms.TextInput):
    """Where a BSN is typed: no draft and no browser keeps it (web/getypt.py)."""

    def __init__(self) -> None:
        super().__init__({"autocomplete": "off", "inputmode": "numeric", "spellcheck": "false"})


class Bsnveld(forms.CharField):
    """A BSN to look somebody up by, in groups or not: nine digits that pass the eleven-test."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "widget": Bsninvoer, **kwargs})

    def to_python(self, value: Any) -> str:
        """The digits alone."""
        tekst = super().to_python(value) or ""
        cijfers = negen_cijfers(tekst)
        if tekst and not cijfers:
            raise forms.ValidationError(_("Typ het BSN met negen cijfers, ook een nul vooraan."))
        if tekst and not klopt(cijfers):
            raise forms.ValidationError(GEEN_BSN)
        return cijfers


class Tekstvlak(forms.Textarea):
    """A text of more lines, with one sign for the end of a line, as a browser counts.

    It sends two: a text that just fitted was refused.
    """

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """What was typed."""
        waarde = super().value_from_datadict(data, files, name)
        return waarde.replace("\r\n", "\n") if isinstance(waarde, str) else waarde


class Merkveld(forms.CharField):
    """Which kept text the form knows (casus/concepten.py): saving it leaves another one alone."""

    def __init__(self, **kwargs: Any) -> None:
        hidden = forms.HiddenInput(attrs={"autocomplete": "off"})
        super().__init__(**{"required": False, "widget": hidden, **kwargs})


class Datumveld(forms.DateField):
    """A day, typed as 31-12-2022. A plain text field: no picker has to be learned, paste works.

    Only days that a house can mean: the day after the last day of the calendar does not exist, and
    a year like 20226 or 9999 is a slip of the finger.
    """

    default_error_messages = {  # noqa: RUF012 - Django declares it as a plain dict
        "invalid": _("Vul een datum in, bijvoorbeeld 31-12-2022."),
        "required": _("Vul een datum in, bijvoorbeeld 31-12-2022."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ())
        kwargs.setdefault(
            "widget",
            forms.DateInput(format="%d-%m-%Y", attrs={"autocomplete": "off", "size": "10"}),
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """The day; one that the calendar doesn't have is called by its name."""
        try:
            gelezen = self.lees(value) if isinstance(value, str) else None
        except BestaatNiet as dag:
            raise forms.ValidationError(_("%(dag)s bestaat niet.") % {"dag": dag}) from None
        return gelezen or super().to_python(value)

    def lees(self, tekst: str) -> date | None:
        """The day that `tekst` means, None for none; raises BestaatNiet."""
        return dag_voluit(tekst)

    def validate(self, value: date | None) -> None:
        """From 1900 to 2100."""
        super().validate(value)
        if value is not None and not _EERSTE_DAG <= value <= _LAATSTE_DAG:
            raise forms.ValidationError(_("Kies een dag in de jaren 1900 tot en met 2100."))


class Geboorteveld(Datumveld):
    """When somebody was born: of a year in two digits the last one that isn't to come.

    As the search box reads it (casus/zoeken.py).
    """

    def lees(self, tekst: str) -> date | None:
        """Nobody is born tomorrow: 12-3-49 is in 1949."""
        return dag_voluit(tekst, tot=vandaag())


class Dagveld(Datumveld):
    """A day to come, also typed as "vr", "morgen", "12-3" or "over 2 weken"."""

    default_error_messages = {  # noqa: RUF012 - Django declares it as a plain dict
        "invalid": _("Vul een dag in, bijvoorbeeld vr, 12-3 of over 2 weken."),
        "required": _("Vul een dag in, bijvoorbeeld vr, 12-3 of over 2 weken."),
    }

    def lees(self, tekst: str) -> date | None:
        """Also in words; that "gisteren" is over is said by its own sentence."""
        if is_geweest(tekst):
            raise forms.ValidationError(_("Deze dag is geweest. Kies een dag die nog komt."))
        return dag_uit_woorden(tekst, vandaag=vandaag()) or dag_voluit(tekst)


class Vanafveld(Datumveld):
    """The day from which something holds: today, one to come, or one that has been.

    Without a year it is one to come; of the days that have been only yesterday and the day before
    have a word.
    """

    default_error_messages = {  # noqa: RUF012 - Django declares it as a plain dict
        "invalid": _("Vul een dag in, bijvoorbeeld vandaag, ma of 12-3."),
        "required": _("Vul een dag in, bijvoorbeeld vandaag, ma of 12-3."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Bijvoorbeeld vandaag, ma of 12-3."))
        super().__init__(**kwargs)

    def lees(self, tekst: str) -> date | None:
        """Also in words, seen both ways."""
        komt = dag_uit_woorden(tekst, vandaag=vandaag()) or dag_voluit(tekst)
        return komt or dag_terug(tekst, vandaag=vandaag())


class Terugveld(Datumveld):
    """A day that has been, also typed as "vandaag", "gisteren", "vr" or "12-3".

    The form itself refuses a day to come; each says in its own words why.
    """

    default_error_messages = {  # noqa: RUF012 - Django declares it as a plain dict
        "invalid": _("Vul een dag in die is geweest, bijvoorbeeld gisteren, vr of 12-3-2022."),
        "required": _("Vul een dag in die is geweest, bijvoorbeeld gisteren, vr of 12-3-2022."),
    }

    def __init__(self, **kwargs: Any) -> None:
        woorden = _("Bijvoorbeeld vandaag, vr of 12-3.")
        eigen = kwargs.get("help_text")
        kwargs["help_text"] = format_lazy("{} {}", eigen, woorden) if eigen else woorden
        super().__init__(**kwargs)

    def lees(self, tekst: str) -> date | None:
        """Also in words, seen backwards; long ago with its year, or the year is asked."""
        try:
            return dag_terug(tekst, vandaag=vandaag()) or dag_voluit(tekst)
        except MistJaar as dag:
            raise forms.ValidationError(
                _("Bedoel je %(dag)s? Vul het jaar erbij in.") % {"dag": dag}
            ) from None
