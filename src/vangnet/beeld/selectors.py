# SPDX-License-Identifier: EUPL-1.2
"""Reading questions, scores and verdicts for a page."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, TextField
from django.db.models.functions import Cast, JSONObject

from vangnet.beeld.models import Hypotheseoordeel, Informatievraag
from vangnet.beeld.querysets import (
    aan_mij,
    scores_voor,
    vragen_voor,
)
from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.casus.querysets import in_hele
from vangnet.toegang.kijker import Kijker

HOOFD = "hoofdbetrokkene"


def vragen_van(casus: Casus, *, wie: Kijker) -> Sequence[Informatievraag]:
    """The questions of a casus that `wie` sees, open ones first by their last day; one query."""
    rijen = vragen_voor(wie).filter(casus=casus)
    rijen = rijen.select_related(
        "organisatie", "gevraagd_door", "afgehandeld_door", "betrokkenheid__persoon"
    ).defer("gevraagd_door__password", "afgehandeld_door__password")
    volgorde = (F("afgehandeld_op").desc(nulls_first=True), "uiterlijk_op", "aangemaakt_op")
    return list(rijen.order_by(*volgorde))


def vraag_aan_mij(vraag_id: UUID, casus_id: UUID, *, wie: Kijker) -> Informatievraag | None:
    """An open question that `wie` may answer; None for any other and for what isn't there."""
    rijen = aan_mij(wie).filter(pk=vraag_id, casus=casus_id, afhandeling__isnull=True)
    rijen = rijen.select_related("casus", "organisatie", "betrokkenheid__persoon")
    return rijen.first()


class Gescoord(NamedTuple):
    """Somebody whose leefgebieden are scored, with the rows, oldest first."""

    betrokkenheid: Betrokkenheid
    scores: Sequence[Mapping[str, Any]]


def gescoorden(casus: Casus, *, wie: Kijker) -> Sequence[Gescoord]:
    """Who can be scored in a casus: the hoofdbetrokkenen, and who has a score; one query.

    Nobody, for who doesn't see the whole casus.
    """
    eigen = scores_voor(wie).filter(betrokkenheid=OuterRef("pk")).order_by("op", "aangemaakt_op")
    als_json = JSONObject(
        leefgebied="leefgebied", moment="moment", score="score", op=Cast("op", TextField())
    )
    rijen: Any = (
        Betrokkenheid.objects.filter(in_hele(wie), casus=casus)
        .annotate(rijen=ArraySubquery(eigen.values(een=als_json)))
        .filter(Q(rol=HOOFD) | Q(rijen__len__gt=0))
        .select_related("persoon")
        .order_by("zijde", "vanaf", "pk")
    )
    return [Gescoord(een, een.rijen) for een in rijen]


def oordelen_over(bijdragen: Iterable[UUID]) -> dict[UUID, Hypotheseoordeel]:
    """The newest verdict on each of these hypotheses, which the reader sees; one query."""
    rijen = Hypotheseoordeel.objects.filter(bijdrage__in=list(bijdragen))
    rijen = rijen.select_related("door").defer("door__password")
    return {een.bijdrage_id: een for een in rijen.order_by("op", "aangemaakt_op")}
