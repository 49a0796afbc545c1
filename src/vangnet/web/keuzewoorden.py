# SPDX-License-Identifier: EUPL-1.2
"""The words of what was chosen in a form that isn't there any more: its choices were its own.

Only what the reader may see by now has words; the rest stays away, as it would be a key.
"""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from vangnet.casus.querysets import zichtbaar_voor
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.inrichting.gemeenten import gemeenten
from vangnet.inrichting.selectors import gemeentenaam, labels
from vangnet.organisaties.models import Organisatie
from vangnet.plan.querysets import doelen_voor
from vangnet.plan.selectors import naam_van_uitvoerder, uitvoerders
from vangnet.toegang.kijker import Kijker

Keuzes = Mapping[str, Collection[str]]


def onbekende(velden: Mapping[str, forms.Field], waarden: Mapping[str, Any]) -> Keuzes:
    """By field what was chosen of which the form, as it is declared, has no words."""
    keuzes = {
        naam: [een for een in _gekozen(waarden.get(naam)) if not veld.valid_value(een)]
        for naam, veld in velden.items()
        if isinstance(veld, forms.ChoiceField)
    }
    return {naam: gekozen for naam, gekozen in keuzes.items() if gekozen}


def keuzewoorden(keuzes: Keuzes, *, casus: UUID | None, wie: Kijker) -> Mapping[str, str]:
    """The words of these choices, as far as `wie` sees them; casus: which the form was about."""
    gevonden = _codes(keuzes)
    sleutels = {een for gekozen in keuzes.values() for een in gekozen} - gevonden.keys()
    for zoek in (_organisaties, _doelen, _uitvoerders):
        if sleutels:
            gevonden |= zoek(sleutels, casus, wie)
            sleutels -= gevonden.keys()
    return gevonden


def _gekozen(waarde: Any) -> list[str]:
    return [str(een) for een in (waarde if isinstance(waarde, list) else [waarde]) if een]


def _codes(keuzes: Keuzes) -> dict[str, str]:
    """Of a yes or no, of a gemeente, and of a list of codes by which the field is called."""
    lijsten = [naam for naam in keuzes if naam in CODELIJSTEN]
    woorden = labels(*lijsten) if lijsten else {}
    gevonden = {"ja": _("Ja"), "nee": _("Nee")}
    for naam, gekozen in keuzes.items():
        eigen = woorden.get(naam, {})
        gevonden |= {een: eigen[een] for een in gekozen if een in eigen}
        gevonden |= {een: gemeentenaam(een) for een in gekozen if een in gemeenten()}
    return gevonden


def _ids(sleutels: Collection[str]) -> list[UUID]:
    ids = []
    for een in sleutels:
        try:
            ids.append(UUID(een))
        except ValueError:
            continue
    return ids


def _organisaties(sleutels: Collection[str], casus: UUID | None, wie: Kijker) -> dict[str, str]:
    """The database shows them to who may know them."""
    gevonden = Organisatie.objects.filter(pk__in=_ids(sleutels)).values_list("pk", "naam")
    return {str(pk): naam for pk, naam in gevonden}


def _doelen(sleutels: Collection[str], casus: UUID | None, wie: Kijker) -> dict[str, str]:
    gevonden = doelen_voor(wie).filter(pk__in=_ids(sleutels), casus=casus)
    return {str(een.pk): een.omschrijving for een in gevonden}


def _uitvoerders(sleutels: Collection[str], casus: UUID | None, wie: Kijker) -> dict[str, str]:
    """Who takes part in a casus, for who sees it."""
    gezien = zichtbaar_voor(wie).filter(pk=casus).first() if casus else None
    mensen = uitvoerders(gezien) if gezien else []
    return {een.sleutel: naam_van_uitvoerder(een) for een in mensen if een.sleutel in sleutels}
