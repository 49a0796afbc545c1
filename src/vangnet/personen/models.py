# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from vangnet.inrichting.velden import (
    alleen_codes,
    codeveld,
    een_rij_per,
    gemeenteveld,
    kenmerkveld,
    tot_na_vanaf,
)
from vangnet.kern.models import Afschermbaar, Basis, Persoonsgegeven, met_historie
from vangnet.personen.regels import volle_naam


@met_historie()
class Persoon(Afschermbaar, Persoonsgegeven):
    """Somebody in a casus: betrokkene, family or direct social contact (WGS 2.30, BGS 2.19).

    bsn_versleuteld: the BSN under a key outside the database; bsn_index: keyed hash to find equals,
    not unique, so that no error tells who exists. No nationality, no score (toegang.md section 7).
    """

    kenmerk = kenmerkveld()
    achternaam = models.TextField()
    voornamen = models.TextField(null=True, blank=True)
    tussenvoegsel = models.TextField(null=True, blank=True)
    geboortedatum = models.DateField(null=True, blank=True)
    geslacht = codeveld(leeg=True)
    bsn_versleuteld = models.BinaryField(null=True, blank=True)
    bsn_index = models.BinaryField(null=True, blank=True)
    gemeente = gemeenteveld()

    class Meta:
        db_table = "personen_persoon"
        indexes = (models.Index(fields=["bsn_index"], name="persoon_bsn_index"),)
        constraints = (
            alleen_codes("persoon_geslacht", "geslacht", "geslacht"),
            models.CheckConstraint(
                name="persoon_bsn_met_index",
                condition=models.Q(bsn_versleuteld__isnull=True, bsn_index__isnull=True)
                | models.Q(bsn_versleuteld__isnull=False, bsn_index__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.kenmerk

    @property
    def naam(self) -> str:
        """The name as a page shows it; never in a title, an address or a log."""
        return volle_naam(
            achternaam=self.achternaam,
            voornamen=self.voornamen,
            tussenvoegsel=self.tussenvoegsel,
        )


@met_historie()
class Relatie(Afschermbaar, Basis):
    """What the other person is to this one, from-to."""

    persoon = models.ForeignKey(Persoon, on_delete=models.RESTRICT, related_name="relaties")
    andere_persoon = models.ForeignKey(
        Persoon, on_delete=models.RESTRICT, related_name="omgekeerde_relaties"
    )
    soort = codeveld()
    vanaf = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "personen_relatie"
        constraints = (
            alleen_codes("relatie_soort", "soort", "relatie_soort"),
            tot_na_vanaf("relatie_tot"),
            een_rij_per("relatie_een", "persoon", "andere_persoon", "soort", "vanaf"),
            models.CheckConstraint(
                name="relatie_niet_met_zichzelf",
                condition=~models.Q(persoon=models.F("andere_persoon")),
                violation_error_message="Iemand heeft geen relatie met zichzelf.",
            ),
        )

    def __str__(self) -> str:
        return f"relatie {self.id}"
