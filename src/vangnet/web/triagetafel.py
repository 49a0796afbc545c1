# SPDX-License-Identifier: EUPL-1.2
"""The way between the weekly triage table and the decisions that are taken at it."""

from contextlib import suppress
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from vangnet.overleg.querysets import overleggen_voor
from vangnet.toegang.kijker import Kijker

TRIAGETAFEL = "triagetafel"
# In the address of a decision: the table at which it is taken.
TAFEL = "tafel"


def terug_naar_tafel(request: HttpRequest, wie: Kijker) -> str:
    """The address of the table from which somebody came, with who is there; empty without one."""
    tafel = _id(request.GET.get(TAFEL, ""))
    if not wie.is_huis or tafel is None:
        return ""
    gevonden = overleggen_voor(wie).filter(pk=tafel, soort=TRIAGETAFEL, afgelast_op__isnull=True)
    if not gevonden.exists():
        return ""
    er = urlencode([("er", str(een)) for een in map(_id, request.GET.getlist("er")) if een])
    return reverse("overleg:agenda", args=[tafel]) + (f"?{er}" if er else "")


def _id(tekst: str) -> UUID | None:
    with suppress(ValueError):
        return UUID(tekst)
    return None
