# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from vangnet.inrichting.velden import alleen_codes, codeveld, een_rij_per, tot_na_vanaf
from vangnet.kern.models import Basis, met_historie


@met_historie()
class Trajectbegeleiding(Basis):
    """A trajectbegeleider works with the client, from-to; only while the inzet is procesregie."""

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="trajecten")
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "voortgang_trajectbegeleiding"
        verbose_name_plural = "trajectbegeleidingen"
        constraints = (tot_na_vanaf("traject_tot"), een_rij_per("traject_een", "casus", "vanaf"))

    def __str__(self) -> str:
        return f"traject {self.id}"


@met_historie()
class Opschaling(Basis):
    """A stagnating casus is brought before management or bestuur; no uitkomst = still open."""

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="opschalingen")
    datum = models.DateField()
    niveau = codeveld()
    uitkomst = codeveld(leeg=True)

    class Meta:
        db_table = "voortgang_opschaling"
        verbose_name_plural = "opschalingen"
        constraints = (
            alleen_codes("opschaling_niveau", "niveau", "niveau"),
            alleen_codes("opschaling_uitkomst", "uitkomst", "uitkomst"),
            een_rij_per("opschaling_een", "casus", "datum", "niveau"),
        )

    def __str__(self) -> str:
        return f"opschaling {self.id}"
