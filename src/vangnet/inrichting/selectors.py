# SPDX-License-Identifier: EUPL-1.2
"""Reading what the house has set."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models.functions import JSONObject

from vangnet.inrichting.gemeenten import gemeenten
from vangnet.inrichting.models import Code, Huis

_GEEN_GEMEENTE = {"detentie": "Detentie"}


# What was read within huis_een_keer; None outside it.
_gelezen: ContextVar[list[Huis] | None] = ContextVar("gelezen_huis", default=None)


@contextmanager
def huis_een_keer() -> Iterator[None]:
    """Within this block the house is read once: one block is one request."""
    vorige = _gelezen.set([])
    try:
        yield
    finally:
        _gelezen.reset(vorige)


def het_huis() -> Huis:
    """The one house of this database; one query, in huis_een_keer once."""
    gelezen = _gelezen.get()
    if gelezen is None:
        return Huis.objects.get()
    if not gelezen:
        gelezen.append(Huis.objects.get())
    return gelezen[0]


def labels(*lijsten: str) -> Mapping[str, Mapping[str, str]]:
    """For each list the Dutch words of its codes, those that a house added included; one query.

    In huis_een_keer that query brings the house along: the frame of every page asks for it.
    """
    per_lijst: dict[str, dict[str, str]] = {lijst: {} for lijst in lijsten}
    codes = Code.objects.filter(lijst__in=lijsten).values(
        woord=JSONObject(lijst="lijst", code="code", label="label")
    )
    gelezen = _gelezen.get()
    if gelezen is None or gelezen:
        woorden = [een["woord"] for een in codes]
    else:
        huis: Any = Huis.objects.annotate(woorden=ArraySubquery(codes)).get()
        gelezen.append(huis)
        woorden = huis.woorden
    for een in woorden:
        per_lijst[een["lijst"]][een["code"]] = een["label"]
    return per_lijst


def gemeentenaam(code: str | None) -> str:
    """Name of a gemeente by its code; an unknown code is shown as it is, no code as nothing."""
    if not code:
        return ""
    gemeente = gemeenten().get(code)
    return gemeente.naam if gemeente else _GEEN_GEMEENTE.get(code, code)
