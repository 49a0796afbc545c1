# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from vangnet.inrichting.velden import (
    alleen_codes,
    codeveld,
    een_rij_per,
    gemeenteveld,
    kenmerkveld,
    tot_na_vanaf,
)
from vangnet.kern.models import Basis, Persoonsgegeven, met_historie


@met_historie()
class Melding(Persoonsgegeven):
    """A melding of a partner, as houses counted them before aanmeldingen."""

    kenmerk = kenmerkveld()
    datum = models.DateField()
    doelgroep = codeveld()
    herhaald = models.BooleanField(null=True, blank=True)
    organisatie = models.ForeignKey(
        "organisaties.Organisatie",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="meldingen",
    )
    gemeente = gemeenteveld()

    class Meta:
        db_table = "registers_melding"
        verbose_name_plural = "meldingen"

    def __str__(self) -> str:
        return self.kenmerk


@met_historie()
class Vervolgactie(Basis):
    """What followed on a melding."""

    melding = models.ForeignKey(Melding, on_delete=models.RESTRICT, related_name="vervolgacties")
    soort = codeveld()
    datum = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "registers_vervolgactie"
        verbose_name_plural = "vervolgacties"
        constraints = (
            alleen_codes("vervolgactie_soort", "soort", "vervolgactie_soort"),
            een_rij_per("vervolgactie_een", "melding", "soort", "datum"),
        )

    def __str__(self) -> str:
        return f"vervolgactie {self.id}"


@met_historie()
class Prioritering(Persoonsgegeven):
    """A person on the list of geprioriteerde casussen, by published criteria (WGS 2.32)."""

    persoon = models.ForeignKey(
        "personen.Persoon", on_delete=models.RESTRICT, related_name="prioriteringen"
    )
    doelgroep = codeveld()
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    gemeente = gemeenteveld()
    criteria_versie = models.TextField(null=True, blank=True)

    class Meta:
        db_table = "registers_prioritering"
        verbose_name_plural = "prioriteringen"
        constraints = (
            tot_na_vanaf("prioritering_tot"),
            een_rij_per("prioritering_een", "persoon", "doelgroep", "vanaf"),
        )

    def __str__(self) -> str:
        return f"prioritering {self.id}"
