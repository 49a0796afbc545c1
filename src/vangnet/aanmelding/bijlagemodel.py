# SPDX-License-Identifier: EUPL-1.2
"""What came with an aanmelding; models.py, which is full, gives it to the rest."""

from django.db import models

from vangnet.kern.models import Basis


class Bijlage(Basis):
    """A document with a draft or an aanmelding; the room documenten has its file.

    hoort_bij: id of the draft, which the aanmelding that is sent of it keeps; the dossier of the
    file too. weg_op: taken away then, to come back for a while. Written by acts.
    """

    hoort_bij = models.UUIDField()
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )
    weg_op = models.DateTimeField(null=True, editable=False)

    class Meta:
        db_table = "aanmelding_bijlage"
        verbose_name_plural = "bijlagen"
        indexes = (models.Index(fields=["hoort_bij"], name="bijlage_hoort_bij"),)

    def __str__(self) -> str:
        return f"bijlage {self.id}"
