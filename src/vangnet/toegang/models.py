# SPDX-License-Identifier: EUPL-1.2
import uuid

from django.db import models

from vangnet.toegang.regels import AccountRolSoort


class AccountRol(models.Model):
    """A role of an account, from-to; ids without a foreign key, because toegang stands above all.

    taak: WGS 1.8(2): a execution, b lawfulness, c support. screening_op: day of VOG or screening.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.UUIDField()
    rol = models.CharField(max_length=40)
    organisatie = models.UUIDField(null=True, blank=True)
    taak = models.CharField(max_length=1, null=True, blank=True)
    screening_op = models.DateField(null=True, blank=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

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
        )

    def __str__(self) -> str:
        return f"{self.rol} {self.gebruiker}"
