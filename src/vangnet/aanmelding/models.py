# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.db.models import F, Q

from vangnet.inrichting.velden import alleen_codes, codeveld, gemeenteveld, kenmerkveld
from vangnet.kern.models import Afschermbaar, Persoonsgegeven, met_historie


@met_historie()
class Aanmelding(Afschermbaar, Persoonsgegeven):
    """A request about a person or system, as received, with what triage decided.

    aanmelder: the deelnemer that reports (WGS 2.31(1)); aangedragen_door: who brought it there.
    """

    kenmerk = kenmerkveld()
    ontvangen_op = models.DateField()
    aanmelder = models.ForeignKey(
        "organisaties.Organisatie", on_delete=models.RESTRICT, related_name="aanmeldingen"
    )
    aangedragen_door = models.TextField(null=True, blank=True)
    herkomst = codeveld(leeg=True)
    gemeente = gemeenteveld()
    aandachtsgebied = codeveld(leeg=True)
    aanleiding = models.TextField(null=True, blank=True)
    triage_op = models.DateField(null=True, blank=True)
    triage_besluit = codeveld(leeg=True)
    reden = codeveld(leeg=True)
    casus = models.ForeignKey(
        "casus.Casus", on_delete=models.RESTRICT, null=True, blank=True, related_name="aanmeldingen"
    )

    class Meta:
        db_table = "aanmelding_aanmelding"
        verbose_name_plural = "aanmeldingen"
        indexes = (models.Index(fields=["-ontvangen_op", "-id"], name="aanmelding_ontvangen"),)
        constraints = (
            alleen_codes("aanmelding_triage_besluit", "triage_besluit", "triage_besluit"),
            models.CheckConstraint(
                name="aanmelding_triage_na_ontvangst",
                condition=Q(triage_op__isnull=True) | Q(triage_op__gte=F("ontvangen_op")),
                violation_error_message="De triage ligt voor de ontvangst.",
            ),
            models.CheckConstraint(
                name="aanmelding_casus_bij_besluit",
                condition=Q(triage_besluit__isnull=False)
                & Q(triage_besluit__in=["procesregie", "ondersteuning"], casus__isnull=False)
                | (
                    (
                        Q(triage_besluit__isnull=True)
                        | ~Q(triage_besluit__in=["procesregie", "ondersteuning"])
                    )
                    & Q(casus__isnull=True)
                ),
                violation_error_message=(
                    "Een casus hoort bij het besluit procesregie of ondersteuning, "
                    "en alleen daarbij."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.kenmerk
