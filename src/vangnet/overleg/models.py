# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from vangnet.inrichting.velden import alleen_codes, codeveld, gemeenteveld, kenmerkveld
from vangnet.kern.models import Afschermbaar, Basis, met_historie


@met_historie()
class Overleg(Afschermbaar, Basis):
    """A meeting: a casusoverleg (WGS 2.26) or another table."""

    kenmerk = kenmerkveld()
    datum = models.DateField()
    soort = codeveld()
    casus = models.ForeignKey(
        "casus.Casus", on_delete=models.RESTRICT, null=True, blank=True, related_name="overleggen"
    )
    gemeente = gemeenteveld()

    class Meta:
        db_table = "overleg_overleg"
        verbose_name_plural = "overleggen"
        constraints = (alleen_codes("overleg_soort", "soort", "overleg_soort"),)

    def __str__(self) -> str:
        return self.kenmerk
