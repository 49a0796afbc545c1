# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.db.models import F, Q

from vangnet.inrichting.velden import alleen_codes, codeveld, een_rij_per
from vangnet.kern.models import Afschermbaar, Basis, met_historie


@met_historie()
class Afsluiting(Afschermbaar, Basis):
    """A closing: afgesloten_op is the last open day; heropend_op the first day that is open again.

    resultaat is there exactly when the last inzet is procesregie: a trigger of this room holds it.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="afsluitingen")
    afgesloten_op = models.DateField()
    afsluitreden = codeveld(leeg=True)
    resultaat = codeveld(leeg=True)
    overdracht = codeveld(leeg=True)
    heropend_op = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "afsluiting_afsluiting"
        verbose_name_plural = "afsluitingen"
        constraints = (
            alleen_codes("afsluiting_resultaat", "resultaat", "resultaat"),
            alleen_codes("afsluiting_overdracht", "overdracht", "ontvanger_soort"),
            een_rij_per("afsluiting_een", "casus", "afgesloten_op"),
            models.CheckConstraint(
                name="afsluiting_heropend_later",
                condition=Q(heropend_op__isnull=True) | Q(heropend_op__gt=F("afgesloten_op")),
                violation_error_message="Heropenen kan pas na de dag van afsluiten.",
            ),
        )

    def __str__(self) -> str:
        return f"afsluiting {self.id}"
