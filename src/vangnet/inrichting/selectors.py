# SPDX-License-Identifier: EUPL-1.2
"""Reading what the house has set."""

from collections.abc import Mapping

from vangnet.inrichting.gemeenten import gemeenten
from vangnet.inrichting.models import Code, Huis

_GEEN_GEMEENTE = {"detentie": "Detentie"}


def het_huis() -> Huis:
    """The one house of this database; one query."""
    return Huis.objects.get()


def labels(*lijsten: str) -> Mapping[str, Mapping[str, str]]:
    """For each list the Dutch words of its codes, those that a house added included; one query."""
    per_lijst: dict[str, dict[str, str]] = {lijst: {} for lijst in lijsten}
    rijen = Code.objects.filter(lijst__in=lijsten).values_list("lijst", "code", "label")
    for lijst, code, label in rijen:
        per_lijst[lijst][code] = label
    return per_lijst


def gemeentenaam(code: str | None) -> str:
    """Name of a gemeente by its code; an unknown code is shown as it is, no code as nothing."""
    if not code:
        return ""
    gemeente = gemeenten().get(code)
    return gemeente.naam if gemeente else _GEEN_GEMEENTE.get(code, code)
