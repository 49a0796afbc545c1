# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from vangnet.inrichting.velden import (
    alleen_codes,
    codeveld,
    een_rij_per,
    gemeenteveld,
    kenmerkveld,
)
from vangnet.kern.models import Basis, met_historie


@met_historie()
class Advies(Basis):
    """A short advice without aanmelding; holds no person."""

    kenmerk = kenmerkveld()
    datum = models.DateField()
    soort = codeveld()
    organisatie = models.ForeignKey(
        "organisaties.Organisatie",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="adviezen",
    )
    aan = codeveld(leeg=True)
    thema = codeveld(leeg=True)
    gemeente = gemeenteveld()

    class Meta:
        db_table = "advies_advies"
        verbose_name_plural = "adviezen"
        constraints = (
            alleen_codes("advies_soort", "soort", "advies_soort"),
            alleen_codes("advies_aan", "aan", "advies_aan"),
        )

    def __str__(self) -> str:
        return self.kenmerk


@met_historie()
class Telling(Basis):
    """A tally: date, kind and number; holds no person."""

    datum = models.DateField()
    soort = codeveld()
    aantal = models.PositiveIntegerField()
    gemeente = gemeenteveld()

    class Meta:
        db_table = "advies_telling"
        verbose_name_plural = "tellingen"
        constraints = (
            alleen_codes("telling_soort", "soort", "telling_soort"),
            een_rij_per("telling_een", "datum", "soort", "gemeente"),
        )

    def __str__(self) -> str:
        return f"{self.soort} {self.datum}"
