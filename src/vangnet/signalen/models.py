# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from vangnet.inrichting.velden import alleen_codes, codeveld, kenmerkveld
from vangnet.kern.models import Basis, met_historie


@met_historie()
class Signaal(Basis):
    """A trend, knelpunt, leemte, misstand or succesfactor, without persons, and who was told."""

    kenmerk = kenmerkveld()
    datum = models.DateField()
    soort = codeveld()
    thema = codeveld(leeg=True)
    geadresseerd_aan = models.TextField(null=True, blank=True)
    geadresseerd_op = models.DateField(null=True, blank=True)
    antwoord_op = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "signalen_signaal"
        verbose_name_plural = "signalen"
        constraints = (alleen_codes("signaal_soort", "soort", "signaal_soort"),)

    def __str__(self) -> str:
        return self.kenmerk
