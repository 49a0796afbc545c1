# SPDX-License-Identifier: EUPL-1.2
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Func, Value

from vangnet.inrichting.velden import (
    alleen_codes,
    codeveld,
    een_rij_per,
    gemeenteveld,
    kenmerkveld,
    tot_na_vanaf,
)
from vangnet.kern.models import Basis, Persoonsgegeven, met_historie


class _Dagen(Func):
    """daterange(vanaf, tot, '[]'): both days count."""

    function = "DATERANGE"
    output_field = DateRangeField()


@met_historie()
class Casus(Persoonsgegeven):
    """A zaak that the house holds: opened by a triage decision, one identity for ever.

    aandachtsgebied: the one that counts; gemeente: of the hoofdbetrokkene when aangemeld.
    """

    kenmerk = kenmerkveld()
    samenstelling = codeveld()
    hoofdbetrokkene = models.ForeignKey(
        "personen.Persoon", on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    gemeente = gemeenteveld()
    aandachtsgebied = codeveld(leeg=True)

    class Meta:
        db_table = "casus_casus"
        verbose_name_plural = "casussen"
        constraints = (alleen_codes("casus_samenstelling", "samenstelling", "samenstelling"),)

    def __str__(self) -> str:
        return self.kenmerk


@met_historie()
class Inzet(Basis):
    """What the house does in a casus, from-to; one at a time, kept so by the database."""

    casus = models.ForeignKey(Casus, on_delete=models.RESTRICT, related_name="inzetten")
    soort = codeveld()
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "casus_inzet"
        verbose_name_plural = "inzetten"
        constraints = (
            alleen_codes("inzet_soort", "soort", "inzet"),
            tot_na_vanaf("inzet_tot"),
            een_rij_per("inzet_een", "casus", "vanaf"),
            ExclusionConstraint(
                name="inzet_een_tegelijk",
                expressions=[
                    (F("casus"), RangeOperators.EQUAL),
                    (_Dagen(F("vanaf"), F("tot"), Value("[]")), RangeOperators.OVERLAPS),
                ],
                # A switch ends one inzet and begins the next: the order of the two must not matter.
                deferrable=Deferrable.DEFERRED,
                violation_error_message="Twee inzetten van een casus overlappen elkaar.",
            ),
        )

    def __str__(self) -> str:
        return f"inzet {self.id}"


@met_historie()
class Betrokkenheid(Persoonsgegeven):
    """A person in a casus, in a role (BGS 2.19); the hoofdbetrokkene among them."""

    casus = models.ForeignKey(Casus, on_delete=models.RESTRICT, related_name="betrokkenen")
    persoon = models.ForeignKey(
        "personen.Persoon", on_delete=models.RESTRICT, related_name="betrokkenheden"
    )
    rol = codeveld()
    vanaf = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "casus_betrokkenheid"
        verbose_name_plural = "betrokkenheden"
        constraints = (
            alleen_codes("betrokkenheid_rol", "rol", "betrokkene_rol"),
            tot_na_vanaf("betrokkenheid_tot"),
            een_rij_per("betrokkenheid_een", "casus", "persoon", "rol", "vanaf"),
        )

    def __str__(self) -> str:
        return f"betrokkenheid {self.id}"
