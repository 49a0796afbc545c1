# SPDX-License-Identifier: EUPL-1.2
"""The form with which a regisseur offers somebody a place in a casus."""

from collections.abc import Iterable, Sequence
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
_BEIDE = "beide"


class UitnodigForm(Formulier):
    """Whom to invite, as which rol and for which organisation.

    kanten: people stand opposite each other, so on which side as well, or that they see both.
    bekend: `plekken()`, when the page read them already.
    """

    wie = forms.ChoiceField(
        label=gettext_lazy("Wie nodig je uit?"),
        help_text=gettext_lazy(
            "Je kunt alleen mensen kiezen die hun organisatie heeft aangewezen. "
            "Zij zien eerst alleen het kenmerk, en de zaak pas als zij ja zeggen."
        ),
    )
    zijde = forms.ChoiceField(
        label=gettext_lazy("Aan welke kant staat wie je uitnodigt?"),
        widget=forms.RadioSelect,
        choices=[
            ("1", gettext_lazy("Kant 1")),
            ("2", gettext_lazy("Kant 2")),
            (_BEIDE, gettext_lazy("Geen kant: ziet beide kanten")),
        ],
        help_text=gettext_lazy(
            "In deze zaak staan mensen tegenover elkaar. Wie waar staat, zie je bij Personen & "
            "netwerk. Een partner aan een kant ziet de mensen van de andere kant niet. Een partner "
            "zonder kant ziet iedereen. Mensen van het huis zien altijd beide kanten: kies ook "
            "voor hen geen kant."
        ),
    )

    def __init__(
        self,
        *args: Any,
        wie: UUID,
        kanten: bool,
        bekend: Sequence[Plek] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bekend = plekken() if bekend is None else bekend
        if not kanten:
            del self.fields["zijde"]
        self._plekken: dict[str, Plek] = {}
        self.kiezen("wie", [("", _("Kies wie er mee moet doen")), *self._groepen(wie)])

    def plek(self) -> Plek:
        """The place that was chosen."""
        return self._plekken[self.cleaned_data["wie"]]

    def clean(self) -> dict[str, Any]:
        """Who works for the house stands on no side."""
        waarden = super().clean() or self.cleaned_data
        partner = "wie" not in waarden or self.plek().rol is RolSoort.DEELNEMER
        if not partner and waarden.get("zijde", _BEIDE) != _BEIDE:
            self.add_error(
                "zijde", _("Mensen van het huis staan niet aan een kant. Kies beide kanten.")
            )
        return waarden

    def kant(self) -> tuple[int | None, bool]:
        """The side that was chosen, and whether that is both."""
        gekozen = self.cleaned_data.get("zijde", "")
        beide = gekozen == _BEIDE
        return (int(gekozen) if gekozen and not beide else None), beide

    def _groepen(self, wie: UUID) -> list[tuple[str, list[tuple[str, str]]]]:
        """Choices per organisation, the house first: its people, then the organisation itself."""
        geen_derde = Organisatie.objects.filter(Q(deelnemer__isnull=True) | ~Q(deelnemer=_DERDE))
        namen: dict[UUID | None, str] = {None: _("Het huis")}
        namen |= dict(geen_derde.values_list("pk", "naam"))
        alle = [*self.bekend, *(Plek(None, pk, RolSoort.DEELNEMER) for pk in namen if pk)]
        mensen = dict(Gebruiker.objects.values_list("pk", "naam"))
        regels = sorted(
            (
                een.organisatie is not None,
                namen[een.organisatie],
                een.gebruiker is None,
                _label(een, mensen, wie) or _zonder_naam(namen[een.organisatie]),
                nummer,
            )
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


def _zonder_naam(organisatie: str) -> str:
    """With the organisation in it: a list that is closed shows no heading of a group."""
    return _("%(organisatie)s, nog zonder naam") % {"organisatie": organisatie}


def _label(plek: Plek, mensen: dict[UUID, str], wie: UUID) -> str:
    if plek.gebruiker is None:
        return ""
    naam = mensen.get(plek.gebruiker, "")
    jij = _(" (jijzelf)") if plek.gebruiker == wie else ""
    rol = "" if plek.rol is RolSoort.DEELNEMER else f", {str(ROLNAMEN[plek.rol]).lower()}"
    return f"{naam}{rol}{jij}"
