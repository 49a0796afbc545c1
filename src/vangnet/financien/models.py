# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from vangnet.inrichting.velden import alleen_codes, codeveld, een_rij_per
from vangnet.kern.models import Basis, met_historie


@met_historie()
class FinancielePost(Basis):
    """An amount in euros and cents: begroting, dekking, kosten, resultaat, restant, reserve."""

    jaar = models.PositiveSmallIntegerField()
    soort = codeveld()
    post = models.CharField(max_length=255)
    bron = codeveld(leeg=True)
    bedrag = models.DecimalField(max_digits=14, decimal_places=2)
    besluit_op = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "financien_financielepost"
        verbose_name_plural = "financiële posten"
        constraints = (
            alleen_codes("post_soort", "soort", "financieel_soort"),
            alleen_codes("post_bron", "bron", "bron"),
            een_rij_per("post_een", "jaar", "soort", "post", "bron"),
        )

    def __str__(self) -> str:
        return f"{self.jaar} {self.soort} {self.post}"
