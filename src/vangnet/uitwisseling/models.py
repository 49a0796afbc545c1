# SPDX-License-Identifier: EUPL-1.2
"""The order for a package with the dossier (docs/adr/0026)."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from vangnet.kern.models import Basis
from vangnet.uitwisseling.regels import LENGTE_ONTVANGER, SLEUTELVORM


class Dossieropdracht(Basis):
    """That the dossier may leave once: asked by a manager, decided by the FG (docs/adr/0026).

    ontvanger: the house that gets it; sleutel: its public key, under which alone the package is
    made; besluit_voor: without a decision before that moment it has lapsed; geldig_tot: of an
    approval; gebruikt_in: the transaction of the export. Written by sql/opdracht.sql and
    sql/dossier_loopt.sql of this room only.
    """

    ontvanger = models.CharField(max_length=LENGTE_ONTVANGER)
    sleutel = models.CharField(max_length=62)
    reden = models.TextField()
    gevraagd_door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+"
    )
    gevraagd_op = models.DateTimeField()
    besluit_voor = models.DateTimeField()
    akkoord = models.BooleanField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    besloten_op = models.DateTimeField(null=True, blank=True)
    motivering = models.TextField(null=True, blank=True)
    geldig_tot = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    gebruikt_op = models.DateTimeField(null=True, blank=True)
    gebruikt_in = models.BigIntegerField(null=True, blank=True)

    class Meta:
        db_table = "uitwisseling_dossieropdracht"
        verbose_name_plural = "dossieropdrachten"
        constraints = (
            models.CheckConstraint(
                name="dossieropdracht_gevuld",
                condition=Q(ontvanger__regex=r"\S", reden__regex=r"\S.{8,}\S"),
                violation_error_message="Zeg voor wie het pakket is en waarom.",
            ),
            models.CheckConstraint(
                name="dossieropdracht_sleutel",
                condition=Q(sleutel__regex=f"^{SLEUTELVORM.pattern}$"),
                violation_error_message="Dit is geen openbare sleutel van age.",
            ),
            models.CheckConstraint(
                name="dossieropdracht_besloten_door_een_ander",
                condition=Q(
                    akkoord__isnull=True,
                    besloten_door__isnull=True,
                    besloten_op__isnull=True,
                    motivering__isnull=True,
                )
                | (
                    Q(akkoord__isnull=False, besloten_door__isnull=False)
                    & Q(besloten_op__isnull=False, besloten_op__lt=F("besluit_voor"))
                    & Q(motivering__isnull=False, motivering__regex=r"\S")
                    & ~Q(besloten_door=F("gevraagd_door"))
                ),
                violation_error_message="De privacy officer besluit, met een motivering.",
            ),
            models.CheckConstraint(
                name="dossieropdracht_geldig",
                condition=Q(geldig_tot__isnull=True)
                | Q(
                    akkoord__isnull=False,
                    akkoord=True,
                    geldig_tot__lte=F("besloten_op") + timedelta(days=7),
                ),
                violation_error_message="Een goedkeuring geldt hoogstens zeven dagen.",
            ),
            models.CheckConstraint(
                name="dossieropdracht_een_keer",
                condition=Q(gebruikt_op__isnull=True, gebruikt_in__isnull=True)
                | Q(
                    gebruikt_op__isnull=False,
                    gebruikt_in__isnull=False,
                    geldig_tot__isnull=False,
                    gebruikt_op__lt=F("geldig_tot"),
                    ingetrokken_op__isnull=True,
                ),
                violation_error_message="Alleen een geldige opdracht wordt gebruikt.",
            ),
        )

    def __str__(self) -> str:
        return f"dossieropdracht {self.id}"
