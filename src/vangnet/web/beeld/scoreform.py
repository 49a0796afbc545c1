# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.beeld.regels import SCORES, Moment
from vangnet.kern.klok import vandaag
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import Formulier, Terugveld

_KEUZES = [
    ("", _("Niet gescoord")),
    *((str(getal), f"{getal} {woord}") for getal, woord in SCORES.items()),
]
_GEBIED = "gebied_"


class ScoreForm(Formulier):
    """The leefgebieden of somebody at one moment; each may stay empty."""

    moment = forms.ChoiceField(choices=[(een, een) for een in Moment], widget=forms.HiddenInput)
    op = Terugveld(label=_("Op welke dag is dit bekeken?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, naam in codekeuzes("leefgebied"):
            self.fields[f"{_GEBIED}{code}"] = forms.ChoiceField(
                label=naam, required=False, choices=_KEUZES
            )

    def clean_op(self) -> Any:
        """Not a day to come."""
        dag = self.cleaned_data["op"]
        if dag > vandaag():
            raise forms.ValidationError(_("Kies vandaag of een eerdere dag."))
        return dag

    def scores(self) -> dict[str, int | None]:
        """By leefgebied; None where it is not scored."""
        gekozen = self.cleaned_data
        return {
            naam.removeprefix(_GEBIED): int(waarde) if waarde else None
            for naam, waarde in gekozen.items()
            if naam.startswith(_GEBIED)
        }


def beginwaarden(rijen: Sequence[Mapping[str, Any]], moment: Moment) -> dict[str, Any]:
    """What stands there for this moment, the newest; an evaluatie is of today."""
    van_moment = [een for een in rijen if een["moment"] == moment]
    laatste = van_moment[-1]["op"] if van_moment else None
    dag = vandaag() if moment is Moment.EVALUATIE or laatste is None else laatste
    scores = {f"{_GEBIED}{een['leefgebied']}": str(een["score"]) for een in van_moment}
    return {"moment": moment, "op": dag, **scores}
