# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from vangnet.aanmelding.beperkingen import niet_leeg, tot_of_nooit
from vangnet.aanmelding.regels import Antwoordwijze, Criterium, RisicoSoort, RisicoVoor
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.inrichting.velden import (
    alleen_codes,
    alleen_woorden,
    codeveld,
    een_rij_per,
    gemeenteveld,
    kenmerkveld,
    woordenveld,
)
from vangnet.kern.models import Afschermbaar, Basis, Persoonsgegeven, met_historie


@met_historie()
class Aanmelding(Afschermbaar, Persoonsgegeven):
    """A request about a person or system, as received, with what triage decided.

    aanmelder: the deelnemer that reports (WGS 2.31(1)); aangedragen_door: who brought it there.
    achternaam to geboortedatum: whom it is about, in the words of the aanmelder, until the decision
    says who that is (Koppeling). criteria: those of BGS 2.20 that hold according to the aanmelder;
    leefgebieden: on which there are problems, also according to them.
    ingediend_door: the account that sent it; empty for one that was imported.
    termijn_vanaf: the first decision, once that was corrected; uitgesteld_tot: it stays until then.
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
    achternaam = models.TextField(null=True, blank=True)
    tussenvoegsel = models.TextField(null=True, blank=True)
    voornamen = models.TextField(null=True, blank=True)
    geboortedatum = models.DateField(null=True, blank=True)
    doel = models.TextField(null=True, blank=True)
    geprobeerd = models.TextField(null=True, blank=True)
    betrokken = models.TextField(null=True, blank=True)
    andere_gemeenten = models.TextField(null=True, blank=True)
    risico_voor = woordenveld()
    risico_soort = woordenveld()
    leefgebieden = woordenveld()
    geinformeerd = models.BooleanField(null=True, blank=True)
    waarom_niet_geinformeerd = models.TextField(null=True, blank=True)
    criteria = woordenveld()
    ingediend_door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    triage_op = models.DateField(null=True, blank=True)
    triage_besluit = codeveld(leeg=True)
    reden = codeveld(leeg=True)
    verwezen_naar = models.TextField(null=True, blank=True)
    casus = models.ForeignKey(
        "casus.Casus", on_delete=models.RESTRICT, null=True, blank=True, related_name="aanmeldingen"
    )
    termijn_vanaf = models.DateField(null=True, editable=False)
    uitgesteld_tot = models.DateField(null=True, editable=False)

    class Meta:
        db_table = "aanmelding_aanmelding"
        verbose_name_plural = "aanmeldingen"
        indexes = (
            models.Index(fields=["-ontvangen_op", "-id"], name="aanmelding_ontvangen"),
            # What is to be destroyed: few rows, looked for each minute.
            models.Index(
                fields=["triage_op"],
                name="aanmelding_zonder_zaak",
                condition=Q(casus__isnull=True, triage_besluit__isnull=False),
            ),
        )
        constraints = (
            alleen_codes("aanmelding_triage_besluit", "triage_besluit", "triage_besluit"),
            alleen_woorden("aanmelding_criteria", "criteria", Criterium),
            alleen_woorden("aanmelding_risico_voor", "risico_voor", RisicoVoor),
            alleen_woorden("aanmelding_risico_soort", "risico_soort", RisicoSoort),
            alleen_woorden(
                "aanmelding_leefgebieden", "leefgebieden", CODELIJSTEN["leefgebied"].waarden
            ),
            models.CheckConstraint(
                name="aanmelding_niet_geinformeerd_met_reden",
                condition=Q(geinformeerd__isnull=True)
                | Q(geinformeerd=True)
                | Q(waarom_niet_geinformeerd__isnull=False, waarom_niet_geinformeerd__regex=r"\S"),
                violation_error_message="Zeg waarom betrokkene niet is geïnformeerd.",
            ),
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


class Concept(Persoonsgegeven):
    """An aanmelding that somebody is still typing, as the form has it; nobody else sees it.

    weg_op: thrown away then; it comes back for an hour. No history: it was never sent.
    """

    auteur = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )
    inhoud = models.JSONField()
    bewaard_op = models.DateTimeField()
    weg_op = models.DateTimeField(null=True)

    class Meta:
        db_table = "aanmelding_concept"
        verbose_name_plural = "concepten"
        indexes = (models.Index(fields=["auteur", "-bewaard_op"], name="concept_van"),)

    def __str__(self) -> str:
        return f"concept {self.id}"


class Criteriumoordeel(Basis):
    """What the deelnemers found of one legal criterion (BGS 2.20(3)); written once, by the act."""

    aanmelding = models.ForeignKey(Aanmelding, on_delete=models.RESTRICT, related_name="oordelen")
    criterium = models.CharField(max_length=60)
    geldt = models.BooleanField()
    motivering = models.TextField()

    class Meta:
        db_table = "aanmelding_criteriumoordeel"
        verbose_name_plural = "criteriumoordelen"
        constraints = (
            een_rij_per("criteriumoordeel_een", "aanmelding", "criterium"),
            models.CheckConstraint(
                name="criteriumoordeel_criterium",
                condition=Q(criterium__in=[str(een) for een in Criterium]),
                violation_error_message="Dit criterium bestaat niet.",
            ),
            niet_leeg(
                "criteriumoordeel_motivering", "motivering", "Een oordeel heeft een motivering."
            ),
        )

    def __str__(self) -> str:
        return f"criteriumoordeel {self.id}"


class Huiscriterium(Basis):
    """What the house itself wants to know at triage, from-to; ended, and never deleted.

    tot: its last day, or the one before vanaf: it never began. Other words are another criterium.
    """

    tekst = models.CharField(max_length=200)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "aanmelding_huiscriterium"
        verbose_name_plural = "huiscriteria"
        constraints = (
            tot_of_nooit("huiscriterium_tot"),
            niet_leeg("huiscriterium_tekst", "tekst", "Een criterium heeft een tekst."),
        )

    def __str__(self) -> str:
        return f"huiscriterium {self.id}"


class Huisoordeel(Basis):
    """What the deelnemers found of one criterium of the house; written once, by the act."""

    aanmelding = models.ForeignKey(
        Aanmelding, on_delete=models.RESTRICT, related_name="huisoordelen"
    )
    criterium = models.ForeignKey(Huiscriterium, on_delete=models.RESTRICT, related_name="+")
    geldt = models.BooleanField()
    motivering = models.TextField()

    class Meta:
        db_table = "aanmelding_huisoordeel"
        verbose_name_plural = "huisoordelen"
        constraints = (
            een_rij_per("huisoordeel_een", "aanmelding", "criterium"),
            niet_leeg("huisoordeel_motivering", "motivering", "Een oordeel heeft een motivering."),
        )

    def __str__(self) -> str:
        return f"huisoordeel {self.id}"


class Beslisser(Basis):
    """Who decided, for which organisation, and whether they agreed (WGS 2.31(2)); written once."""

    aanmelding = models.ForeignKey(Aanmelding, on_delete=models.RESTRICT, related_name="beslissers")
    naam = models.TextField()
    organisatie = models.ForeignKey(
        "organisaties.Organisatie", on_delete=models.RESTRICT, related_name="+"
    )
    akkoord = models.BooleanField()

    class Meta:
        db_table = "aanmelding_beslisser"
        constraints = (niet_leeg("beslisser_naam", "naam", "Een beslisser heeft een naam."),)

    def __str__(self) -> str:
        return f"beslisser {self.id}"


class VasteBeslisser(Basis):
    """Who decides at the weekly table for a deelnemer of WGS 2.27(1), kept as a Huiscriterium."""

    naam = models.TextField()
    organisatie = models.ForeignKey(
        "organisaties.Organisatie", on_delete=models.RESTRICT, related_name="+"
    )
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "aanmelding_vastebeslisser"
        verbose_name_plural = "vaste beslissers"
        constraints = (
            tot_of_nooit("vastebeslisser_tot"),
            models.UniqueConstraint(
                Lower("naam"), "organisatie", name="vastebeslisser_een", condition=Q(tot=None)
            ),
            niet_leeg("vastebeslisser_naam", "naam", "Een beslisser heeft een naam."),
        )

    def __str__(self) -> str:
        return f"vaste beslisser {self.id}"


class Vorigbesluit(Basis):
    """A decision that was corrected, as it was, and why; written by the act.

    hoe: its oordelen, huisoordelen and beslissers, as somebody reads them.
    """

    aanmelding = models.ForeignKey(
        Aanmelding, on_delete=models.RESTRICT, related_name="vorige_besluiten"
    )
    besluit = codeveld()
    besloten_op = models.DateField()
    reden = codeveld(leeg=True)
    verwezen_naar = models.TextField(null=True, blank=True)
    hoe = models.JSONField()
    waarom = models.TextField()
    gecorrigeerd_door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+"
    )
    gecorrigeerd_op = models.DateTimeField()

    class Meta:
        db_table = "aanmelding_vorigbesluit"
        verbose_name_plural = "vorige besluiten"
        constraints = (niet_leeg("vorigbesluit_waarom", "waarom", "Zeg wat er niet klopte."),)

    def __str__(self) -> str:
        return f"vorig besluit {self.id}"


class Koppeling(Basis):
    """Whom an aanmelding is about that a decision gave a casus; written by the act.

    Not on the aanmelding, whose row the aanmelder reads (docs/adr/0042). waarom: why it is somebody
    who was known; empty for who was new, and for who stood in the casus already. verbroken_op: it
    was somebody else after all, who got a persoon of their own; then that is whom it is about.
    """

    aanmelding = models.ForeignKey(
        Aanmelding, on_delete=models.RESTRICT, related_name="koppelingen"
    )
    persoon = models.ForeignKey("personen.Persoon", on_delete=models.RESTRICT, related_name="+")
    waarom = models.TextField(null=True, blank=True)
    verbroken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "aanmelding_koppeling"
        verbose_name_plural = "koppelingen"
        constraints = (
            een_rij_per("koppeling_een", "aanmelding"),
            niet_leeg("koppeling_waarom", "waarom", "Zeg waarom het dezelfde persoon is."),
        )

    def __str__(self) -> str:
        return f"koppeling {self.id}"


class Antwoord(Persoonsgegeven):
    """What the house told the aanmelder of a decision; given once, by the act.

    toelichting: in the words of the house, beside the decision itself; gelezen_op: somebody of the
    aanmelder said to have read it here. From either moment the aanmelding may be destroyed.
    """

    aanmelding = models.OneToOneField(Aanmelding, models.RESTRICT, related_name="antwoord")
    wijze = models.CharField(max_length=60)
    toelichting = models.TextField(null=True, blank=True)
    gegeven_door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+"
    )
    gegeven_op = models.DateTimeField()
    gelezen_door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    gelezen_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "aanmelding_antwoord"
        verbose_name_plural = "antwoorden"
        constraints = (
            models.CheckConstraint(
                name="antwoord_wijze",
                condition=Q(wijze__in=[str(een) for een in Antwoordwijze]),
                violation_error_message="Deze keuze staat niet in de lijst.",
            ),
        )

    def __str__(self) -> str:
        return f"antwoord {self.id}"


class Navraag(Persoonsgegeven):
    """What the house asks the aanmelder about an aanmelding, and the answer; each written once."""

    aanmelding = models.ForeignKey(Aanmelding, on_delete=models.RESTRICT, related_name="navragen")
    vraag = models.TextField()
    gevraagd_door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+"
    )
    gevraagd_op = models.DateTimeField()
    antwoord = models.TextField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    beantwoord_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "aanmelding_navraag"
        verbose_name_plural = "navragen"

    def __str__(self) -> str:
        return f"navraag {self.id}"


class Bijlage(Basis):
    """A document with a draft or an aanmelding; the room documenten has its file.

    hoort_bij: id of the draft, which the aanmelding that is sent of it keeps; the dossier of the
    file too. weg_op: taken away then, to come back for a while. Written by acts.
    """

    hoort_bij = models.UUIDField()
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )
    weg_op = models.DateTimeField(null=True, editable=False)

    class Meta:
        db_table = "aanmelding_bijlage"
        verbose_name_plural = "bijlagen"
        indexes = (models.Index(fields=["hoort_bij"], name="bijlage_hoort_bij"),)

    def __str__(self) -> str:
        return f"bijlage {self.id}"
