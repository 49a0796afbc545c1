# SPDX-License-Identifier: EUPL-1.2
"""The form with the leefgebieden of somebody: of one moment and one day."""

from datetime import date
from typing import Any

from django import forms
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from vangnet.beeld.regels import SCORES, Moment, Scoredagen, Scorestand
from vangnet.kern.klok import vandaag
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import Formulier, Merkveld, Terugveld
from vangnet.web.samenvoegen import Beginveld, met_begin

_KEUZES = [
    ("", _("Niet gescoord")),
    *((str(getal), f"{getal} {woord}") for getal, woord in SCORES.items()),
]
_GEBIED = "gebied_"
_NA = {
    Moment.EVALUATIE: _(
        "De eerste evaluatie is van %(dag)s. De start is niet later: kies een eerdere dag, "
        "of verbeter die evaluatie."
    ),
    Moment.EIND: _(
        "Het eind is van %(dag)s. De start is niet later: kies een eerdere dag, "
        "of verbeter het eind."
    ),
}


class ScoreForm(Formulier):
    """The leefgebieden of somebody at one moment; each may stay empty.

    stand: for which scores it was opened, empty for new ones (beeld/regels.py). dagen: all that
    were scored.
    """

    reeksen = (_GEBIED,)
    moment = forms.ChoiceField(choices=[(een, een) for een in Moment], widget=forms.HiddenInput)
    op = Terugveld(label=_("Op welke dag is dit bekeken?"))
    stand = Merkveld()
    begin = Beginveld()

    def __init__(self, *args: Any, dagen: Scoredagen | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._dagen = dagen or {}
        for code, _naam in codekeuzes("leefgebied"):
            self.erbij(f"{_GEBIED}{code}", self.uit_reeks(f"{_GEBIED}{code}"))

    @classmethod
    def uit_reeks(cls, naam: str) -> forms.Field:
        """The steps of one leefgebied."""
        namen = dict(codekeuzes("leefgebied"))
        label = namen.get(naam.removeprefix(_GEBIED), naam)
        return forms.ChoiceField(label=label, required=False, choices=_KEUZES)

    def clean_op(self) -> Any:
        """Not a day to come, and the start before what is compared with it (kerncijfers.md, 30)."""
        dag = self.cleaned_data["op"]
        if dag > vandaag():
            raise forms.ValidationError(_("Kies vandaag of een eerdere dag."))
        if self.cleaned_data.get("moment") == Moment.START:
            self._niet_na_een_later(dag)
        else:
            self._niet_voor_de_start(dag)
        return dag

    def _niet_na_een_later(self, dag: date) -> None:
        for moment, zin in _NA.items():
            eerste = min(self._dagen.get(moment, {}), default=dag)
            if eerste < dag:
                raise forms.ValidationError(zin % {"dag": formats.date_format(eerste, "j F Y")})

    def _niet_voor_de_start(self, dag: date) -> None:
        start = max(self._dagen.get(Moment.START, {}), default=dag)
        if dag < start:
            zin = _("De start is van %(dag)s. Kies die dag of een latere, of verbeter de start.")
            raise forms.ValidationError(zin % {"dag": formats.date_format(start, "j F Y")})

    def scores(self) -> dict[str, int | None]:
        """By leefgebied; None where it is not scored."""
        gekozen = self.cleaned_data
        return {
            naam.removeprefix(_GEBIED): int(waarde) if waarde else None
            for naam, waarde in gekozen.items()
            if naam.startswith(_GEBIED)
        }


def beginwaarden(staat: Scorestand, moment: Moment, *, op: date | None = None) -> dict[str, Any]:
    """With what a form of these scores begins; new ones are empty, and of `op` or today."""
    gebieden = {
        f"{_GEBIED}{code}": str(staat.scores.get(code, ""))
        for code, _naam in codekeuzes("leefgebied")
    }
    dag = staat.op or op or vandaag()
    return met_begin(ScoreForm, {"moment": moment, "op": dag, "stand": staat.merk, **gebieden})
