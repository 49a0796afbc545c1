# SPDX-License-Identifier: EUPL-1.2
"""The part of a form that says who decided, for which deelnemer, and whether they agreed.

Declared as fields of a class, not in __init__: only those are kept when a session ends
(web/getypt.py).
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple
from uuid import UUID

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.aanmelding.besluiten import Stem, vorige_beslissers
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.kijker import Kijker
from vangnet.web.formulieren import Formulier, Naamveld, op_voorwaarde

_WIE = gettext_lazy("Vul de naam in van wie dit besliste.")
_VOOR_WIE = gettext_lazy("Kies voor wie deze beslisser sprak.")
_EENS = gettext_lazy("Kies of deze beslisser het eens is. Was die er niet bij? Haal de naam weg.")
_NOG_IEMAND = gettext_lazy("Nodig als er nog iemand besliste. Laat dit anders leeg.")
_BIJ_EEN_NAAM = gettext_lazy("Nodig als je een naam invult.")
_MEESTE = 100
_NUMMERS = {str(nummer) for nummer in range(1, _MEESTE + 1)}
JA_NEE = (("ja", gettext_lazy("Ja")), ("nee", gettext_lazy("Nee")))


class Beslisservelden(NamedTuple):
    """The fields of one decider."""

    naam: forms.BoundField
    organisatie: forms.BoundField
    akkoord: forms.BoundField


def beslisservelden(aantal: int) -> dict[str, forms.Field]:
    """The fields of `aantal` deciders, to declare on the class of a form."""
    velden: dict[str, forms.Field] = {}
    for nummer in range(1, aantal + 1):
        velden |= _van_een(nummer)
    return velden


def _van_een(nummer: int) -> dict[str, forms.Field]:
    """Of the first one, whom every decision has, nothing may stay empty; of another all or none."""
    velden = (_naam(nummer), _organisatie(nummer), _akkoord(nummer))
    soorten = zip(Beslisservelden._fields, velden, strict=True)
    return {f"{soort}_{nummer}": op_voorwaarde(veld) for soort, veld in soorten}


def _naam(nummer: int) -> forms.Field:
    return Naamveld(
        label=format_lazy(gettext_lazy("Naam van beslisser {nummer}"), nummer=nummer),
        required=nummer == 1,
        max_length=200,
        help_text="" if nummer == 1 else _NOG_IEMAND,
        error_messages={"required": _WIE},
    )


def _organisatie(nummer: int) -> forms.Field:
    return forms.ChoiceField(
        label=format_lazy(gettext_lazy("Organisatie van beslisser {nummer}"), nummer=nummer),
        required=nummer == 1,
        help_text="" if nummer == 1 else _BIJ_EEN_NAAM,
        error_messages={"required": _VOOR_WIE},
    )


def _akkoord(nummer: int) -> forms.Field:
    return forms.ChoiceField(
        label=format_lazy(gettext_lazy("Is beslisser {nummer} het eens?"), nummer=nummer),
        required=nummer == 1,
        help_text="" if nummer == 1 else _BIJ_EEN_NAAM,
        error_messages={"required": _EENS},
        # No answer of its own: a name of last time is no yes of today.
        choices=[("", gettext_lazy("Kies een antwoord")), *JA_NEE],
    )


class BeslissersForm(Formulier):
    """A form with deciders; a subclass says how many, and adds their fields to base_fields.

    deelnemers: the organisations whose people may decide or say what they think.
    """

    aantal: int
    # Of those above `aantal`, what is typed is kept by this.
    reeksen: ClassVar[tuple[str, ...]] = ("naam_", "organisatie_", "akkoord_")

    def __init__(self, *args: Any, deelnemers: Sequence[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._maak_plaats()
        self._publiek = {str(een.pk) for een in deelnemers if een.deelnemer == "publiek"}
        keuzes = [("", _("Kies een organisatie")), *((str(een.pk), een.naam) for een in deelnemers)]
        for nummer in range(1, self.aantal + 1):
            self.kiezen(f"organisatie_{nummer}", keuzes)

    def _maak_plaats(self) -> None:
        """For each name that the form begins with or was sent with, however many."""
        namen = {naam for naam, waarde in [*self.initial.items(), *self.data.items()] if waarde}
        genoemd = [nummer for nummer in range(1, _MEESTE + 1) if f"naam_{nummer}" in namen]
        al = self.aantal
        self.aantal = max(al, *genoemd, 0)
        for nummer in range(al + 1, self.aantal + 1):
            for naam, veld in _van_een(nummer).items():
                self.erbij(naam, veld)

    @classmethod
    def uit_reeks(cls, naam: str) -> forms.Field:
        """As it is asked of that decider."""
        nummer = naam.rpartition("_")[2]
        bekend = _van_een(int(nummer)) if nummer in _NUMMERS else {}
        return bekend.get(naam) or super().uit_reeks(naam)

    def beslissers(self) -> list[Beslisservelden]:
        """The fields of each decider, for the page."""
        return [
            Beslisservelden(*(self[f"{soort}_{nummer}"] for soort in Beslisservelden._fields))
            for nummer in range(1, self.aantal + 1)
        ]

    def clean(self) -> dict[str, Any]:
        """At least one decider of a deelnemer of WGS 2.27(1) agrees; the database asks again."""
        waarden = super().clean() or self.cleaned_data
        for nummer in range(1, self.aantal + 1):
            if waarden.get(f"naam_{nummer}"):
                self._toets_een(nummer, waarden)
            elif self._zegt_iets(nummer, waarden) and not self.has_error(f"naam_{nummer}"):
                self.add_error(f"naam_{nummer}", _WIE)
        stemmen = _stemmen(waarden, self.aantal)
        if not _mag(stemmen, self._publiek):
            self.add_error(
                "naam_1",
                _(
                    "Noem minstens één beslisser die het eens is, van een publieke deelnemer "
                    "(WGS, artikel 2.27, lid 1)."
                ),
            )
        return waarden

    def _zegt_iets(self, nummer: int, waarden: Mapping[str, Any]) -> bool:
        """Whether something was filled in; an organisation of last time says nothing by itself."""
        organisatie = waarden.get(f"organisatie_{nummer}")
        nieuw = organisatie and organisatie != self.initial.get(f"organisatie_{nummer}")
        return bool(nieuw or waarden.get(f"akkoord_{nummer}"))

    def _toets_een(self, nummer: int, waarden: Mapping[str, Any]) -> None:
        for soort, zin in (("organisatie", _VOOR_WIE), ("akkoord", _EENS)):
            veld = f"{soort}_{nummer}"
            if not waarden.get(veld) and not self.has_error(veld):
                self.add_error(veld, zin)

    def stemmen(self) -> list[Stem]:
        """Who said yes or no today, once the form is valid."""
        return _stemmen(self.cleaned_data, self.aantal)


def _mag(stemmen: Sequence[Stem], publiek: Collection[str]) -> bool:
    return any(een.akkoord and str(een.organisatie) in publiek for een in stemmen)


def _stemmen(waarden: Mapping[str, Any], aantal: int) -> list[Stem]:
    """A name without a verdict decides nothing."""
    return [
        Stem(
            naam=waarden[f"naam_{nummer}"],
            organisatie=UUID(waarden[f"organisatie_{nummer}"]),
            akkoord=waarden[f"akkoord_{nummer}"] == "ja",
        )
        for nummer in range(1, aantal + 1)
        if all(waarden.get(f"{soort}_{nummer}") for soort in Beslisservelden._fields)
    ]


def deelnemers() -> list[Organisatie]:
    """The organisations whose people may decide or say what they think, by name."""
    return list(Organisatie.objects.filter(deelnemer__in=["publiek", "privaat"]).order_by("naam"))


def vorige(wie: Kijker, aantal: int) -> dict[str, Any]:
    """Who decided the last time, to begin with; their verdict is asked anew."""
    waarden: dict[str, Any] = {}
    for nummer, een in enumerate(vorige_beslissers(wie)[:aantal], start=1):
        waarden[f"naam_{nummer}"] = een.naam
        waarden[f"organisatie_{nummer}"] = str(een.organisatie_id)
    return waarden
