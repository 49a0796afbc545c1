# SPDX-License-Identifier: EUPL-1.2
"""Sentences over closings."""

from datetime import date

from django.db.models import Q


def in_kracht_op(dag: date) -> Q:
    """Closings in force on `dag`: closed before it and not reopened by then (kerncijfers.md 3)."""
    return Q(afgesloten_op__lt=dag) & (Q(heropend_op__isnull=True) | Q(heropend_op__gt=dag))
