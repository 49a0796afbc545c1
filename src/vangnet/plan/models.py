# SPDX-License-Identifier: EUPL-1.2
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from vangnet.inrichting.velden import alleen_codes, codeveld, een_rij_per, kenmerkveld
from vangnet.kern.models import Afschermbaar, Basis, met_historie
from vangnet.organisaties.models import Organisatie


@met_historie()
class Plan(Afschermbaar, Basis):
    """A plan van aanpak (BGS 2.17); signed by the client, it is followed for three years.

    vastgesteld_op: for the first time; nadruk: of the last version of that year, which the figures
    count; ondertekend_op: the day of the first signature, from which it is followed.
    getekende_versie: under which version that one stands, unknown of before and from an import;
    handtekening_reden: why day or version were corrected. All by `plan.onderteken`.
    """

    kenmerk = kenmerkveld()
    casus = models.ForeignKey(
        "casus.Casus", on_delete=models.RESTRICT, null=True, blank=True, related_name="plannen"
    )
    vastgesteld_op = models.DateField()
    nadruk = codeveld()
    ondertekend_op = models.DateField(null=True, blank=True)
    volgen_tot = models.DateField(null=True, blank=True)
    handtekening_reden = models.TextField(null=True, blank=True, editable=False)
    getekende_versie = models.ForeignKey(
        "plan.PlanVersie",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )

    class Meta:
        db_table = "plan_plan"
        verbose_name_plural = "plannen"
        constraints = (alleen_codes("plan_nadruk", "nadruk", "nadruk"),)

    def __str__(self) -> str:
        return self.kenmerk


@met_historie()
class PlanVersie(Afschermbaar, Basis):
    """A plan as it was vastgesteld on a day; written by `plan.stel_vast` only, and never changed.

    inhoud: goals and afspraken as they were, as the person concerned reads them.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="planversies")
    plan = models.ForeignKey(Plan, on_delete=models.RESTRICT, related_name="versies")
    nummer = models.PositiveSmallIntegerField()
    vastgesteld_op = models.DateField()
    nadruk = codeveld()
    inhoud = models.JSONField()
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )

    class Meta:
        db_table = "plan_planversie"
        verbose_name_plural = "planversies"
        constraints = (
            alleen_codes("planversie_nadruk", "nadruk", "nadruk"),
            een_rij_per("planversie_een", "casus", "nummer"),
        )

    def __str__(self) -> str:
        return f"planversie {self.id}"


@met_historie()
class Handtekening(Afschermbaar, Basis):
    """That a hoofdbetrokkene signed a plan, on a day; written by `plan.onderteken` only.

    reden: why day or version were corrected. A plan that was signed before there were rows here,
    or in a package without them, has none: then who signed is unknown.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.RESTRICT, related_name="handtekeningen")
    betrokkenheid = models.ForeignKey(
        "casus.Betrokkenheid", on_delete=models.RESTRICT, related_name="handtekeningen"
    )
    ondertekend_op = models.DateField()
    getekende_versie = models.ForeignKey(
        PlanVersie, on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    reden = models.TextField(null=True, blank=True)

    class Meta:
        db_table = "plan_handtekening"
        verbose_name_plural = "handtekeningen"
        constraints = (een_rij_per("handtekening_een", "plan", "betrokkenheid"),)

    def __str__(self) -> str:
        return f"handtekening {self.id}"


@met_historie()
class Doel(Afschermbaar, Basis):
    """What gets better in one leefgebied, how one sees that, and by when; part of the plan.

    resultaat: how far it was reached, empty while it is open; beoordeeld_op: the day of that.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="doelen")
    leefgebied = codeveld()
    omschrijving = models.TextField()
    meetbaar = models.TextField()
    vastgesteld_op = models.DateField()
    streefdatum = models.DateField()
    resultaat = codeveld(leeg=True)
    beoordeeld_op = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "plan_doel"
        verbose_name_plural = "doelen"
        constraints = (
            alleen_codes("doel_leefgebied", "leefgebied", "leefgebied"),
            alleen_codes("doel_resultaat", "resultaat", "resultaat"),
            models.CheckConstraint(
                name="doel_gevuld",
                condition=Q(omschrijving__regex=r"\S", meetbaar__regex=r"\S"),
                violation_error_message="Zeg wat het doel is en waaraan je ziet dat het lukt.",
            ),
            models.CheckConstraint(
                name="doel_streefdatum_na_vaststellen",
                condition=Q(streefdatum__gte=F("vastgesteld_op")),
                violation_error_message="De streefdatum ligt voor de dag van het doel.",
            ),
            models.CheckConstraint(
                name="doel_beoordeeld",
                condition=Q(resultaat__isnull=True, beoordeeld_op__isnull=True)
                | Q(resultaat__isnull=False, beoordeeld_op__isnull=False),
                violation_error_message="Een resultaat heeft een dag.",
            ),
        )

    def __str__(self) -> str:
        return f"doel {self.id}"


def naam_van_eigenaar(organisatie: Organisatie | None) -> str:
    """Whose an afspraak is, as a screen calls it: the organisation, or the house."""
    return organisatie.naam if organisatie else _("Het huis")


@met_historie()
class Afspraak(Afschermbaar, Basis):
    """What an organisation does, by when, in which legal domain.

    organisatie: None is the house itself, as of a rol (docs/adr/0038). gebruiker: who of it does
    it, when that is known; somebody of the casus. doel: what it is for, a goal of the same casus.
    eerder_op: the days that it was to be ready by before it was moved, oldest first; a trigger of
    the owner keeps them. gereed_op: written by `plan.zet_gereed` only. staat_los: of
    `querysets.met_namen`, that who does it takes no part today.
    """

    staat_los: bool

    kenmerk = kenmerkveld()
    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="afspraken")
    organisatie = models.ForeignKey(
        "organisaties.Organisatie",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="afspraken",
    )
    gebruiker = models.ForeignKey(
        "gebruikers.Gebruiker",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="afspraken",
    )
    doel = models.ForeignKey(
        Doel, on_delete=models.RESTRICT, null=True, blank=True, related_name="afspraken"
    )
    domein = codeveld()
    interventie = models.TextField(null=True, blank=True)
    omschrijving = models.TextField(null=True, blank=True)
    vastgesteld_op = models.DateField()
    uiterlijk_op = models.DateField()
    eerder_op = ArrayField(models.DateField(), db_default=[], editable=False)
    gereed_op = models.DateField(null=True, blank=True)
    vervallen_op = models.DateField(null=True, blank=True)
    vervallen_reden = models.TextField(null=True, blank=True)

    class Meta:
        db_table = "plan_afspraak"
        verbose_name_plural = "afspraken"
        indexes = (models.Index(fields=["casus", "uiterlijk_op"], name="afspraak_van_casus"),)
        constraints = (
            alleen_codes("afspraak_domein", "domein", "domein"),
            models.CheckConstraint(
                name="afspraak_gereed_of_vervallen",
                condition=Q(gereed_op__isnull=True) | Q(vervallen_op__isnull=True),
                violation_error_message="Een afspraak is gereed of vervallen, niet allebei.",
            ),
            models.CheckConstraint(
                name="afspraak_uiterlijk_na_vaststellen",
                condition=Q(uiterlijk_op__gte=F("vastgesteld_op")),
                violation_error_message="De uiterste dag ligt voor de dag van de afspraak.",
            ),
        )

    def __str__(self) -> str:
        return self.kenmerk

    @property
    def van_wie(self) -> str:
        """The organisation that does it, or the house, as a screen calls it."""
        return naam_van_eigenaar(self.organisatie)
