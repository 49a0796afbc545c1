# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from vangnet.inrichting.velden import alleen_codes, codeveld, kenmerkveld
from vangnet.kern.models import Basis, met_historie

# Digits as one dials them: no spaces, so that it is a tel: address as it stands.
TELEFOON = r"^\+?[0-9]{3,15}$"


@met_historie()
class Organisatie(Basis):
    """An organisation of the keten.

    deelnemer: publiek = WGS 2.27(1), privaat = 2.27(2), derde = incidental third party;
    rapportgroep: how the house groups aanmelders in its report; telefoon: of its desk.
    """

    kenmerk = kenmerkveld()
    naam = models.TextField()
    soort = codeveld()
    keten = codeveld()
    deelnemer = codeveld(leeg=True)
    convenant_op = models.DateField(null=True, blank=True)
    rapportgroep = models.CharField(max_length=255, null=True, blank=True)
    telefoon = models.CharField(max_length=20, null=True, blank=True)

    class Meta:
        db_table = "organisaties_organisatie"
        constraints = (
            alleen_codes("organisatie_soort", "soort", "organisatie_soort"),
            alleen_codes("organisatie_keten", "keten", "keten"),
            alleen_codes("organisatie_deelnemer", "deelnemer", "deelnemer"),
            models.CheckConstraint(
                name="organisatie_rapportgroep",
                condition=models.Q(rapportgroep__isnull=True)
                | ~models.Q(rapportgroep__iregex="^(anders|onbekend)$"),
                violation_error_message="Anders en onbekend zijn geen rapportgroep.",
            ),
            models.CheckConstraint(
                name="organisatie_telefoon",
                condition=models.Q(telefoon__isnull=True) | models.Q(telefoon__regex=TELEFOON),
                violation_error_message="Een telefoonnummer bestaat uit cijfers.",
            ),
        )

    def __str__(self) -> str:
        return self.kenmerk
