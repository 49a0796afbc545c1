# SPDX-License-Identifier: EUPL-1.2
"""What every table of a house has: a key without meaning, a version, a mark of import, history."""

import uuid
from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db import models
from django.db.models.functions import Now

M = TypeVar("M", bound=models.Model)


class Basis(models.Model):
    """Abstract base of every table that people fill.

    id: a key made in Python, so that no sequence tells how much there is; versie: rises at each
    save, so that a stale save is seen; invoer: the import that the row came with, empty when it was
    typed; aangemaakt_op: the moment at which it came in.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(db_default=1, editable=False)
    invoer = models.UUIDField(null=True, blank=True, editable=False)
    aangemaakt_op = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        abstract = True


class Persoonsgegeven(Basis):
    """Base of every table with personal data.

    eerste_verwerking: the day from which the retention term runs (WGS 1.8(7): at most five years
    after the date of first processing); unknown when an import knows no day of the record.
    eerste_verwerking_afgeleid: an import worked the day out, so an export leaves it out again.
    """

    eerste_verwerking = models.DateField(null=True, blank=True)
    eerste_verwerking_afgeleid = models.BooleanField(db_default=False, editable=False)

    class Meta:
        abstract = True


class Afschermbaar(models.Model):
    """Base of every table with content of a casus: a plain column that bounds the broad roles.

    dicht: the casus is beperkt or closed, so that only who is named, or looks with a reason, sees
    the row (toegang.md sections 1 and 5). Triggers of the owner keep it; what is written in it is
    ignored. A plain column, because a policy with `NOT IN (SELECT …)` reads the whole table.
    """

    dicht = models.BooleanField(db_default=True, editable=False)

    class Meta:
        abstract = True


def met_historie() -> Callable[[type[M]], type[M]]:
    """Class decorator: keep the old row at every update and delete, by database triggers."""

    # No constraint on the row: its history outlives it until bewaring ends it. No context of the
    # library: it puts a second statement before each query, which our connection refuses.
    def volg(model: type[M]) -> type[M]:
        spoor: Callable[[type[M]], type[M]] = pghistory.track(
            pghistory.UpdateEvent(row=pghistory.Old),
            pghistory.DeleteEvent(),
            # Follows from other rows, so its former values say nothing.
            exclude=["dicht"] if issubclass(model, Afschermbaar) else [],
            context_field=None,  # type: ignore[arg-type]  # documented as "no context"
            obj_field=pghistory.ObjForeignKey(db_constraint=False, db_index=True),
        )
        return spoor(model)

    return volg
