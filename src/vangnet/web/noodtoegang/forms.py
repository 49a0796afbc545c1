# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Set as AbstractSet
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.inrichting.velden import KENMERK_LENGTE
from vangnet.toegang.regels import (
    NOODTOEGANGROLLEN,
    RECHTMATIGHEIDSROLLEN,
    AccountRolSoort,
    Inzagereden,
)
from vangnet.toezicht.woorden import OORDELEN, REDENEN
from vangnet.web.formulieren import Formulier, Tekstvlak

NOODREDENEN = (Inzagereden.ACUUT_GEVAAR, Inzagereden.VERVANGING, Inzagereden.TERUGGEKEERD)


def redenen_voor(rollen: AbstractSet[AccountRolSoort]) -> list[tuple[str, Any]]:
    """The reasons that go with these roles, with their words."""
    mag: list[Inzagereden] = []
    if rollen & NOODTOEGANGROLLEN:
        mag += NOODREDENEN
    if rollen & RECHTMATIGHEIDSROLLEN:
        mag += [reden for reden in REDENEN if reden not in NOODREDENEN]
    return [(str(reden), REDENEN[reden]) for reden in mag]


class OpenForm(Formulier):
    """Which casus, and why."""

    kenmerk = forms.CharField(
        label=_("Kenmerk van de zaak"),
        max_length=KENMERK_LENGTE,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    reden = forms.ChoiceField(label=_("Waarom wil je kijken?"), widget=forms.RadioSelect)
    toelichting = forms.CharField(
        label=_("Wat is er aan de hand?"),
        help_text=_("Eén of twee zinnen. Wie beoordeelt of je mocht kijken, leest dit."),
        min_length=10,
        max_length=1000,
        widget=Tekstvlak(attrs={"rows": 3}),
        error_messages={"min_length": _("Schrijf in een zin waarom je wilt kijken.")},
    )

    def __init__(self, *args: Any, rollen: AbstractSet[AccountRolSoort], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.redenen = redenen_voor(rollen)
        self.kiezen("reden", self.redenen)


class OordeelForm(Formulier):
    """Was the look right?"""

    oordeel = forms.ChoiceField(
        label=_("Was deze inzage terecht?"),
        choices=[(str(oordeel), woord) for oordeel, woord in OORDELEN.items()],
        widget=forms.RadioSelect,
    )
    bevinding = forms.CharField(
        label=_("Waarom vind je dat?"),
        help_text=_("Dit lezen jij, wie keek en de privacy officer."),
        max_length=2000,
        widget=Tekstvlak(attrs={"rows": 3}),
    )
