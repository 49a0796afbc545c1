# SPDX-License-Identifier: EUPL-1.2
"""Sentences over closings."""

from datetime import date

from django.db.models import OuterRef, Q, QuerySet

from vangnet.afsluiting.models import Afsluiting


def in_kracht_op(dag: date) -> Q:
    """Closings in force on `dag`: closed before it and not reopened by then (kerncijfers.md 3)."""
    return Q(afgesloten_op__lt=dag) & (Q(heropend_op__isnull=True) | Q(heropend_op__gt=dag))


def sluiting_op(dag: date) -> QuerySet[Afsluiting, dict[str, date]]:
    """For a Subquery of casussen: the last open day of what is closed on `dag`, else none."""
    in_kracht = Afsluiting.objects.filter(in_kracht_op(dag), casus=OuterRef("pk"))
    return in_kracht.order_by("-afgesloten_op").values("afgesloten_op")[:1]  # type: ignore[return-value]  # one column
