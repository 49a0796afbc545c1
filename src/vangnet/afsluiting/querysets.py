# SPDX-License-Identifier: EUPL-1.2
"""Sentences over closings, and whose handovers, decisions and nazorg."""

from datetime import date

from django.db.models import OuterRef, Q, QuerySet

from vangnet.afsluiting.models import Afsluiting, Besluit, Nazorg, Overdracht
from vangnet.casus.querysets import in_hele, partnerrollen
from vangnet.plan.models import Plan
from vangnet.toegang.kijker import Kijker, een_van


def in_kracht_op(dag: date) -> Q:
    """Closings in force on `dag`: closed before it and not reopened by then (kerncijfers.md 3)."""
    return Q(afgesloten_op__lt=dag) & (Q(heropend_op__isnull=True) | Q(heropend_op__gt=dag))


def sluiting_op(dag: date) -> QuerySet[Afsluiting, dict[str, date]]:
    """For a Subquery of casussen: the last open day of what is closed on `dag`, else none."""
    in_kracht = Afsluiting.objects.filter(in_kracht_op(dag), casus=OuterRef("pk"))
    return in_kracht.order_by("-afgesloten_op").values("afgesloten_op")[:1]  # type: ignore[return-value]  # one column


def overdrachten_voor(wie: Kijker) -> QuerySet[Overdracht]:
    """The handovers of what `wie` sees as a whole, and those that they were asked themselves.

    The same sentence stands as policy in migration 0008.
    """
    zichtbaar = in_hele(wie)
    if wie.is_partner:
        gevraagd = een_van("casus", partnerrollen(wie).values("casus"))
        zichtbaar |= Q(gebruiker=wie.gebruiker) & gevraagd
    return Overdracht.objects.filter(zichtbaar)


def besluiten_voor(wie: Kijker) -> QuerySet[Besluit]:
    """The decisions about what `wie` sees as a whole."""
    return Besluit.objects.filter(in_hele(wie))


def nazorg_voor(wie: Kijker) -> QuerySet[Nazorg]:
    """The questions of the house; of a casus that was beperkt only who closed it."""
    if not wie.is_huis:
        return Nazorg.objects.none()
    eigen = Q(door=wie.gebruiker) | Q(controleur=wie.gebruiker)
    return Nazorg.objects.filter(Q(beperkt=False) | eigen)


def in_volgfase(wie: Kijker, *, dag: date) -> QuerySet[Plan]:
    """Signed plans that are followed after `dag`, of casussen that are open (kerncijfers.md 4)."""
    return Plan.objects.filter(
        in_hele(wie), casus__gesloten=False, ondertekend_op__isnull=False, volgen_tot__gt=dag
    )
