# SPDX-License-Identifier: EUPL-1.2
"""A kenmerk as somebody types it: without regard to case, spaces and signs (sql/kenmerk.sql)."""

import re

from django.db.models import Func, Q, QuerySet, TextField, Value

from vangnet.casus.models import Casus

_TEKENS = "[^[:alnum:]]*"


class Kaal(Func):
    """Only letters and figures, in capitals, by the database."""

    function = "casus.kaal_kenmerk"
    arity = 1
    output_field = TextField()


def kaal(kenmerk: str) -> str:
    """The same for a text that is here already."""
    return "".join(teken for teken in kenmerk if teken.isalnum()).upper()


def casus_met(kenmerk: str, *, uit: QuerySet[Casus]) -> Casus | None:
    """The casus of that kenmerk, of the ones that the asker sees; None for what can mean more.

    As `casus.met_kenmerk`, which looks in all there are.
    """
    gevonden = list(uit.annotate(kaal=Kaal("kenmerk")).filter(kaal=Kaal(Value(kenmerk))))
    precies = [een for een in gevonden if een.kenmerk == kenmerk.strip()]
    bedoeld = precies or gevonden
    return bedoeld[0] if len(bedoeld) == 1 else None


def lijkt_op(getypt: str) -> Q:
    """Of casussen of which the kenmerk has what was typed in it, for a list that it narrows.

    Signs and leading zeros may be left out: "c 805" is in C-00805. Signs alone are in none.
    """
    stukken = re.findall(r"[^\W\d_]+|\d+", getypt)
    if not stukken:
        return Q(pk__in=())
    return Q(kenmerk__iregex=f"{_TEKENS}0*".join(map(_TEKENS.join, stukken)))
