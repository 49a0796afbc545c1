# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Q

from vangnet.afsluiting.regels import GEEN_ONTVANGER, Antwoord, Besluitsoort, Wijze
from vangnet.inrichting.velden import alleen_codes, codeveld, een_rij_per
from vangnet.kern.models import Afschermbaar, Basis, Persoonsgegeven, met_historie


def _alleen_uit(naam: str, veld: str, lijst: Iterable[str]) -> models.CheckConstraint:
    woorden = [str(woord) for woord in lijst]
    return models.CheckConstraint(
        name=naam,
        condition=Q((f"{veld}__isnull", True)) | Q((f"{veld}__in", woorden)),
        violation_error_message="Deze keuze staat niet in de lijst.",
    )


def _account(*, leeg: bool = False) -> "models.ForeignKey[Any, Any]":
    return models.ForeignKey(
        "gebruikers.Gebruiker",
        on_delete=models.RESTRICT,
        related_name="+",
        null=leeg,
        blank=leeg,
        editable=False,
    )


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


@met_historie()
class Overdracht(Afschermbaar, Persoonsgegeven):
    """A handover of a casus to a receiver, who accepts or refuses it.

    functie: of the person who goes on there, never a name; soort: what the figures call the
    receiver; gebruiker: who of that organisation answers, when they take part in the casus; warm:
    handed over in a talk; gesprek_op: the day of that talk; wat: what the receiver goes on with. An
    answer stays as it is. Of `querysets.met_stand`, staat_los: that gebruiker takes no part today;
    is_aan_mij: the reader answers, or did.
    """

    staat_los: bool
    is_aan_mij: bool

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="overdrachten")
    organisatie = models.ForeignKey(
        "organisaties.Organisatie", on_delete=models.RESTRICT, related_name="+"
    )
    soort = codeveld()
    functie = models.TextField()
    gebruiker = _account(leeg=True)
    warm = models.BooleanField()
    gesprek_op = models.DateField(null=True, blank=True)
    wat = models.TextField(null=True, blank=True)
    aangeboden_op = models.DateField()
    aangeboden_door = _account()
    antwoord = models.CharField(max_length=60, null=True, blank=True)
    reden = models.TextField(null=True, blank=True)
    beantwoord_op = models.DateField(null=True, blank=True)
    beantwoord_door = _account(leeg=True)

    class Meta:
        db_table = "afsluiting_overdracht"
        verbose_name_plural = "overdrachten"
        constraints = (
            alleen_codes("overdracht_soort", "soort", "ontvanger_soort"),
            models.CheckConstraint(
                name="overdracht_aan_iemand",
                condition=~Q(soort__in=sorted(GEEN_ONTVANGER)) & Q(functie__regex=r"\S"),
                violation_error_message="Een overdracht heeft een ontvanger met een functie.",
            ),
            _alleen_uit("overdracht_antwoord", "antwoord", Antwoord),
            models.CheckConstraint(
                name="overdracht_beantwoord_door",
                condition=Q(
                    antwoord__isnull=True, beantwoord_op__isnull=True, beantwoord_door__isnull=True
                )
                | Q(
                    antwoord__isnull=False,
                    beantwoord_op__isnull=False,
                    beantwoord_door__isnull=False,
                ),
                violation_error_message="Een antwoord heeft een dag en iemand die het gaf.",
            ),
            models.CheckConstraint(
                name="overdracht_geweigerd_met_reden",
                condition=Q(antwoord__isnull=True)
                | ~Q(antwoord=str(Antwoord.GEWEIGERD))
                | Q(reden__isnull=False, reden__regex=r"\S"),
                violation_error_message="Wie weigert, zegt waarom.",
            ),
        )

    def __str__(self) -> str:
        return f"overdracht {self.id}"


@met_historie()
class Besluit(Afschermbaar, Persoonsgegeven):
    """What the deelnemers decided about closing or reopening a casus, and who checked it.

    motivering: why, in plain words; wijze: how they decided; genomen_op: when; afsluitreden to
    volgen_gestopt: of closing alone. overdracht: the handover that goes on, accepted. akkoord: what
    the second regisseur found, None while they have to look; it closes the casus.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="besluiten")
    soort = models.CharField(max_length=60)
    motivering = models.TextField()
    wijze = models.CharField(max_length=60)
    genomen_op = models.DateField()
    door = _account()
    afsluitreden = codeveld(leeg=True)
    resultaat = codeveld(leeg=True)
    overdracht = models.ForeignKey(
        Overdracht, on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    geinformeerd = models.BooleanField(null=True, blank=True)
    waarom_niet_geinformeerd = models.TextField(null=True, blank=True)
    volgen_gestopt = models.TextField(null=True, blank=True)
    controleur = _account(leeg=True)
    gecontroleerd_op = models.DateField(null=True, blank=True)
    akkoord = models.BooleanField(null=True, blank=True)
    terug_reden = models.TextField(null=True, blank=True)

    class Meta:
        db_table = "afsluiting_besluit"
        verbose_name_plural = "besluiten"
        constraints = (
            _alleen_uit("besluit_soort", "soort", Besluitsoort),
            _alleen_uit("besluit_wijze", "wijze", Wijze),
            alleen_codes("besluit_resultaat", "resultaat", "resultaat"),
            models.CheckConstraint(
                name="besluit_motivering",
                condition=Q(motivering__regex=r"\S"),
                violation_error_message="Een besluit heeft een motivering.",
            ),
            models.CheckConstraint(
                name="besluit_niet_geinformeerd_met_reden",
                condition=Q(soort=str(Besluitsoort.HEROPENEN))
                | Q(geinformeerd__isnull=False, geinformeerd=True)
                | Q(
                    geinformeerd__isnull=False,
                    waarom_niet_geinformeerd__isnull=False,
                    waarom_niet_geinformeerd__regex=r"\S",
                ),
                violation_error_message="Zeg waarom betrokkene niet is geïnformeerd.",
            ),
            models.CheckConstraint(
                name="besluit_door_een_ander_gecontroleerd",
                condition=Q(
                    akkoord__isnull=True, controleur__isnull=True, gecontroleerd_op__isnull=True
                )
                | Q(
                    akkoord__isnull=False,
                    akkoord=False,
                    controleur__isnull=False,
                    gecontroleerd_op__isnull=False,
                    terug_reden__isnull=False,
                    terug_reden__regex=r"\S",
                )
                | (
                    Q(
                        akkoord__isnull=False,
                        akkoord=True,
                        controleur__isnull=False,
                        gecontroleerd_op__isnull=False,
                    )
                    & ~Q(controleur=F("door"))
                ),
                violation_error_message="Een tweede regisseur controleert het besluit.",
            ),
            models.UniqueConstraint(
                name="besluit_een_open_voorstel",
                fields=["casus"],
                condition=Q(soort=str(Besluitsoort.SLUITEN), akkoord__isnull=True),
                violation_error_message="Er ligt al een voorstel om te sluiten.",
            ),
        )

    def __str__(self) -> str:
        return f"besluit {self.id}"


@met_historie()
class Heropenvraag(Persoonsgegeven):
    """A trajectbegeleider asks whether a closed casus can open again: a kenmerk, as it was typed.

    Nobody of the casework sees a closed casus, so nothing says whether there is one. behandeld_op:
    a regisseur looked at it.
    """

    kenmerk = models.CharField(max_length=60)
    gevraagd_door = _account()
    gevraagd_op = models.DateField()
    behandeld_op = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "afsluiting_heropenvraag"
        verbose_name_plural = "heropenvragen"
        constraints = (
            models.CheckConstraint(
                name="heropenvraag_kenmerk",
                condition=Q(kenmerk__regex=r"^\S*[0-9]\S*$"),
                violation_error_message="Een kenmerk is één woord met een cijfer erin.",
            ),
        )

    def __str__(self) -> str:
        return f"heropenvraag {self.id}"


class Besluitstem(Basis):
    """Who decided, for which organisation, and whether they agreed; written once, by the act."""

    besluit = models.ForeignKey(Besluit, on_delete=models.RESTRICT, related_name="stemmen")
    naam = models.TextField()
    organisatie = models.ForeignKey(
        "organisaties.Organisatie", on_delete=models.RESTRICT, related_name="+"
    )
    akkoord = models.BooleanField()

    class Meta:
        db_table = "afsluiting_besluitstem"
        verbose_name_plural = "besluitstemmen"
        constraints = (
            models.CheckConstraint(
                name="besluitstem_naam",
                condition=Q(naam__regex=r"\S"),
                violation_error_message="Een beslisser heeft een naam.",
            ),
        )

    def __str__(self) -> str:
        return f"besluitstem {self.id}"


@met_historie()
class Nazorg(Persoonsgegeven):
    """The question to a receiver, six weeks after closing: is the person really in care?

    It opens nothing: kenmerk, whom to ask and the answer, copied when the casus closed. Of a casus
    that was beperkt only who closed it sees it. vervallen_op: the casus was reopened first.
    """

    casus = models.ForeignKey("casus.Casus", on_delete=models.RESTRICT, related_name="+")
    kenmerk = models.TextField()
    afgesloten_op = models.DateField()
    organisatie = models.ForeignKey(
        "organisaties.Organisatie", on_delete=models.RESTRICT, related_name="+"
    )
    functie = models.TextField()
    uiterlijk_op = models.DateField()
    beperkt = models.BooleanField()
    door = _account()
    controleur = _account()
    in_zorg = models.BooleanField(null=True, blank=True)
    beantwoord_op = models.DateField(null=True, blank=True)
    beantwoord_door = _account(leeg=True)
    vervallen_op = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "afsluiting_nazorg"
        verbose_name_plural = "nazorg"
        constraints = (
            een_rij_per("nazorg_een", "casus", "afgesloten_op"),
            models.CheckConstraint(
                name="nazorg_beantwoord_door",
                condition=Q(
                    in_zorg__isnull=True, beantwoord_op__isnull=True, beantwoord_door__isnull=True
                )
                | Q(
                    in_zorg__isnull=False,
                    beantwoord_op__isnull=False,
                    beantwoord_door__isnull=False,
                ),
                violation_error_message="Een antwoord heeft een dag en iemand die het opschreef.",
            ),
        )

    def __str__(self) -> str:
        return f"nazorg {self.id}"
