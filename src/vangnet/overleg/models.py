# SPDX-License-Identifier: EUPL-1.2
import uuid

from django.db import models
from django.db.models import Q

from vangnet.inrichting.velden import (
    alleen_codes,
    codeveld,
    een_rij_per,
    gemeenteveld,
    kenmerkveld,
)
from vangnet.kern.models import Afschermbaar, Basis, Persoonsgegeven, met_historie


@met_historie()
class Overleg(Afschermbaar, Basis):
    """A meeting: a casusoverleg (WGS 2.26) or another table.

    casus: of one from an import; one that is planned has a point per casus instead. titel and
    plaats: read by whoever comes for any of its points. afgelast_op: it doesn't take place.
    """

    kenmerk = kenmerkveld()
    datum = models.DateField()
    aanvang = models.TimeField(null=True, blank=True)
    titel = models.TextField(null=True, blank=True)
    plaats = models.TextField(null=True, blank=True)
    afgelast_op = models.DateTimeField(null=True, blank=True, editable=False)
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


@met_historie()
class Agendapunt(Afschermbaar, Persoonsgegeven):
    """A casus that is discussed in an overleg; written by `overleg.zet_op_agenda` only."""

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="agendapunten")
    overleg = models.ForeignKey(Overleg, on_delete=models.RESTRICT, related_name="agendapunten")
    volgnummer = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "overleg_agendapunt"
        verbose_name_plural = "agendapunten"
        constraints = (een_rij_per("agendapunt_een", "overleg", "casus"),)

    def __str__(self) -> str:
        return f"agendapunt {self.id}"


@met_historie()
class Genodigde(Afschermbaar, Persoonsgegeven):
    """Who is asked to come for one point: somebody with a rol in the casus, or a third party.

    An organisation that takes part with nobody by name has neither; functie: who came for it. A
    third party (BGS 2.21) has no account and is there only after signing for secrecy. aanwezig:
    empty until the meeting; weggelaten_op: not asked after all. Rows come by functions only.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="genodigden")
    agendapunt = models.ForeignKey(Agendapunt, on_delete=models.RESTRICT, related_name="genodigden")
    gebruiker = models.ForeignKey(
        "gebruikers.Gebruiker",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="uitgenodigd",
    )
    organisatie = models.ForeignKey(
        "organisaties.Organisatie",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
    )
    functie = models.CharField(max_length=200, null=True, blank=True)
    derde = models.TextField(null=True, blank=True)
    geheimhouding_op = models.DateField(null=True, blank=True)
    aanwezig = models.BooleanField(null=True, blank=True)
    weggelaten_op = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        db_table = "overleg_genodigde"
        verbose_name_plural = "genodigden"
        constraints = (
            een_rij_per("genodigde_een", "agendapunt", "gebruiker", "organisatie", "derde"),
            models.CheckConstraint(
                name="genodigde_derde_na_geheimhouding",
                condition=Q(
                    gebruiker__isnull=False,
                    functie__isnull=True,
                    derde__isnull=True,
                    geheimhouding_op__isnull=True,
                )
                | Q(
                    gebruiker__isnull=True,
                    organisatie__isnull=False,
                    derde__isnull=True,
                    geheimhouding_op__isnull=True,
                )
                | Q(
                    gebruiker__isnull=True,
                    organisatie__isnull=True,
                    functie__isnull=True,
                    derde__regex=r"\S",
                    geheimhouding_op__isnull=False,
                ),
                violation_error_message="Een derde komt pas na het tekenen voor geheimhouding.",
            ),
        )

    def __str__(self) -> str:
        return f"genodigde {self.id}"


@met_historie()
class Verslag(Afschermbaar, Persoonsgegeven):
    """What was said and decided on one point; from `vastgesteld_op` on nobody changes it.

    The house writes it; the partners of the point read it once it is vastgesteld. The afspraken as
    they were at that moment are rows of their own: `VerslagAfspraak`.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="verslagen")
    agendapunt = models.ForeignKey(Agendapunt, on_delete=models.RESTRICT, related_name="verslagen")
    tekst = models.TextField(null=True, blank=True)
    besluit = models.TextField(null=True, blank=True)
    vastgesteld_op = models.DateTimeField(null=True, blank=True, editable=False)
    vastgesteld_door = models.ForeignKey(
        "gebruikers.Gebruiker",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )

    class Meta:
        db_table = "overleg_verslag"
        verbose_name_plural = "verslagen"
        constraints = (een_rij_per("verslag_een", "agendapunt"),)

    def __str__(self) -> str:
        return f"verslag {self.id}"


@met_historie()
class VerslagAfspraak(Afschermbaar, Persoonsgegeven):
    """An afspraak as it was when the verslag of its point was vastgesteld; never changed.

    organisatie: who does it, so that a partner reads only the own ones, and None the house; wie:
    that organisation and perhaps somebody of it, as they were called. Rows come by
    `overleg.leg_afspraken_vast` only.
    """

    casus = models.ForeignKey(
        "casus.Casus", on_delete=models.RESTRICT, related_name="verslagafspraken"
    )
    agendapunt = models.ForeignKey(
        Agendapunt, on_delete=models.RESTRICT, related_name="verslagafspraken"
    )
    volgnummer = models.PositiveIntegerField()
    organisatie = models.ForeignKey(
        "organisaties.Organisatie",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
    )
    wie = models.TextField()
    wat = models.TextField()
    uiterlijk_op = models.DateField()
    stand = models.CharField(max_length=10)

    class Meta:
        db_table = "overleg_verslagafspraak"
        verbose_name_plural = "verslagafspraken"
        constraints = (
            models.CheckConstraint(
                name="verslagafspraak_stand",
                condition=Q(stand__in=("nieuw", "klaar", "open")),
                violation_error_message="Een afspraak in een verslag is nieuw, klaar of open.",
            ),
        )

    def __str__(self) -> str:
        return f"verslagafspraak {self.id}"


class Overlegmail(models.Model):
    """What one account was told of an overleg by mail; never the text. Only functions write it.

    volgnummer: rises with each new thing to tell, from 0 for what arrives first; stand: `wacht`,
    `bezig`, `later` (who doesn't see the overleg just now) or an Overlegmailstand; in_agenda: told
    to come, then on datum and at aanvang.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    overleg = models.ForeignKey(
        Overleg, on_delete=models.RESTRICT, db_column="overleg", related_name="+"
    )
    gebruiker = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, db_column="gebruiker", related_name="+"
    )
    volgnummer = models.PositiveIntegerField()
    stand = models.CharField(max_length=20)
    pogingen = models.PositiveSmallIntegerField()
    in_agenda = models.BooleanField()
    datum = models.DateField(null=True)
    aanvang = models.TimeField(null=True)
    laatst_op = models.DateTimeField()

    class Meta:
        db_table = "overleg_overlegmail"
        verbose_name_plural = "overlegmails"
        constraints = (
            models.UniqueConstraint(fields=("overleg", "gebruiker"), name="overlegmail_een"),
        )

    def __str__(self) -> str:
        return f"overlegmail {self.id}"
