# SPDX-License-Identifier: EUPL-1.2
"""For whom a casus is unsafe and how: what the house said, and what aanmeldingen added since."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, Coalesce, JSONObject

from vangnet.aanmelding.models import Aanmelding, Beslisser
from vangnet.aanmelding.querysets import met_bekende_casus
from vangnet.casus.models import Casus
from vangnet.toegang.kijker import Kijker
from vangnet.voortgang.models import Veiligheidsrisico
from vangnet.voortgang.querysets import veiligheid_voor


@dataclass(frozen=True)
class Risico:
    """For whom and how; both empty: the house said that there is no risk any more.

    huis: since when, as far as the house said it. aanmelding: when the newest came in of those that
    say it beside or after the house; erbij: how many do. vanaf: the day of the newest of all that.
    """

    voor: Sequence[str]
    soort: Sequence[str]
    huis: date | None
    aanmelding: date | None
    vanaf: date
    erbij: int


def risicos_van(casussen: Collection[UUID], *, wie: Kijker) -> Mapping[UUID, Risico]:
    """What holds of each of these, as far as `wie` sees; one query for all of them."""
    rijen = Casus.objects.filter(pk__in=casussen).values_list("pk").annotate(**risicovelden(wie))
    gevonden = {pk: risico_uit(onveilig, veiligheid) for pk, onveilig, veiligheid in rijen}
    return {pk: risico for pk, risico in gevonden.items() if risico}


def risicovelden(wie: Kijker) -> dict[str, Any]:
    """Annotations of casussen, for risico_uit: onveilig and veiligheid."""
    return {
        "onveilig": ArraySubquery(_onveilig(met_bekende_casus(wie))),
        "veiligheid": Subquery(_veiligheid(veiligheid_voor(wie))),
    }


def _onveilig(gezien: QuerySet[Aanmelding]) -> QuerySet[Any, Any]:
    """What each aanmelding of a casus says of it, and on which day it joined the casus.

    gemaakt: the moment at which its deciders were written down; empty for what came in decided.
    """
    besloten = Beslisser.objects.filter(aanmelding=OuterRef("pk"))
    gezegd = ~Q(risico_voor=[]) | ~Q(risico_soort=[])
    van_casus = gezien.filter(gezegd, casus=OuterRef("pk"))
    gezegd_is = JSONObject(
        voor="risico_voor",
        soort="risico_soort",
        op=Cast(Coalesce("triage_op", "ontvangen_op"), TextField()),
        gemaakt=Subquery(besloten.order_by("-aangemaakt_op").values("aangemaakt_op")[:1]),
        van=Cast("ontvangen_op", TextField()),
    )
    return van_casus.order_by("ontvangen_op", "pk").values(gezegd=gezegd_is)


def _veiligheid(gezien: QuerySet[Veiligheidsrisico]) -> QuerySet[Any, Any]:
    """The same by the house: what it said last, also that there is no risk any more.

    gezien: newest first.
    """
    van_casus = gezien.filter(casus=OuterRef("pk"), ingetrokken_op__isnull=True)
    gezegd_is = JSONObject(
        voor="voor", soort="soort", op=Cast("datum", TextField()), gemaakt="aangemaakt_op"
    )
    return van_casus.values(gezegd=gezegd_is)[:1]


def risico_uit(
    onveilig: Sequence[Mapping[str, Any]], veiligheid: Mapping[str, Any] | None
) -> Risico | None:
    """What holds: what the house said last, and what aanmeldingen added since; None for neither.

    An aanmelding adds and takes nothing away: it can be about somebody else than the casus was,
    and only the house knows the whole.
    """
    erbij = [een for een in onveilig if veiligheid is None or _is_later(een, veiligheid)]
    gezegd = [*([veiligheid] if veiligheid else []), *erbij]
    if not gezegd:
        return None
    return Risico(
        voor=_samen(gezegd, "voor"),
        soort=_samen(gezegd, "soort"),
        huis=date.fromisoformat(veiligheid["op"]) if veiligheid else None,
        aanmelding=max((date.fromisoformat(een["van"]) for een in erbij), default=None),
        vanaf=max(date.fromisoformat(een["op"]) for een in gezegd),
        erbij=len(erbij),
    )


def _is_later(een: Mapping[str, Any], huis: Mapping[str, Any]) -> bool:
    """Whether the house spoke before this joined the casus; of one day the moments tell.

    An unknown moment is later: a warning too many does less harm than one too few.
    """
    if een["op"] != huis["op"] or een["gemaakt"] is None:
        return bool(een["op"] >= huis["op"])
    return bool(een["gemaakt"] > huis["gemaakt"])


def _samen(gezegd: Sequence[Mapping[str, Any]], wat: str) -> list[str]:
    """All words, each once."""
    return list(dict.fromkeys(woord for een in gezegd for woord in een[wat]))
