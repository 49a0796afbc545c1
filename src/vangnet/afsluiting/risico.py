# SPDX-License-Identifier: EUPL-1.2
"""For whom a casus is unsafe and how: by the house or by an aanmelding, whichever holds now."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, JSONObject

from vangnet.aanmelding.models import Aanmelding
from vangnet.aanmelding.querysets import zichtbaar_voor as aanmeldingen_voor
from vangnet.casus.models import Casus
from vangnet.toegang.kijker import Kijker
from vangnet.voortgang.models import Veiligheidsrisico
from vangnet.voortgang.querysets import veiligheid_voor


@dataclass(frozen=True)
class Risico:
    """For whom and how since `op`; both empty: the house said that there is no risk any more.

    van_huis: the house said it, and not the newest aanmelding that says so.
    """

    voor: Sequence[str]
    soort: Sequence[str]
    op: date
    van_huis: bool


def risicos_van(casussen: Collection[UUID], *, wie: Kijker) -> Mapping[UUID, Risico]:
    """What holds of each of these, as far as `wie` sees; one query for all of them."""
    rijen = Casus.objects.filter(pk__in=casussen).values_list("pk").annotate(**risicovelden(wie))
    gevonden = {pk: risico_uit(onveilig, veiligheid) for pk, onveilig, veiligheid in rijen}
    return {pk: risico for pk, risico in gevonden.items() if risico}


def risicovelden(wie: Kijker) -> dict[str, Any]:
    """Annotations of casussen, for risico_uit: onveilig and veiligheid."""
    return {
        "onveilig": Subquery(_onveilig(aanmeldingen_voor(wie))),
        "veiligheid": Subquery(_veiligheid(veiligheid_voor(wie))),
    }


def _onveilig(gezien: QuerySet[Aanmelding]) -> QuerySet[Any, Any]:
    """For whom a casus is unsafe and how, by the newest aanmelding that says it.

    One column for both: each look at the aanmeldingen costs their policy.
    """
    gezegd = ~Q(risico_voor=[]) | ~Q(risico_soort=[])
    van_casus = gezien.filter(gezegd, casus=OuterRef("pk"))
    gezegd_is = JSONObject(
        voor="risico_voor", soort="risico_soort", op=Cast("ontvangen_op", TextField())
    )
    return van_casus.order_by("-ontvangen_op", "-pk").values(gezegd=gezegd_is)[:1]


def _veiligheid(gezien: QuerySet[Veiligheidsrisico]) -> QuerySet[Any, Any]:
    """The same by the house: what it said last, also that there is no risk any more.

    gezien: newest first.
    """
    van_casus = gezien.filter(casus=OuterRef("pk"), ingetrokken_op__isnull=True)
    gezegd_is = JSONObject(voor="voor", soort="soort", op=Cast("datum", TextField()))
    return van_casus.values(gezegd=gezegd_is)[:1]


def risico_uit(
    onveilig: Mapping[str, Any] | None, veiligheid: Mapping[str, Any] | None
) -> Risico | None:
    """Which of the two holds: the newest, and of one day what the house said; None for neither."""
    gezegd, van_huis = onveilig, False
    if veiligheid and (not onveilig or onveilig["op"] <= veiligheid["op"]):
        gezegd, van_huis = veiligheid, True
    if not gezegd:
        return None
    op = date.fromisoformat(gezegd["op"])
    return Risico(gezegd["voor"], gezegd["soort"], op, van_huis)
