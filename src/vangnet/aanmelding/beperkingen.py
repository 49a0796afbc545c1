# SPDX-License-Identifier: EUPL-1.2
"""Checks of the database that more than one table of this room has."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q


def niet_leeg(naam: str, veld: str, melding: str) -> models.CheckConstraint:
    """Constraint `naam`: `veld` says something; melding: what somebody reads when it doesn't."""
    return models.CheckConstraint(
        name=naam, condition=Q(**{f"{veld}__regex": r"\S"}), violation_error_message=melding
    )


def tot_of_nooit(naam: str) -> models.CheckConstraint:
    """Constraint `naam`: `tot` is the last day, or the one before the first: it never began."""
    return models.CheckConstraint(
        name=naam,
        condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf") - timedelta(days=1)),
        violation_error_message="De laatste dag ligt voor de eerste dag.",
    )
