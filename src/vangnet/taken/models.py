# SPDX-License-Identifier: EUPL-1.2
import uuid

from django.db import models
from django.db.models.functions import Now

from vangnet.taken.regels import Stand


class Taak(models.Model):
    """Work that goes on beside the pages, and how far it is; seen by who asked for it.

    gegevens: what the task was asked (ids and choices); uitkomst: numbers; regels: lines for the
    reader, such as the errors of an import; bestand: name of its file in the work folder.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField(max_length=60)
    gebruiker = models.UUIDField()
    stand = models.CharField(max_length=20, default=Stand.WACHT)
    stap = models.CharField(max_length=120, blank=True, default="")
    gedaan = models.PositiveBigIntegerField(default=0)
    totaal = models.PositiveBigIntegerField(default=0)
    gegevens = models.JSONField(default=dict)
    uitkomst = models.JSONField(default=dict)
    regels = models.TextField(blank=True, default="")
    bestand = models.CharField(max_length=100, blank=True, default="")
    gestart_op = models.DateTimeField(db_default=Now())
    klaar_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "taken_taak"
        verbose_name_plural = "taken"
        indexes = (models.Index(fields=["gebruiker", "-gestart_op"], name="taak_gebruiker"),)
        constraints = (
            models.CheckConstraint(
                name="taak_stand", condition=models.Q(stand__in=[str(stand) for stand in Stand])
            ),
        )

    def __str__(self) -> str:
        return f"{self.soort} {self.id}"
