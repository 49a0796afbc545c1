# SPDX-License-Identifier: EUPL-1.2
import uuid

from django.db import models
from django.db.models import Q

from vangnet.toezicht.regels import HOOGSTENS, MOTIVERING_HOOGSTENS, Bevinding


class Steekproef(models.Model):
    """A random sample of acts in the journaal; written by definer functions, closed once.

    zaad: what the order of the draw is made from; with van, tot, getrokken_op and getrokken_door
    the draw can be repeated. populatie: from how many acts was drawn. The last three stay empty
    until it is closed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    van = models.DateField()
    tot = models.DateField()
    aantal = models.PositiveIntegerField()
    populatie = models.PositiveIntegerField()
    zaad = models.UUIDField()
    getrokken_door = models.UUIDField()
    getrokken_op = models.DateTimeField()
    gesloten_door = models.UUIDField(null=True)
    gesloten_op = models.DateTimeField(null=True)
    rechtmatig = models.PositiveIntegerField(null=True)
    onrechtmatig = models.PositiveIntegerField(null=True)
    nader_onderzoek = models.PositiveIntegerField(null=True)

    class Meta:
        db_table = "toezicht_steekproef"
        constraints = (
            models.CheckConstraint(
                name="steekproef_periode",
                condition=Q(tot__gte=models.F("van")),
                violation_error_message="De laatste dag ligt niet voor de eerste.",
            ),
            models.CheckConstraint(
                name="steekproef_aantal",
                condition=Q(aantal__gte=1, aantal__lte=HOOGSTENS),
                violation_error_message="Trek 1 tot en met 200 handelingen.",
            ),
        )

    def __str__(self) -> str:
        return f"steekproef {self.getrokken_op:%Y-%m-%d}"


class Steekproefregel(models.Model):
    """One drawn act, by its bare id, and what was found of it; motivering leaves this table never.

    plek: where it came in the draw.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    steekproef = models.ForeignKey(Steekproef, on_delete=models.RESTRICT, related_name="regels")
    plek = models.PositiveIntegerField()
    handeling = models.UUIDField()
    bevinding = models.CharField(max_length=20)
    motivering = models.CharField(max_length=MOTIVERING_HOOGSTENS)
    beoordeeld_door = models.UUIDField(null=True)
    beoordeeld_op = models.DateTimeField(null=True)

    class Meta:
        db_table = "toezicht_steekproefregel"
        constraints = (
            models.UniqueConstraint(name="steekproefregel_plek", fields=("steekproef", "plek")),
            models.UniqueConstraint(
                name="steekproefregel_eenmaal", fields=("steekproef", "handeling")
            ),
            models.CheckConstraint(
                name="steekproefregel_bevinding",
                condition=Q(bevinding="", motivering="", beoordeeld_op=None, beoordeeld_door=None)
                | (
                    Q(bevinding__in=[een.value for een in Bevinding], beoordeeld_op__isnull=False)
                    & Q(beoordeeld_door__isnull=False)
                    & ~Q(motivering="")
                ),
                violation_error_message="Een bevinding heeft een motivering.",
            ),
            # As in the journaal: no number as long as a BSN.
            models.CheckConstraint(
                name="steekproefregel_geen_nummer",
                condition=~Q(motivering__regex=r"[0-9]{6}"),
                violation_error_message="Noem in de motivering geen BSN of lang nummer.",
            ),
        )

    def __str__(self) -> str:
        return f"steekproefregel {self.plek}"
