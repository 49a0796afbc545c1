# SPDX-License-Identifier: EUPL-1.2
import uuid
from datetime import timedelta

from django.db import models
from django.db.models.functions import Now

from vangnet.toegang.regels import (
    OORDELEN,
    TAKEN,
    AccountRolSoort,
    Inzagereden,
    InzageSoort,
    Oordeel,
)


class AccountRol(models.Model):
    """A role of an account, from-to; ids without a foreign key, because toegang stands above all.

    organisatie: who designated the account, an organisation or the house itself. taak: WGS 1.8(2):
    a execution, b lawfulness, c support. screening_op: day of VOG or screening. gegeven_door: empty
    when the installation gave it. bevestigd_op: without it a role that reads content does nothing.
    beeindigd_op: ended at that moment, whatever `tot` says. The application writes none of these
    plainly: gebruikers/sql/beheer.sql does, and the installation.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.UUIDField()
    rol = models.CharField(max_length=40)
    organisatie = models.UUIDField(null=True, blank=True)
    taak = models.CharField(max_length=1, null=True, blank=True)
    screening_op = models.DateField(null=True, blank=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    gegeven_door = models.UUIDField(null=True, blank=True)
    gegeven_op = models.DateTimeField(db_default=Now())
    bevestigd_door = models.UUIDField(null=True, blank=True)
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    beeindigd_door = models.UUIDField(null=True, blank=True)
    beeindigd_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "toegang_accountrol"
        indexes = (models.Index(fields=["gebruiker"], name="accountrol_gebruiker"),)
        constraints = (
            models.CheckConstraint(
                name="accountrol_rol",
                condition=models.Q(rol__in=[str(rol) for rol in AccountRolSoort]),
                violation_error_message="Deze rol bestaat niet.",
            ),
            models.CheckConstraint(
                name="accountrol_tot_na_vanaf",
                condition=models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("vanaf")),
                violation_error_message="De laatste dag ligt voor de eerste dag.",
            ),
            models.CheckConstraint(
                name="accountrol_taak",
                condition=models.Q(taak__isnull=True) | models.Q(taak__in=list(TAKEN)),
                violation_error_message="Deze taak staat niet in de wet.",
            ),
            models.CheckConstraint(
                name="accountrol_niet_aan_zichzelf",
                condition=models.Q(gegeven_door__isnull=True)
                | ~models.Q(gegeven_door=models.F("gebruiker")),
                violation_error_message="Je kunt jezelf geen rol geven.",
            ),
            # The word of a second person: neither who gave the role nor who got it.
            models.CheckConstraint(
                name="accountrol_door_een_ander_bevestigd",
                condition=models.Q(bevestigd_door__isnull=True)
                | (
                    models.Q(bevestigd_op__isnull=False)
                    & ~models.Q(bevestigd_door=models.F("gebruiker"))
                    & (
                        models.Q(gegeven_door__isnull=True)
                        | ~models.Q(bevestigd_door=models.F("gegeven_door"))
                    )
                ),
                violation_error_message="Iemand anders bevestigt deze rol.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.rol} {self.gebruiker}"


class Rechtenronde(models.Model):
    """A review of running roles that somebody signed; written once, changed never."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    getekend_door = models.UUIDField()
    getekend_op = models.DateTimeField()

    class Meta:
        db_table = "toegang_rechtenronde"

    def __str__(self) -> str:
        return f"ronde {self.getekend_op:%Y-%m-%d}"


class Rechtenoordeel(models.Model):
    """What a review said of one role; gebruiker and rol as they were, for who reads it later."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ronde = models.ForeignKey(Rechtenronde, on_delete=models.RESTRICT, related_name="oordelen")
    accountrol = models.UUIDField()
    gebruiker = models.UUIDField()
    rol = models.CharField(max_length=40)
    oordeel = models.CharField(max_length=10)

    class Meta:
        db_table = "toegang_rechtenoordeel"
        indexes = (models.Index(fields=["accountrol"], name="rechtenoordeel_accountrol"),)
        constraints = (
            models.CheckConstraint(
                name="rechtenoordeel_oordeel",
                condition=models.Q(oordeel__in=list(OORDELEN)),
                violation_error_message="Een rol blijft of eindigt.",
            ),
            models.UniqueConstraint(name="rechtenoordeel_eenmaal", fields=("ronde", "accountrol")),
        )

    def __str__(self) -> str:
        return f"{self.oordeel} {self.accountrol}"


class Inzage(models.Model):
    """A look at one casus beside one's roles, for a short while and with a reason.

    Ids without a foreign key, as AccountRol. noodtoegang: break-glass; rechtmatigheid: a role with
    a lawfulness task looks at what is shielded (toegang.md section 5). Written by definer functions
    only; `tot` is read by the policies, so it ends by itself. Judged by somebody else.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.UUIDField()
    casus = models.UUIDField()
    soort = models.CharField(max_length=20)
    reden = models.CharField(max_length=40)
    toelichting = models.TextField()
    vanaf = models.DateTimeField()
    tot = models.DateTimeField()
    beoordelen_voor = models.DateTimeField()
    beoordeeld_op = models.DateTimeField(null=True, blank=True)
    beoordeeld_door = models.UUIDField(null=True, blank=True)
    oordeel = models.CharField(max_length=20, null=True, blank=True)
    bevinding = models.TextField(null=True, blank=True)

    class Meta:
        db_table = "toegang_inzage"
        verbose_name_plural = "inzagen"
        indexes = (
            models.Index(fields=["gebruiker", "-tot"], name="inzage_gebruiker"),
            models.Index(fields=["casus"], name="inzage_casus"),
        )
        constraints = (
            models.CheckConstraint(
                name="inzage_soort",
                condition=models.Q(soort__in=[str(soort) for soort in InzageSoort]),
            ),
            models.CheckConstraint(
                name="inzage_reden",
                condition=models.Q(reden__in=[str(reden) for reden in Inzagereden]),
                violation_error_message="Deze reden bestaat niet.",
            ),
            models.CheckConstraint(
                name="inzage_toelichting",
                condition=models.Q(toelichting__regex=r"\S.{9,}"),
                violation_error_message="Schrijf in een zin waarom je wilt kijken.",
            ),
            models.CheckConstraint(
                name="inzage_een_uur",
                condition=models.Q(tot__gt=models.F("vanaf"))
                & models.Q(tot__lte=models.F("vanaf") + timedelta(hours=1)),
            ),
            models.CheckConstraint(
                name="inzage_beoordeeld_door_een_ander",
                condition=models.Q(
                    beoordeeld_op__isnull=True, beoordeeld_door__isnull=True, oordeel__isnull=True
                )
                | (
                    models.Q(beoordeeld_op__isnull=False, beoordeeld_door__isnull=False)
                    & models.Q(oordeel__in=[str(oordeel) for oordeel in Oordeel])
                    & ~models.Q(beoordeeld_door=models.F("gebruiker"))
                ),
                violation_error_message="Een ander beoordeelt of deze inzage terecht was.",
            ),
        )

    def __str__(self) -> str:
        return f"inzage {self.id}"
