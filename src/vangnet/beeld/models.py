# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.db.models import F, Q

from vangnet.beeld.regels import SCORES, Afhandeling, Moment, Oordeel
from vangnet.inrichting.velden import alleen_codes, codeveld, een_rij_per
from vangnet.kern.models import Afschermbaar, Persoonsgegeven, met_historie

_GEEN_EINDE = {"afgehandeld_op__isnull": True, "afgehandeld_door__isnull": True}
_EINDE = {"afgehandeld_op__isnull": False, "afgehandeld_door__isnull": False}
_NIETS_GEGEVEN = {"bijdrage__isnull": True}
_GEEN_REDEN = {"reden__isnull": True}


@met_historie()
class Informatievraag(Afschermbaar, Persoonsgegeven):
    """What the house asks one organisation of a casus (WGS 1.5, BGS 1.5), and what came of it.

    betrokkenheid: whom it is about, when it is about one of them: a partner of another side then
    doesn't see it. afhandeling: none while it is open; bijdrage: what was provided; reden: why it
    was refused. gezegd_door, gezegd_op: who gave or refused it by telephone, in their own words who
    they are, and when; afgehandeld_door is then who wrote it down for the house.
    """

    casus = models.ForeignKey(
        "casus.Casus", on_delete=models.RESTRICT, related_name="informatievragen"
    )
    organisatie = models.ForeignKey(
        "organisaties.Organisatie", on_delete=models.RESTRICT, related_name="+"
    )
    betrokkenheid = models.ForeignKey(
        "casus.Betrokkenheid", on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    leefgebied = codeveld()
    doel = codeveld()
    vraag = models.TextField()
    gevraagd_door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )
    gevraagd_op = models.DateField()
    uiterlijk_op = models.DateField()
    afhandeling = models.CharField(max_length=60, null=True, blank=True)
    reden = models.TextField(null=True, blank=True)
    bijdrage = models.ForeignKey(
        "casus.Bijdrage", on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    afgehandeld_op = models.DateTimeField(null=True, blank=True)
    afgehandeld_door = models.ForeignKey(
        "gebruikers.Gebruiker",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )

    gezegd_door = models.TextField(null=True, blank=True)
    gezegd_op = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "beeld_informatievraag"
        verbose_name_plural = "informatievragen"
        constraints = (
            alleen_codes("informatievraag_leefgebied", "leefgebied", "leefgebied"),
            alleen_codes("informatievraag_doel", "doel", "deeldoel"),
            models.CheckConstraint(
                name="informatievraag_vraag",
                condition=Q(vraag__regex=r"\S"),
                violation_error_message="Schrijf wat je wilt weten.",
            ),
            models.CheckConstraint(
                name="informatievraag_termijn",
                condition=Q(uiterlijk_op__gt=F("gevraagd_op")),
                violation_error_message="De uiterste dag ligt na de dag van de vraag.",
            ),
            models.CheckConstraint(
                name="informatievraag_afgehandeld",
                condition=Q(
                    afhandeling__isnull=True, **_GEEN_EINDE, **_NIETS_GEGEVEN, **_GEEN_REDEN
                )
                | Q(
                    afhandeling__isnull=False,
                    afhandeling=str(Afhandeling.GEGEVEN),
                    bijdrage__isnull=False,
                    **_EINDE,
                    **_GEEN_REDEN,
                )
                | Q(
                    afhandeling__isnull=False,
                    afhandeling=str(Afhandeling.GEWEIGERD),
                    reden__isnull=False,
                    reden__regex=r"\S.{8,}\S",
                    **_EINDE,
                    **_NIETS_GEGEVEN,
                )
                | Q(
                    afhandeling__isnull=False,
                    afhandeling=str(Afhandeling.INGETROKKEN),
                    **_EINDE,
                    **_NIETS_GEGEVEN,
                    **_GEEN_REDEN,
                ),
                violation_error_message="Een vraag is open, of er staat wie haar hoe afhandelde.",
            ),
            models.CheckConstraint(
                name="informatievraag_gezegd",
                condition=Q(gezegd_door__isnull=True, gezegd_op__isnull=True)
                | Q(
                    gezegd_door__isnull=False,
                    gezegd_door__regex=r"\S",
                    gezegd_op__isnull=False,
                    gezegd_op__gte=F("gevraagd_op"),
                    afhandeling__isnull=False,
                    afhandeling__in=[str(Afhandeling.GEGEVEN), str(Afhandeling.GEWEIGERD)],
                ),
                violation_error_message="Bij wat aan de telefoon is gezegd, staat wie het zei, "
                "en wanneer.",
            ),
        )

    def __str__(self) -> str:
        return f"informatievraag {self.id}"


@met_historie()
class Score(Afschermbaar, Persoonsgegeven):
    """How somebody does in one leefgebied at one moment, as the house saw it; never added up."""

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="scores")
    betrokkenheid = models.ForeignKey(
        "casus.Betrokkenheid", on_delete=models.RESTRICT, related_name="scores"
    )
    leefgebied = codeveld()
    moment = models.CharField(max_length=60)
    score = models.PositiveSmallIntegerField()
    op = models.DateField()
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )

    class Meta:
        db_table = "beeld_score"
        verbose_name_plural = "scores"
        constraints = (
            alleen_codes("score_leefgebied", "leefgebied", "leefgebied"),
            models.CheckConstraint(
                name="score_moment",
                condition=Q(moment__in=[str(een) for een in Moment]),
                violation_error_message="Een score hoort bij start, evaluatie of eind.",
            ),
            models.CheckConstraint(
                name="score_een_tot_vijf",
                condition=Q(score__in=list(SCORES)),
                violation_error_message="Een score is 1, 2, 3, 4 of 5.",
            ),
            een_rij_per("score_een", "betrokkenheid", "leefgebied", "moment", "op"),
        )

    def __str__(self) -> str:
        return f"score {self.id}"


@met_historie()
class Hypotheseoordeel(Afschermbaar, Persoonsgegeven):
    """Whether a hypothese held, and why: written once by the house; the newest counts."""

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="+")
    bijdrage = models.ForeignKey(
        "casus.Bijdrage", on_delete=models.RESTRICT, related_name="oordelen"
    )
    oordeel = models.CharField(max_length=60)
    reden = models.TextField()
    op = models.DateField()
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )

    class Meta:
        db_table = "beeld_hypotheseoordeel"
        verbose_name_plural = "hypotheseoordelen"
        constraints = (
            models.CheckConstraint(
                name="hypotheseoordeel_oordeel",
                condition=Q(oordeel__in=[str(een) for een in Oordeel]),
                violation_error_message="Een hypothese is bevestigd of verworpen.",
            ),
            models.CheckConstraint(
                name="hypotheseoordeel_reden",
                condition=Q(reden__regex=r"\S.{8,}\S"),
                violation_error_message="Schrijf in een zin waarom.",
            ),
        )

    def __str__(self) -> str:
        return f"hypotheseoordeel {self.id}"
