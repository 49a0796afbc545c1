# SPDX-License-Identifier: EUPL-1.2
"""The part of a form that says who decided, how and when (WGS 2.31(8)).

The fields stand on the class and not in __init__: only those are kept when a session ends.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.aanmelding.besluiten import vorige_beslissers
from vangnet.afsluiting.regels import Wijze
from vangnet.afsluiting.services import Stem
from vangnet.kern.klok import vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.web.formulieren import Datumveld, Formulier, Naamveld

BESLISSERS = 3
JA_NEE = (("ja", gettext_lazy("Ja")), ("nee", gettext_lazy("Nee")))
_WIJZEN = (
    (str(Wijze.OVERLEG), gettext_lazy("In een overleg")),
    (str(Wijze.SCHRIFTELIJK), gettext_lazy("Schriftelijk")),
)


class Beslisservelden(NamedTuple):
    """The fields of one decider."""

    naam: forms.BoundField
    organisatie: forms.BoundField
    akkoord: forms.BoundField


def _naam(label: Any) -> Naamveld:
    return Naamveld(label=label, required=False, max_length=200)


def _keuze(label: Any, keuzes: Sequence[Any] = ()) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=keuzes)


class BeslisForm(Formulier):
    """Deelnemers: whose people may decide, or say what they think."""

    wijze = forms.ChoiceField(
        label=gettext_lazy("Hoe is het besluit genomen?"),
        choices=_WIJZEN,
        widget=forms.RadioSelect,
        initial=str(Wijze.OVERLEG),
    )
    genomen_op = Datumveld(label=gettext_lazy("Op welke dag?"))
    naam_1 = _naam(gettext_lazy("Naam van beslisser 1"))
    organisatie_1 = _keuze(gettext_lazy("Organisatie van beslisser 1"))
    akkoord_1 = _keuze(gettext_lazy("Is beslisser 1 het eens?"), JA_NEE)
    naam_2 = _naam(gettext_lazy("Naam van beslisser 2"))
    organisatie_2 = _keuze(gettext_lazy("Organisatie van beslisser 2"))
    akkoord_2 = _keuze(gettext_lazy("Is beslisser 2 het eens?"), JA_NEE)
    naam_3 = _naam(gettext_lazy("Naam van beslisser 3"))
    organisatie_3 = _keuze(gettext_lazy("Organisatie van beslisser 3"))
    akkoord_3 = _keuze(gettext_lazy("Is beslisser 3 het eens?"), JA_NEE)

    def __init__(self, *args: Any, deelnemers: Sequence[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._publiek = {str(een.pk) for een in deelnemers if een.deelnemer == "publiek"}
        keuzes = [("", _("Kies een organisatie")), *((str(een.pk), een.naam) for een in deelnemers)]
        for nummer in range(1, BESLISSERS + 1):
            self.kiezen(f"organisatie_{nummer}", keuzes)

    def kiezen(self, naam: str, keuzes: Sequence[Any]) -> None:
        """Give a field its choices."""
        veld = self.fields[naam]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101 - declared so
        veld.choices = keuzes

    def beslissers(self) -> list[Beslisservelden]:
        """The fields of each decider, for the page."""
        return [
            Beslisservelden(*(self[f"{soort}_{nummer}"] for soort in Beslisservelden._fields))
            for nummer in range(1, BESLISSERS + 1)
        ]

    def clean_genomen_op(self) -> Any:
        """Not in the future."""
        dag = self.cleaned_data["genomen_op"]
        if dag > vandaag():
            raise forms.ValidationError(_("Kies een dag die al is geweest, of vandaag."))
        return dag

    def clean(self) -> dict[str, Any]:
        """At least one decider of a deelnemer of WGS 2.27(1) agrees; the database asks again."""
        waarden = super().clean() or self.cleaned_data
        for nummer in range(1, BESLISSERS + 1):
            if waarden.get(f"naam_{nummer}") and not waarden.get(f"organisatie_{nummer}"):
                self.add_error(f"organisatie_{nummer}", _("Kies voor wie deze beslisser sprak."))
        if not any(een.akkoord and str(een.organisatie) in self._publiek for een in self.stemmen()):
            self.add_error(
                "naam_1",
                _(
                    "Noem minstens één beslisser die het eens is, van een publieke deelnemer "
                    "(WGS, artikel 2.27, lid 1)."
                ),
            )
        return waarden

    def stemmen(self) -> list[Stem]:
        """Who was filled in."""
        waarden = self.cleaned_data
        return [
            Stem(
                naam=waarden[f"naam_{nummer}"],
                organisatie=UUID(waarden[f"organisatie_{nummer}"]),
                akkoord=waarden.get(f"akkoord_{nummer}") != "nee",
            )
            for nummer in range(1, BESLISSERS + 1)
            if waarden.get(f"naam_{nummer}") and waarden.get(f"organisatie_{nummer}")
        ]


def deelnemers() -> list[Organisatie]:
    """The organisations whose people may decide or say what they think, by name."""
    return list(Organisatie.objects.filter(deelnemer__in=["publiek", "privaat"]).order_by("naam"))


def begin() -> dict[str, Any]:
    """Today, and who decided the last time."""
    waarden: dict[str, Any] = {"genomen_op": vandaag()}
    for nummer, een in enumerate(vorige_beslissers()[:BESLISSERS], start=1):
        waarden[f"naam_{nummer}"] = een.naam
        waarden[f"organisatie_{nummer}"] = str(een.organisatie_id)
    return waarden
