# SPDX-License-Identifier: EUPL-1.2
"""The form with which a regisseur offers somebody a place in a casus."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.casus.deelname import Plek, plekken
from vangnet.casus.regels import RolSoort
from vangnet.gebruikers.models import Gebruiker
from vangnet.organisaties.models import Organisatie
from vangnet.web.delen.woorden import ROLNAMEN
from vangnet.web.formulieren import Formulier

_DERDE = "derde"


class UitnodigForm(Formulier):
    """Whom to invite, as which rol and for which organisation; in a system casus on which side."""

    wie = forms.ChoiceField(
        label=gettext_lazy("Wie nodig je uit?"),
        help_text=gettext_lazy(
            "Je kunt alleen mensen kiezen die hun organisatie heeft aangewezen. "
            "Zij zien eerst alleen het kenmerk, en de zaak pas als zij ja zeggen."
        ),
    )
    zijde = forms.TypedChoiceField(
        label=gettext_lazy("Aan welke kant staat deze partner?"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[
            ("", gettext_lazy("Niet van toepassing")),
            (1, gettext_lazy("Kant 1")),
            (2, gettext_lazy("Kant 2")),
        ],
        help_text=gettext_lazy(
            "Alleen als mensen in deze zaak tegenover elkaar staan. "
            "Een partner ziet dan de andere kant niet."
        ),
    )

    def __init__(self, *args: Any, wie: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._plekken: dict[str, Plek] = {}
        self.kiezen("wie", [("", _("Kies wie er mee moet doen")), *self._groepen(wie)])

    def plek(self) -> Plek:
        """The place that was chosen."""
        return self._plekken[self.cleaned_data["wie"]]

    def _groepen(self, wie: UUID) -> list[tuple[str, list[tuple[str, str]]]]:
        """Choices per organisation, the house first: its people, then the organisation itself."""
        geen_derde = Organisatie.objects.filter(Q(deelnemer__isnull=True) | ~Q(deelnemer=_DERDE))
        namen: dict[UUID | None, str] = {None: _("Het huis")}
        namen |= dict(geen_derde.values_list("pk", "naam"))
        alle = [*plekken(), *(Plek(None, pk, RolSoort.DEELNEMER) for pk in namen if pk)]
        mensen = dict(Gebruiker.objects.values_list("pk", "naam"))
        regels = sorted(
            (een.organisatie is not None, namen[een.organisatie], _label(een, mensen, wie), nummer)
            for nummer, een in enumerate(alle)
            if een.organisatie in namen
        )
        return [
            (groep, [(self._onthoud(alle[nummer]), label) for *_plek, label, nummer in rijen])
            for groep, rijen in _per_organisatie(regels)
        ]

    def _onthoud(self, plek: Plek) -> str:
        sleutel = f"{plek.gebruiker or ''}|{plek.organisatie or ''}|{plek.rol}"
        self._plekken[sleutel] = plek
        return sleutel


def _per_organisatie(regels: list[Any]) -> Iterable[tuple[str, Iterable[Any]]]:
    return groupby(regels, key=lambda regel: regel[1])


def _label(plek: Plek, mensen: dict[UUID, str], wie: UUID) -> str:
    if plek.gebruiker is None:
        return _("De organisatie, nog zonder naam")
    naam = mensen.get(plek.gebruiker, "")
    jij = _(" (jijzelf)") if plek.gebruiker == wie else ""
    rol = "" if plek.rol is RolSoort.DEELNEMER else f", {str(ROLNAMEN[plek.rol]).lower()}"
    return f"{naam}{rol}{jij}"
