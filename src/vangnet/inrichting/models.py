# SPDX-License-Identifier: EUPL-1.2
from django.contrib.postgres.fields import ArrayField
from django.db import models

from vangnet.kern.models import Basis, met_historie


@met_historie()
class Huis(Basis):
    """The house of this database: exactly one row.

    gemeenten: CBS codes of today; none = every code is shown. demo: the database was made as a
    demo, so log-in by one click is offered on a loopback address; only the owner role can set it.
    screening_maanden: how old a VOG or screening of staff may be before a new one is asked.
    stilstand_weken, te_laat_dagen, evaluatie_weken: when the clock of a casus strikes;
    gemiste_evaluaties: after so many the manager sees it (voortgang/regels.py).
    vernietig_dagen: an aanmelding that opens no casus is gone after so many, answered or not
    (BGS 1.16(1)(b)).
    """

    enige = models.BooleanField(default=True, unique=True, editable=False)
    naam = models.CharField(max_length=200)
    gemeenten = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    publicatiegrens = models.PositiveSmallIntegerField(default=5)
    screening_maanden = models.PositiveSmallIntegerField(default=12, db_default=12)
    stilstand_weken = models.PositiveSmallIntegerField(default=4, db_default=4)
    te_laat_dagen = models.PositiveSmallIntegerField(default=7, db_default=7)
    evaluatie_weken = models.PositiveSmallIntegerField(default=12, db_default=12)
    gemiste_evaluaties = models.PositiveSmallIntegerField(default=2, db_default=2)
    vernietig_dagen = models.PositiveSmallIntegerField(default=14, db_default=14)
    demo = models.BooleanField(default=False)

    class Meta:
        db_table = "inrichting_huis"
        constraints = (
            models.CheckConstraint(name="huis_enige", condition=models.Q(enige=True)),
            # The same as in the form: a term of nothing would strike for ever.
            models.CheckConstraint(
                name="huis_termijnen",
                condition=models.Q(
                    stilstand_weken__range=(1, 26),
                    te_laat_dagen__range=(1, 90),
                    evaluatie_weken__range=(1, 52),
                    gemiste_evaluaties__range=(1, 10),
                ),
            ),
            models.CheckConstraint(
                name="huis_vernietig_dagen", condition=models.Q(vernietig_dagen__range=(1, 28))
            ),
        )

    def __str__(self) -> str:
        return self.naam


class Code(models.Model):
    """A code of a list, from-to. A code that is no longer used keeps its label for old rows."""

    id = models.BigAutoField(primary_key=True)
    lijst = models.CharField(max_length=60)
    code = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    volgorde = models.PositiveSmallIntegerField()
    vanaf = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    eigen = models.BooleanField(default=False)

    class Meta:
        db_table = "inrichting_code"
        ordering = ("lijst", "volgorde")
        constraints = (
            models.UniqueConstraint(
                name="code_een_per_periode", fields=("lijst", "code", "vanaf"), nulls_distinct=False
            ),
        )

    def __str__(self) -> str:
        return f"{self.lijst}:{self.code}"


class Gemeente(models.Model):
    """A gemeente of the Netherlands in a period (CBS): a code may have one name at a time."""

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(max_length=6)
    naam = models.CharField(max_length=100)
    vanaf = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    opvolgers = ArrayField(models.CharField(max_length=6), default=list, blank=True)

    class Meta:
        db_table = "inrichting_gemeente"
        ordering = ("code", "vanaf")
        constraints = (
            models.UniqueConstraint(
                name="gemeente_een_per_periode", fields=("code", "vanaf"), nulls_distinct=False
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.naam}"
