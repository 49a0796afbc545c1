# SPDX-License-Identifier: EUPL-1.2
"""Sentences over casussen that need their closings."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from vangnet.afsluiting.models import Afsluiting
from vangnet.casus.models import Casus


def in_kracht_op(dag: date) -> Q:
    """Closings in force on `dag`: closed before it and not reopened by then (kerncijfers.md 3)."""
    return Q(afgesloten_op__lt=dag) & (Q(heropend_op__isnull=True) | Q(heropend_op__gt=dag))


def afgesloten_op_dag(casussen: QuerySet[Casus], dag: date) -> QuerySet[Casus]:
    """Those of `casussen` that are closed on `dag`."""
    return casussen.filter(Exists(_afsluiting_van(dag)))


def open_op_dag(casussen: QuerySet[Casus], dag: date) -> QuerySet[Casus]:
    """Those of `casussen` that are open on `dag`."""
    return casussen.filter(~Exists(_afsluiting_van(dag)))


def _afsluiting_van(dag: date) -> QuerySet[Afsluiting]:
    return Afsluiting.objects.filter(in_kracht_op(dag), casus=OuterRef("pk"))
