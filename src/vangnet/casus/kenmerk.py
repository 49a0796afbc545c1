# SPDX-License-Identifier: EUPL-1.2
"""A kenmerk as somebody types it: without regard to case, spaces, signs and the zeros of a number.

The database reads it in the same way for what the asker doesn't see (sql/kort_kenmerk.sql).
"""

import re

from django.db.models import F, Func, Q, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.lookups import Exact

from vangnet.casus.models import Casus

_TEKENS = "[^[:alnum:]]*"
_NULLEN = re.compile(r"(^|[^0-9])0+([0-9])")


class Kaal(Func):
    """Only letters and figures, in capitals, by the database."""

    function = "casus.kaal_kenmerk"
    arity = 1
    output_field = TextField()


class Kort(Kaal):
    """The same without the zeros before its numbers."""

    function = "casus.kort_kenmerk"


def kaal(kenmerk: str) -> str:
    """As Kaal, for a text that is here already."""
    return "".join(teken for teken in kenmerk if teken.isalnum()).upper()


def kort(kenmerk: str) -> str:
    """As Kort, for a text that is here already."""
    return kaal(_NULLEN.sub(r"\1\2", kenmerk))


def kan_zijn(getypt: Combinable) -> Q:
    """Of casussen that may be meant by what was typed."""
    eigen = F("kenmerk")
    return Q(Exact(Kaal(eigen), Kaal(getypt))) | Q(Exact(Kort(eigen), Kort(getypt)))


def casus_met(kenmerk: str, *, uit: QuerySet[Casus]) -> Casus | None:
    """The casus of that kenmerk, of the ones that the asker sees; None for what can mean more.

    As `casus.met_kenmerk`, which looks in all there are.
    """
    gevonden = list(uit.filter(kan_zijn(Value(kenmerk))))
    precies = [een for een in gevonden if een.kenmerk == kenmerk.strip()]
    voluit = [een for een in gevonden if kaal(een.kenmerk) == kaal(kenmerk)]
    bedoeld = precies or voluit or gevonden
    return bedoeld[0] if len(bedoeld) == 1 else None


def lijkt_op(getypt: str) -> Q:
    """Of casussen of which the kenmerk has what was typed in it, for a list that it narrows.

    Signs and leading zeros may be left out: "c 805" is in C-00805. Signs alone are in none.
    """
    stukken = re.findall(r"[^\W\d_]+|\d+", getypt)
    if not stukken:
        return Q(pk__in=())
    return Q(kenmerk__iregex=f"{_TEKENS}0*".join(map(_TEKENS.join, stukken)))
