# SPDX-License-Identifier: EUPL-1.2
"""The words of what was chosen in a form that isn't there any more: its choices were its own.

Only what the reader may see by now has words; the rest stays away, as it would be a key. So do
persons, whose names are read with a row of the journaal, and what hangs on them.
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
# By field and choice: one code has other words in another list.
Woorden = Mapping[tuple[str, str], str]


def onbekende(velden: Mapping[str, forms.Field], waarden: Mapping[str, Any]) -> Keuzes:
    """By field what was chosen of which the form, as it is declared, has no words."""
    keuzes = {
        naam: [een for een in _gekozen(waarden.get(naam)) if not veld.valid_value(een)]
        for naam, veld in velden.items()
        if isinstance(veld, forms.ChoiceField)
    }
    return {naam: gekozen for naam, gekozen in keuzes.items() if gekozen}


def keuzewoorden(keuzes: Keuzes, *, casus: UUID | None, wie: Kijker) -> Woorden:
    """The words of these choices, as far as `wie` sees them; casus: which the form was about."""
    woorden = _codes(keuzes)
    over = {(naam, een) for naam, gekozen in keuzes.items() for een in gekozen} - woorden.keys()
    namen = _namen({een for _naam, een in over}, casus, wie)
    return woorden | {(naam, een): namen[een] for naam, een in over if een in namen}


def _namen(sleutels: set[str], casus: UUID | None, wie: Kijker) -> dict[str, str]:
    """By the key of what was chosen; asks no further than it must."""
    namen = _organisaties(sleutels) if sleutels else {}
    if casus and (rest := sleutels - namen.keys()):
        namen |= _doelen(rest, casus, wie)
    if casus and (rest := sleutels - namen.keys()):
        namen |= _uitvoerders(rest, casus, wie)
    return namen


def _gekozen(waarde: Any) -> list[str]:
    return [str(een) for een in (waarde if isinstance(waarde, list) else [waarde]) if een]


def _codes(keuzes: Keuzes) -> dict[tuple[str, str], str]:
    """Of a yes or no, of a gemeente, and of a list of codes by which the field is called."""
    lijsten = [naam for naam in keuzes if naam in CODELIJSTEN]
    woorden = labels(*lijsten) if lijsten else {}
    ja_nee = {"ja": _("Ja"), "nee": _("Nee")}
    gevonden: dict[tuple[str, str], str] = {}
    for naam, gekozen in keuzes.items():
        kent = ja_nee | dict(woorden.get(naam, {}))
        if naam == "gemeente":
            kent |= {een: gemeentenaam(een) for een in gekozen if een in gemeenten()}
        gevonden |= {(naam, een): kent[een] for een in gekozen if een in kent}
    return gevonden


def _ids(sleutels: Collection[str]) -> list[UUID]:
    ids = []
    for een in sleutels:
        try:
            ids.append(UUID(een))
        except ValueError:
            continue
    return ids


def _organisaties(sleutels: Collection[str]) -> dict[str, str]:
    """The database shows them to who may know them."""
    gevonden = Organisatie.objects.filter(pk__in=_ids(sleutels)).values_list("pk", "naam")
    return {str(pk): naam for pk, naam in gevonden}


def _doelen(sleutels: Collection[str], casus: UUID, wie: Kijker) -> dict[str, str]:
    gevonden = doelen_voor(wie).filter(pk__in=_ids(sleutels), casus=casus)
    return {str(een.pk): een.omschrijving for een in gevonden}


def _uitvoerders(sleutels: Collection[str], casus: UUID, wie: Kijker) -> dict[str, str]:
    """Who takes part in a casus, for who sees it."""
    gezien = zichtbaar_voor(wie).filter(pk=casus).first()
    mensen = uitvoerders(gezien) if gezien else []
    return {een.sleutel: naam_van_uitvoerder(een) for een in mensen if een.sleutel in sleutels}
