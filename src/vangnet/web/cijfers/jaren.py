# SPDX-License-Identifier: EUPL-1.2
"""The years that a page can show, and the figures of a row of years."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.kern.klok import vandaag
from vangnet.kerncijfers.berekening import bereken
from vangnet.kerncijfers.selectors import jaren_met_aanmeldingen, jaren_met_feiten
from vangnet.kerncijfers.services import feiten_verversen
from vangnet.kerncijfers.uitkomst import Cijfer, Kerncijfers
from vangnet.web.formulieren import Formulier

# More years make the small charts unreadable and the page slow.
MEESTE_JAREN = 5


@dataclass(frozen=True)
class Jaarreeks:
    """Figures of several years, oldest first: by year, by sleutel; `jaar` is shown."""

    jaar: int
    per_jaar: Mapping[int, Mapping[str, Cijfer]]

    def nu(self, sleutel: str) -> Cijfer:
        """The figure of the year that is shown."""
        return self.per_jaar[self.jaar][sleutel]

    def vorig(self, sleutel: str) -> Cijfer | None:
        """The same figure a year earlier, when there is one."""
        return self.per_jaar.get(self.jaar - 1, {}).get(sleutel)

    def reeks(self, sleutel: str) -> list[tuple[str, float | None]]:
        """Year and value, oldest first; years as text."""
        return [
            (str(jaar), _als_getal(cijfers[sleutel])) for jaar, cijfers in self.per_jaar.items()
        ]


def _als_getal(cijfer: Cijfer) -> float | None:
    return None if cijfer.waarde is None else float(cijfer.waarde)


class JaarForm(Formulier):
    """Which year the page shows; the address of the page holds the choice."""

    jaar = forms.TypedChoiceField(label=_("Jaar"), required=False, coerce=int, empty_value=None)

    def __init__(self, gekozen: Mapping[str, str], *, jaren: Sequence[int]) -> None:
        super().__init__(gekozen)
        self._jaren = jaren
        self.kiezen("jaar", [(jaar, str(jaar)) for jaar in sorted(set(jaren), reverse=True)])

    def jaar_gekozen(self) -> int:
        """The year that was asked, or the last whole year with an aanmelding."""
        if self.is_valid() and self.cleaned_data["jaar"]:
            return int(self.cleaned_data["jaar"])
        dit_jaar = vandaag().year
        met_werk = jaren_met_aanmeldingen()
        voorbij = [jaar for jaar in met_werk if jaar < dit_jaar]
        return max(voorbij or met_werk or [dit_jaar])


def _jaren() -> list[int]:
    return [eerste.year for eerste, _laatste in jaren_met_feiten()]


def jaarkeuze(gekozen: Mapping[str, str]) -> tuple[JaarForm, int]:
    """The form for the year, filled with the year that is shown, and that year itself."""
    # A year of which the first case was just recorded can be chosen at once.
    feiten_verversen()
    jaren = _jaren()
    jaar = JaarForm(gekozen, jaren=jaren).jaar_gekozen()
    return JaarForm({"jaar": str(jaar)}, jaren=[*jaren, jaar]), jaar


def heel_jaar(jaar: int) -> Kerncijfers:
    """Every figure of `jaar`."""
    return bereken(date(jaar, 1, 1), date(jaar, 12, 31))


def met_eerdere_jaren(nu: Kerncijfers, *, sleutels: Collection[str]) -> Jaarreeks:
    """The figures of a year and, for `sleutels`, of the years before it that have any."""
    jaar = nu.van.year
    eerder = [een for een in _jaren() if een < jaar][-MEESTE_JAREN + 1 :]
    return Jaarreeks(
        jaar=jaar,
        per_jaar={
            een: bereken(date(een, 1, 1), date(een, 12, 31), sleutels=sleutels).cijfers
            for een in eerder
        }
        | {jaar: nu.cijfers},
    )
