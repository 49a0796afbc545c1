# SPDX-License-Identifier: EUPL-1.2
"""What a casus works towards: its open goals, and the next overleg about it.

Read within the statement of the head (zaakkop.py), so that Overzicht asks no more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, TextField
from django.db.models.functions import Cast, JSONObject

from vangnet.overleg.querysets import komende_punten, punten_voor
from vangnet.plan.querysets import doelen_voor
from vangnet.toegang.kijker import Kijker

# So many goals are shown, with a line that there are more: the plan in five lines.
MEESTE_DOELEN = 5


class Doelblik(NamedTuple):
    """An open goal, and by when it is to be reached."""

    omschrijving: str
    streefdatum: date


class Volgend(NamedTuple):
    """An overleg to come, on its page."""

    pk: UUID
    datum: date


@dataclass(frozen=True)
class Vooruit:
    """The open goals that the reader sees, the first streefdatum first, and the next overleg.

    meer: goals that aren't among them; there may be more than are counted here.
    """

    doelen: Sequence[Doelblik] = ()
    meer: bool = False
    overleg: Volgend | None = None


def vooruitvelden(wie: Kijker, dag: date) -> dict[str, ArraySubquery]:
    """Annotations of casussen; of goals one more than is shown."""
    doelen = doelen_voor(wie).filter(casus=OuterRef("pk"), resultaat__isnull=True)
    doel = JSONObject(wat="omschrijving", op=Cast("streefdatum", TextField()))
    punten = komende_punten(punten_voor(wie), dag)
    overleg = JSONObject(pk="overleg", op=Cast("overleg__datum", TextField()))
    eerst = ("streefdatum", "aangemaakt_op", "pk")
    return {
        "open_doelen": ArraySubquery(doelen.order_by(*eerst).values(een=doel)[: MEESTE_DOELEN + 1]),
        "volgend_overleg": ArraySubquery(
            punten.order_by("overleg__datum", "pk").values(een=overleg)[:1]
        ),
    }


def vooruit_uit(gevonden: Any) -> Vooruit:
    """Of a casus with `vooruitvelden`; five lines with the one that says that there are more."""
    # The database gives nothing at all for a reader who can never see any.
    alle = [_doel(een) for een in gevonden.open_doelen or ()]
    past = len(alle) <= MEESTE_DOELEN
    overleg = [Volgend(UUID(een["pk"]), _dag(een)) for een in gevonden.volgend_overleg or ()]
    return Vooruit(
        doelen=alle if past else alle[: MEESTE_DOELEN - 1],
        meer=not past,
        overleg=overleg[0] if overleg else None,
    )


def _doel(een: Mapping[str, str]) -> Doelblik:
    return Doelblik(een["wat"], _dag(een))


def _dag(een: Mapping[str, str]) -> date:
    return date.fromisoformat(een["op"])
