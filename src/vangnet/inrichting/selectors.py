# SPDX-License-Identifier: EUPL-1.2
"""Reading what the house has set."""

from collections.abc import Mapping

from vangnet.inrichting.gemeenten import gemeenten
from vangnet.inrichting.models import Code, Huis

_GEEN_GEMEENTE = {"detentie": "Detentie"}


def het_huis() -> Huis:
    """The one house of this database; one query."""
    return Huis.objects.get()


def labels(lijst: str) -> Mapping[str, str]:
    """The Dutch words of the codes of `lijst`, codes that a house added included; one query."""
    return dict(Code.objects.filter(lijst=lijst).values_list("code", "label"))


def gemeentenaam(code: str | None) -> str:
    """Name of a gemeente by its code; an unknown code is shown as it is, no code as nothing."""
    if not code:
        return ""
    gemeente = gemeenten().get(code)
    return gemeente.naam if gemeente else _GEEN_GEMEENTE.get(code, code)
