# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from vangnet.inrichting.velden import (
    Getalveld,
    alleen_codes,
    codeveld,
    een_rij_per,
    tot_na_vanaf,
)
from vangnet.kern.models import Basis, met_historie


@met_historie()
class GepubliceerdCijfer(Basis):
    """A figure as a report published it: input, not truth (kerncijfers.md section 2).

    plaats: table, sentence or line, so that one report can hold two values of the same figure.
    """

    rapport = models.CharField(max_length=255)
    van = models.DateField()
    tot = models.DateField()
    sleutel = models.CharField(max_length=60)
    uitsplitsing = models.CharField(max_length=255, null=True, blank=True)
    populatie = models.CharField(max_length=255, null=True, blank=True)
    definitie_versie = models.CharField(max_length=60, null=True, blank=True)
    waarde = Getalveld()
    eenheid = models.CharField(max_length=60)
    plaats = models.CharField(max_length=255, null=True, blank=True)
    label = codeveld(leeg=True)
    citaat = models.TextField(null=True, blank=True)

    class Meta:
        db_table = "kerncijfers_gepubliceerdcijfer"
        verbose_name_plural = "gepubliceerde cijfers"
        constraints = (
            alleen_codes("gepubliceerd_label", "label", "gepubliceerd_label"),
            tot_na_vanaf("gepubliceerd_tot", vanaf="van"),
            een_rij_per(
                "gepubliceerd_een",
                "rapport",
                "van",
                "tot",
                "sleutel",
                "uitsplitsing",
                "populatie",
                "eenheid",
                "plaats",
            ),
        )

    def __str__(self) -> str:
        return f"{self.sleutel} {self.van}"


@met_historie()
class Prestatieafspraak(Basis):
    """An agreement with a financier on results in a period."""

    afspraak = models.CharField(max_length=255)
    financier = models.TextField()
    van = models.DateField()
    tot = models.DateField()
    gemeenten = models.TextField(null=True, blank=True)
    doelgroep = codeveld(leeg=True)
    soort = codeveld()
    doel = Getalveld()
    gerealiseerd = Getalveld(null=True, blank=True)

    class Meta:
        db_table = "kerncijfers_prestatieafspraak"
        verbose_name_plural = "prestatieafspraken"
        constraints = (
            alleen_codes("prestatie_soort", "soort", "prestatie_soort"),
            tot_na_vanaf("prestatie_tot", vanaf="van"),
            een_rij_per("prestatie_een", "afspraak", "van"),
        )

    def __str__(self) -> str:
        return f"prestatieafspraak {self.id}"
