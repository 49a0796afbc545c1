# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from vangnet.aanmelding.regels import RisicoSoort, RisicoVoor
from vangnet.inrichting.velden import (
    alleen_codes,
    alleen_woorden,
    codeveld,
    een_rij_per,
    tot_na_vanaf,
    woordenveld,
)
from vangnet.kern.models import Afschermbaar, Basis, Persoonsgegeven, met_historie
from vangnet.voortgang.regels import Uitkomst


@met_historie()
class Trajectbegeleiding(Afschermbaar, Basis):
    """A trajectbegeleider works with the client, from-to; only while the inzet is procesregie.

    Who does it has a rol on the casus. einde_reden: why it stopped before the casus closed. Begun
    and ended by functions (sql/traject.sql), or by an import; triggers hold it to the inzet.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="trajecten")
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    einde_reden = models.TextField(null=True, blank=True)

    class Meta:
        db_table = "voortgang_trajectbegeleiding"
        verbose_name_plural = "trajectbegeleidingen"
        constraints = (tot_na_vanaf("traject_tot"), een_rij_per("traject_een", "casus", "vanaf"))

    def __str__(self) -> str:
        return f"traject {self.id}"


@met_historie()
class Contactmoment(Afschermbaar, Persoonsgegeven):
    """A contact within a traject: a line of the log, or an appointment that is still to come.

    organisatie: the partner that was spoken to, empty for the person concerned; uitkomst: empty
    while it is to come; plek: where, in one's own words; weggehaald_op: taken away as a slip, and
    shown no more, but to its author for a while. Changed by its author alone.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="contacten")
    moment = models.DateTimeField()
    plek = models.TextField(null=True, blank=True)
    organisatie = models.ForeignKey(
        "organisaties.Organisatie",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
    )
    uitkomst = models.CharField(max_length=60, null=True, blank=True)
    weggehaald_op = models.DateTimeField(null=True, blank=True, editable=False)
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )

    class Meta:
        db_table = "voortgang_contactmoment"
        verbose_name_plural = "contactmomenten"
        indexes = (models.Index(fields=["casus", "moment"], name="contactmoment_casus"),)
        constraints = (
            models.CheckConstraint(
                name="contactmoment_uitkomst",
                condition=models.Q(uitkomst__isnull=True)
                | models.Q(uitkomst__in=[str(een) for een in Uitkomst]),
                violation_error_message="Een contact is gesproken, niet bereikt of afgezegd.",
            ),
        )

    def __str__(self) -> str:
        return f"contactmoment {self.id}"


@met_historie()
class Opschaling(Afschermbaar, Basis):
    """A stagnating casus is brought before management or bestuur; no uitkomst = still open.

    aangesprokene: a manager or bestuurder of a participating deelnemer, admitted by the deciders,
    who sees the question, the stuck afspraken, the term and who it is about, from toegelaten_op
    until beantwoord_op (toegang.md section 2). toegelaten_door, toegelaten_namens: the decider who
    admitted them, and the deelnemer for which that one spoke (WGS 2.31(4)). notitie: what the
    gremium as a whole reads, without names. afgerond_op, opbrengst: when the uitkomst was known,
    and what it brought. All of it is written by functions (sql/opschalen.sql), or by an import.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="opschalingen")
    datum = models.DateField()
    niveau = codeveld()
    uitkomst = codeveld(leeg=True)
    vraag = models.TextField(null=True, blank=True)
    aangesprokene = models.ForeignKey(
        "gebruikers.Gebruiker",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="opschalingen",
    )
    toegelaten_op = models.DateField(null=True, blank=True)
    antwoord_voor = models.DateField(null=True, blank=True)
    beantwoord_op = models.DateField(null=True, blank=True)
    antwoord = models.TextField(null=True, blank=True)
    toegelaten_door = models.CharField(max_length=200, null=True, blank=True)
    toegelaten_namens = models.ForeignKey(
        "organisaties.Organisatie",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
    )
    notitie = models.TextField(null=True, blank=True)
    afgerond_op = models.DateField(null=True, blank=True)
    opbrengst = models.TextField(null=True, blank=True)

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


@met_historie()
class VastgelopenAfspraak(Afschermbaar, Basis):
    """An afspraak that is stuck, as an opschaling brings it forward."""

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="+")
    opschaling = models.ForeignKey(Opschaling, on_delete=models.RESTRICT, related_name="+")
    afspraak = models.ForeignKey("plan.Afspraak", on_delete=models.RESTRICT, related_name="+")

    class Meta:
        db_table = "voortgang_vastgelopenafspraak"
        verbose_name_plural = "vastgelopen afspraken"
        constraints = (een_rij_per("vastgelopen_een", "opschaling", "afspraak"),)

    def __str__(self) -> str:
        return f"vastgelopen afspraak {self.id}"


@met_historie()
class Evaluatie(Afschermbaar, Persoonsgegeven):
    """The deelnemers looked at how it goes (WGS 2.26(a), 2.31(6)): a day and a sentence.

    It sets the clock of the casus anew; written once.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="evaluaties")
    datum = models.DateField()
    conclusie = models.TextField()
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )

    class Meta:
        db_table = "voortgang_evaluatie"
        verbose_name_plural = "evaluaties"
        constraints = (
            een_rij_per("evaluatie_een", "casus", "datum"),
            models.CheckConstraint(
                name="evaluatie_conclusie",
                condition=models.Q(conclusie__regex=r"\S"),
                violation_error_message="Schrijf wat de evaluatie opleverde.",
            ),
        )

    def __str__(self) -> str:
        return f"evaluatie {self.id}"


@met_historie()
class Veiligheidsrisico(Afschermbaar, Persoonsgegeven):
    """For whom a casus is unsafe from a day on and what may happen, by the house; both empty: no
    risk any more.

    na: the row that it comes after, so that of two editors the second is told; ingetrokken_op:
    taken back by who wrote it, which is the only change that a row gets.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="+")
    datum = models.DateField()
    voor = woordenveld()
    soort = woordenveld()
    reden = models.TextField()
    na = models.ForeignKey(
        "self", on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "voortgang_veiligheidsrisico"
        verbose_name_plural = "veiligheidsrisico's"
        constraints = (
            alleen_woorden("veiligheid_voor", "voor", RisicoVoor),
            alleen_woorden("veiligheid_soort", "soort", RisicoSoort),
            models.CheckConstraint(
                name="veiligheid_beide",
                condition=models.Q(voor=[], soort=[]) | (~models.Q(voor=[]) & ~models.Q(soort=[])),
                violation_error_message="Kies wat er kan gebeuren en voor wie, of geen van beide.",
            ),
            models.CheckConstraint(
                name="veiligheid_reden",
                condition=models.Q(reden__regex=r"\S"),
                violation_error_message="Schrijf waarom dit verandert.",
            ),
            models.UniqueConstraint(
                name="veiligheid_een",
                fields=("casus", "na"),
                condition=models.Q(ingetrokken_op__isnull=True),
                nulls_distinct=False,
                violation_error_message="Iemand anders heeft dit intussen veranderd.",
            ),
        )

    def __str__(self) -> str:
        return f"veiligheidsrisico {self.id}"
