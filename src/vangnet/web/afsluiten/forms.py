# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.afsluiting.models import Overdracht
from vangnet.afsluiting.regels import Wijze
from vangnet.afsluiting.services import Beslissing, Sluiting
from vangnet.inrichting.selectors import labels
from vangnet.plan.models import Doel
from vangnet.web.afsluiten.beslisvelden import BeslisForm
from vangnet.web.beslissers import JA_NEE
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import Formulier, Naamveld, Tekstvlak, op_voorwaarde


def _tekst(label: Any, *, verplicht: bool = True, uitleg: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=verplicht,
        max_length=4000,
        widget=Tekstvlak(attrs={"rows": 3}),
        help_text=uitleg,
    )


def _naam_van(doel: UUID) -> str:
    return f"doel_{doel.hex}"


def _doelveld(doel: Doel) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Doel: %(doel)s") % {"doel": doel.omschrijving},
        help_text=_("Gelukt als: %(meetbaar)s") % {"meetbaar": doel.meetbaar},
        choices=codekeuzes("resultaat"),
        widget=forms.RadioSelect(attrs={"aria-required": "true"}),
        error_messages={"required": _("Kies een antwoord.")},
    )


# How an ondersteuning ends, when it doesn't become procesregie (ontwerp.md section 3).
_EINDE_ONDERSTEUNING = frozenset({"afgerond", "niet_verder"})
# Of an ondersteuning alone: a procesregie doesn't end so.
_GEEN_EINDE_PROCESREGIE = _EINDE_ONDERSTEUNING | {"naar_procesregie"}
_OVERGEDRAGEN = "overgedragen_lokaal"


def _niet_van_ondersteuning(reden: tuple[str, str]) -> bool:
    return reden[0] not in _EINDE_ONDERSTEUNING


class VoorstelForm(BeslisForm):
    """A decision to close; procesregie: it has a resultaat; volgt: a signed plan is followed.

    begonnen_op: the first day on which it can have been taken; doelen: those that are still open,
    each asked for its result.
    """

    resultaat = forms.ChoiceField(
        label=gettext_lazy("Wat is er bereikt?"),
        choices=codekeuzes("resultaat"),
        widget=forms.RadioSelect,
    )
    afsluitreden = forms.ChoiceField(label=gettext_lazy("Waarom sluit de zaak?"))
    motivering = _tekst(gettext_lazy("Licht het besluit toe"))
    overdracht = forms.ChoiceField(
        label=gettext_lazy("Wie gaat verder?"),
        required=False,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Hier staat wie een overdracht heeft aanvaard."),
        error_messages={
            "invalid_choice": gettext_lazy(
                "Deze overdracht is intussen ingetrokken. Kies opnieuw wie verdergaat."
            )
        },
    )
    geinformeerd = forms.ChoiceField(
        label=gettext_lazy("Weet de betrokkene dat de zaak sluit?"),
        choices=JA_NEE,
        widget=forms.RadioSelect,
    )
    waarom_niet_geinformeerd = op_voorwaarde(
        _tekst(
            gettext_lazy("Waarom niet?"),
            verplicht=False,
            uitleg=gettext_lazy("Nodig als de betrokkene het niet weet."),
        )
    )
    volgen_gestopt = _tekst(
        gettext_lazy("Waarom stoppen we eerder met volgen?"),
        uitleg=gettext_lazy("De betrokkene heeft het plan getekend. We volgen het drie jaar."),
    )

    def __init__(
        self,
        *args: Any,
        procesregie: bool,
        volgt: bool,
        aanvaard: Sequence[Overdracht],
        begonnen_op: date | None,
        doelen: Sequence[Doel] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._begonnen_op = begonnen_op
        self._doelen = {een.pk: _doelveld(een) for een in doelen}
        self.fields.update({_naam_van(pk): veld for pk, veld in self._doelen.items()})
        redenen = list(labels("afsluitreden")["afsluitreden"].items())
        if procesregie:
            redenen = [een for een in redenen if een[0] not in _GEEN_EINDE_PROCESREGIE]
        else:
            redenen.sort(key=_niet_van_ondersteuning)
        self.kiezen("afsluitreden", [("", _("Kies een reden")), *redenen])
        ontvangers = [(str(een.pk), f"{een.organisatie.naam}: {een.functie}") for een in aanvaard]
        self._heeft_ontvanger = bool(ontvangers)
        if ontvangers:
            # Nobody can't be chosen: what was accepted has to be taken back first.
            op_voorwaarde(self.fields["overdracht"]).help_text = _(
                "Hier staat wie een overdracht heeft aanvaard. Gaat er toch niemand verder? Trek "
                "de overdracht dan eerst in, op het tabblad Afsluiten."
            )
            self.kiezen("overdracht", ontvangers)
        else:
            self.kiezen("overdracht", [("", _("Niemand: er is geen overdracht"))])
        if not procesregie:
            del self.fields["resultaat"]
        if not volgt:
            del self.fields["volgen_gestopt"]

    def doelvelden(self) -> list[forms.BoundField]:
        """The question of each goal."""
        return [self[_naam_van(pk)] for pk in self._doelen]

    def doelresultaten(self) -> dict[UUID, str]:
        """How far each goal was reached."""
        return {pk: self.cleaned_data[_naam_van(pk)] for pk in self._doelen}

    def clean_genomen_op(self) -> Any:
        """Not in the future, and not before the casus began."""
        dag = super().clean_genomen_op()
        if self._begonnen_op and dag < self._begonnen_op:
            begin = self._begonnen_op.strftime("%d-%m-%Y")
            raise forms.ValidationError(
                _("De zaak begon op %(begin)s. Kies die dag of een dag erna.") % {"begin": begin}
            )
        return dag

    def clean(self) -> dict[str, Any]:
        """A reason when the person concerned does not know, and who goes on when somebody does."""
        waarden = super().clean()
        if not waarden.get("overdracht"):
            self._niemand(waarden.get("afsluitreden") == _OVERGEDRAGEN)
        if waarden.get("geinformeerd") == "nee" and not waarden.get("waarom_niet_geinformeerd"):
            self.add_error("waarom_niet_geinformeerd", _("Zeg waarom de betrokkene het niet weet."))
        return waarden

    def _niemand(self, overgedragen: bool) -> None:
        """Nobody goes on: not when the casus is handed over, nor when somebody said yes."""
        if self._heeft_ontvanger and overgedragen:
            self.add_error(
                "overdracht",
                _(
                    "Je schrijft dat de zaak is overgedragen. Kies wie verdergaat, of kies een "
                    "andere reden."
                ),
            )
        elif self._heeft_ontvanger:
            self.add_error(
                "overdracht",
                _(
                    "Iemand zei ja op een overdracht. Kies wie verdergaat. Gaat er toch niemand "
                    "verder? Trek de overdracht dan eerst in, op het tabblad Afsluiten."
                ),
            )
        elif overgedragen:
            self.add_error(
                "overdracht",
                _(
                    "Je schrijft dat de zaak is overgedragen, en niemand heeft een overdracht "
                    "aanvaard. Vraag eerst een overdracht, of kies een andere reden."
                ),
            )

    def sluiting(self) -> Sluiting:
        """What was filled in; what belongs to another answer is left out."""
        waarden = self.cleaned_data
        weet_het = waarden["geinformeerd"] == "ja"
        return Sluiting(
            motivering=waarden["motivering"],
            wijze=Wijze(waarden["wijze"]),
            genomen_op=waarden["genomen_op"],
            stemmen=self.stemmen(),
            afsluitreden=waarden["afsluitreden"],
            geinformeerd=weet_het,
            resultaat=waarden.get("resultaat") or None,
            overdracht=UUID(waarden["overdracht"]) if waarden["overdracht"] else None,
            waarom_niet_geinformeerd=(None if weet_het else waarden["waarom_niet_geinformeerd"]),
            volgen_gestopt=waarden.get("volgen_gestopt") or None,
        )


class ControleForm(Formulier):
    """What the second regisseur finds; zelf: it is their own, so they can only take it back.

    voorstel: the proposal that the page showed, which is all that they judge.
    """

    voorstel = forms.UUIDField(required=False, widget=forms.HiddenInput)
    oordeel = forms.ChoiceField(
        label=gettext_lazy("Klopt het voorstel?"),
        choices=[
            ("ja", gettext_lazy("Ja, sluit de zaak")),
            ("nee", gettext_lazy("Nee, geef het terug")),
        ],
        widget=forms.RadioSelect,
    )
    reden = op_voorwaarde(
        _tekst(
            gettext_lazy("Waarom niet?"),
            verplicht=False,
            uitleg=gettext_lazy("Nodig als je het voorstel teruggeeft."),
        )
    )

    def __init__(self, *args: Any, zelf: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zelf = zelf
        if zelf:
            del self.fields["oordeel"]
            self.fields["reden"].label = _("Waarom neem je het voorstel terug?")
            self.fields["reden"].help_text = ""

    @property
    def akkoord(self) -> bool:
        """Whether the casus closes."""
        return not self.zelf and self.cleaned_data.get("oordeel") == "ja"

    def clean(self) -> dict[str, Any]:
        """A reason for what is given back."""
        waarden = super().clean() or self.cleaned_data
        terug = self.zelf or waarden.get("oordeel") == "nee"
        if terug and not waarden.get("reden"):
            self.add_error("reden", _("Zeg waarom, zodat je collega weet wat er mist."))
        return waarden


class HeropenForm(BeslisForm):
    """A decision to go on with a casus that is closed."""

    kenmerk = Naamveld(
        label=gettext_lazy("Welke zaak?"),
        max_length=60,
        help_text=gettext_lazy("Het kenmerk. Het staat op papieren van toen."),
    )
    motivering = _tekst(
        gettext_lazy("Waarom gaat de zaak weer open?"),
        uitleg=gettext_lazy("De zaak houdt haar kenmerk, haar mensen en haar geschiedenis."),
    )

    def beslissing(self) -> Beslissing:
        """What was filled in."""
        waarden = self.cleaned_data
        return Beslissing(
            motivering=waarden["motivering"],
            wijze=Wijze(waarden["wijze"]),
            genomen_op=waarden["genomen_op"],
            stemmen=self.stemmen(),
        )
