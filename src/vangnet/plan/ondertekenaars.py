# SPDX-License-Identifier: EUPL-1.2
"""Who can sign a plan, and who did (docs/adr/0029)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, FilteredRelation, Q

from vangnet.casus.models import Betrokkenheid
from vangnet.casus.querysets import betrokkenen_voor
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Plan
from vangnet.plan.selectors import HOOFD
from vangnet.toegang.kijker import Kijker


class GezetteHandtekening(NamedTuple):
    """A signature; versie: under which version it stands, reden: why it was corrected."""

    op: date
    versie: UUID | None = None
    reden: str | None = None


@dataclass(frozen=True)
class Ondertekenaar:
    """A hoofdbetrokkene who can sign a plan, with their signature when it is there."""

    betrokkenheid: Betrokkenheid
    handtekening: GezetteHandtekening | None
    perioden: Sequence[Betrokkenheid]

    @property
    def sleutel(self) -> str:
        """As a form sends it."""
        return str(self.betrokkenheid.pk)

    @property
    def naam(self) -> str:
        return self.betrokkenheid.persoon.naam

    @property
    def is_weg(self) -> bool:
        """Not in the casus any more."""
        tot = self.betrokkenheid.tot
        return bool(tot and tot < vandaag())

    @property
    def vanaf(self) -> date | None:
        """The first day as hoofdbetrokkene; None where nobody knows it."""
        dagen = [een.vanaf for een in self.perioden if een.vanaf]
        return min(dagen) if len(dagen) == len(self.perioden) else None

    def was_er(self, dag: date) -> bool:
        """Whether they were hoofdbetrokkene on that day."""
        return any(
            (een.vanaf is None or een.vanaf <= dag) and (een.tot is None or dag <= een.tot)
            for een in self.perioden
        )


def ondertekenaars(plan: Plan, *, wie: Kijker) -> Sequence[Ondertekenaar]:
    """Who can sign a plan, as far as `wie` sees, the first hoofdbetrokkene on top; one query."""
    return ondertekenaars_van([plan], wie=wie)[plan.pk]


def ondertekenaars_van(
    plannen: Sequence[Plan], *, wie: Kijker
) -> Mapping[UUID, Sequence[Ondertekenaar]]:
    """By plan; one query. Who they are stands as `plan.ondertekenaars` in the database too."""
    rijen: list[Any] = list(
        betrokkenen_voor(wie)
        .filter(casus__in={een.casus_id for een in plannen}, rol=HOOFD)
        .select_related("persoon")
        .annotate(
            gezet=FilteredRelation(
                "handtekeningen", condition=Q(handtekeningen__plan__in=[een.pk for een in plannen])
            ),
            gezet_plan=F("gezet__plan"),
            gezet_op=F("gezet__ondertekend_op"),
            gezet_versie=F("gezet__getekende_versie"),
            gezet_reden=F("gezet__reden"),
            is_eerste=Q(persoon=F("casus__hoofdbetrokkene")),
        )
        .order_by("-is_eerste", F("tot").desc(nulls_first=True), "pk")
    )
    return {
        plan.pk: _van_plan(plan, [een for een in rijen if een.casus_id == plan.casus_id])
        for plan in plannen
    }


def _van_plan(plan: Plan, rijen: Sequence[Any]) -> Sequence[Ondertekenaar]:
    """Each person once, by the row that runs or ran last."""
    gezet = {
        een.persoon_id: GezetteHandtekening(een.gezet_op, een.gezet_versie, een.gezet_reden)
        for een in rijen
        if een.gezet_plan == plan.pk
    }
    mensen: dict[UUID, list[Betrokkenheid]] = {}
    for een in rijen:
        mensen.setdefault(een.persoon_id, []).append(een)
    return [
        Ondertekenaar(perioden[0], gezet.get(persoon), perioden)
        for persoon, perioden in mensen.items()
        if perioden[0].tot is None or perioden[0].tot >= plan.vastgesteld_op
    ]


def is_onbekend(plan: Plan, tekenaars: Sequence[Ondertekenaar]) -> bool:
    """Whether somebody signed of whom nothing says who it is."""
    dagen = {een.handtekening.op for een in tekenaars if een.handtekening}
    return plan.ondertekend_op is not None and plan.ondertekend_op not in dagen


def wat_er_staat(
    plan: Plan, tekenaars: Sequence[Ondertekenaar], van: Ondertekenaar | None
) -> GezetteHandtekening | None:
    """What is recorded of the signature of `van`, or, without one, of the only signature.

    One without a name is that of whoever is named first and can have set it, as `plan.kan_van` in
    the database.
    """
    if van and van.handtekening:
        return van.handtekening
    dag = plan.ondertekend_op
    if dag is None or (van and not is_onbekend(plan, tekenaars)):
        return None
    if van and len(tekenaars) > 1 and not van.was_er(dag):
        return None
    return GezetteHandtekening(dag, plan.getekende_versie_id, plan.handtekening_reden)
