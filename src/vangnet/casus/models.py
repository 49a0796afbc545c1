# SPDX-License-Identifier: EUPL-1.2
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Func, Value
from django.db.models.functions import Now

from vangnet.casus.regels import Antwoord, BijdrageSoort, RolSoort
from vangnet.delen.models import Gedeeld, deelregels
from vangnet.inrichting.velden import (
    alleen_codes,
    codeveld,
    een_rij_per,
    gemeenteveld,
    kenmerkveld,
    tot_na_vanaf,
    woordenveld,
)
from vangnet.kern.models import Afschermbaar, Basis, Persoonsgegeven, met_historie


class _Dagen(Func):
    """daterange(vanaf, tot, '[]'): both days count."""

    function = "DATERANGE"
    output_field = DateRangeField()


@met_historie()
class Casus(Afschermbaar, Persoonsgegeven):
    """A zaak that the house holds: opened by a triage decision, one identity for ever.

    aandachtsgebied: the one that counts in the figures; beside it the verdere; gemeente: of the
    hoofdbetrokkene when aangemeld; beperkt: also within the house only who is named on it sees it;
    gesloten: a closing is in force, kept by triggers as `dicht` is.
    """

    kenmerk = kenmerkveld()
    samenstelling = codeveld()
    hoofdbetrokkene = models.ForeignKey(
        "personen.Persoon", on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    gemeente = gemeenteveld()
    aandachtsgebied = codeveld(leeg=True)
    verdere_aandachtsgebieden = woordenveld()
    beperkt = models.BooleanField(db_default=False, editable=False)
    gesloten = models.BooleanField(db_default=False, editable=False)

    class Meta:
        db_table = "casus_casus"
        verbose_name_plural = "casussen"
        indexes = (
            models.Index(fields=["gemeente", "kenmerk"], name="casus_van_gemeente"),
            # Which gemeenten there are among what the house sees, which is a tenth of them.
            models.Index(
                fields=["gemeente", "kenmerk"],
                name="casus_open_gemeente",
                condition=models.Q(dicht=False),
            ),
            # Few, and looked for by every question to reopen.
            models.Index(
                fields=["kenmerk"], name="casus_beperkt", condition=models.Q(beperkt=True)
            ),
        )
        constraints = (alleen_codes("casus_samenstelling", "samenstelling", "samenstelling"),)

    def __str__(self) -> str:
        return self.kenmerk


@met_historie()
class Inzet(Afschermbaar, Basis):
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
class Ondersteuning(Afschermbaar, Persoonsgegeven):
    """What an inzet of ondersteuning keeps: light, because the regie is not with the house.

    regie_bij: who holds it locally; tafels: the local tables that the house joins; volgende_blik:
    the day on which the house looks again. No plan, scores or signature.
    """

    casus = models.ForeignKey(Casus, on_delete=models.RESTRICT, related_name="ondersteuningen")
    inzet = models.ForeignKey(Inzet, on_delete=models.RESTRICT, related_name="ondersteuningen")
    regie_bij = models.TextField()
    vraag = models.TextField()
    huis_doet = models.TextField()
    tafels = models.TextField(null=True, blank=True)
    volgende_blik = models.DateField()

    class Meta:
        db_table = "casus_ondersteuning"
        verbose_name_plural = "ondersteuningen"
        constraints = (
            een_rij_per("ondersteuning_een", "inzet"),
            models.CheckConstraint(
                name="ondersteuning_gevuld",
                condition=models.Q(
                    regie_bij__regex=r"\S", vraag__regex=r"\S", huis_doet__regex=r"\S"
                ),
                violation_error_message=(
                    "Zeg wie de regie heeft, wat de vraag is en wat het huis doet."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"ondersteuning {self.id}"


@met_historie()
class Betrokkenheid(Afschermbaar, Persoonsgegeven):
    """A person in a casus, in a role (BGS 2.19); the hoofdbetrokkene among them.

    zijde: in a system casus the side that this person is on; a partner of another side doesn't see
    the person. Empty: everybody who takes part sees them. kring, samenhang, afstemming: why a
    second hoofdbetrokkene is taken together with the first (BGS 2.20(2)).
    """

    casus = models.ForeignKey(Casus, on_delete=models.RESTRICT, related_name="betrokkenen")
    persoon = models.ForeignKey(
        "personen.Persoon", on_delete=models.RESTRICT, related_name="betrokkenheden"
    )
    rol = codeveld()
    vanaf = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    zijde = models.PositiveSmallIntegerField(null=True, blank=True)
    kring = models.TextField(null=True, blank=True)
    samenhang = models.TextField(null=True, blank=True)
    afstemming = models.TextField(null=True, blank=True)

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


@met_historie()
class CasusRol(Afschermbaar, Basis):
    """Somebody or an organisation takes part in a casus, from-to (toegang.md section 3).

    Without a gebruiker only the organisation takes part, which shows content to nobody. Without an
    antwoord the invitation is open. organisatie: empty for the house itself. overgedragen_aan: the
    rol with which a colleague went on. beeindigd_op: ended at that moment, whatever `tot` says;
    beeindigd_door: who did by hand, and may undo that for a while.
    """

    casus = models.ForeignKey(Casus, on_delete=models.RESTRICT, related_name="rollen")
    gebruiker = models.ForeignKey(
        "gebruikers.Gebruiker",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="casusrollen",
    )
    organisatie = models.ForeignKey(
        "organisaties.Organisatie",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="casusrollen",
    )
    rol = models.CharField(max_length=60)
    zijde = models.PositiveSmallIntegerField(null=True, blank=True)
    uitgenodigd_op = models.DateField(null=True, blank=True)
    antwoord = models.CharField(max_length=60, null=True, blank=True)
    vanaf = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    overgedragen_aan = models.ForeignKey(
        "self", on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    beeindigd_op = models.DateTimeField(null=True, blank=True)
    beeindigd_door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )

    class Meta:
        db_table = "casus_casusrol"
        verbose_name_plural = "casusrollen"
        indexes = (models.Index(fields=["gebruiker", "casus"], name="casusrol_gebruiker"),)
        constraints = (
            models.CheckConstraint(
                name="casusrol_rol",
                condition=models.Q(rol__in=[str(rol) for rol in RolSoort]),
                violation_error_message="Deze rol bestaat niet.",
            ),
            models.CheckConstraint(
                name="casusrol_antwoord",
                condition=models.Q(antwoord__isnull=True)
                | models.Q(antwoord__in=[str(antwoord) for antwoord in Antwoord]),
                violation_error_message="Dit antwoord bestaat niet.",
            ),
            models.CheckConstraint(
                name="casusrol_vanaf_na_aanvaarden",
                condition=models.Q(vanaf__isnull=True)
                | models.Q(antwoord__isnull=False, antwoord="aanvaard"),
                violation_error_message="Een rol begint pas als zij is aanvaard.",
            ),
            tot_na_vanaf("casusrol_tot"),
            models.CheckConstraint(
                name="casusrol_deelnemer_van_een_organisatie",
                condition=~models.Q(rol=str(RolSoort.DEELNEMER), organisatie__isnull=True),
                violation_error_message="Een deelnemer komt van een organisatie.",
            ),
        )

    def __str__(self) -> str:
        return f"casusrol {self.id}"


@met_historie()
class Bijdrage(Afschermbaar, Gedeeld, Persoonsgegeven):
    """What somebody contributes to a casus, for an audience (toegang.md section 4).

    betrokkenheid: whom it is about, when it is about one of them: a partner of another side then
    doesn't see it. tekst: of a document its title; its versions hang on this id (room documenten).
    ingetrokken_op: taken back by its author; nobody else sees it after that.
    """

    casus = models.ForeignKey(Casus, on_delete=models.RESTRICT, related_name="bijdragen")
    soort = models.CharField(max_length=60)
    leefgebied = codeveld(leeg=True)
    betrokkenheid = models.ForeignKey(
        Betrokkenheid, on_delete=models.RESTRICT, null=True, blank=True, related_name="bijdragen"
    )
    tekst = models.TextField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        db_table = "casus_bijdrage"
        verbose_name_plural = "bijdragen"
        constraints = (
            *deelregels("bijdrage"),
            alleen_codes("bijdrage_leefgebied", "leefgebied", "leefgebied"),
            models.CheckConstraint(
                name="bijdrage_soort",
                condition=models.Q(soort__in=[str(soort) for soort in BijdrageSoort]),
                violation_error_message="Kies wat voor bijdrage het is.",
            ),
            models.CheckConstraint(
                name="bijdrage_tekst",
                condition=models.Q(tekst__regex=r"\S"),
                violation_error_message="Een bijdrage heeft een tekst.",
            ),
        )

    def __str__(self) -> str:
        return f"bijdrage {self.id}"


@met_historie()
class BijdragePubliek(Basis):
    """An organisation that a bijdrage is for; a partner sees those that they may know take part."""

    bijdrage = models.ForeignKey(Bijdrage, on_delete=models.RESTRICT, related_name="genoemd")
    organisatie = models.ForeignKey(
        "organisaties.Organisatie", on_delete=models.RESTRICT, related_name="+"
    )

    class Meta:
        db_table = "casus_bijdragepubliek"
        verbose_name_plural = "bijdragepubliek"
        constraints = (een_rij_per("bijdragepubliek_een", "bijdrage", "organisatie"),)

    def __str__(self) -> str:
        return f"publiek {self.id}"


class Notitieconcept(Persoonsgegeven):
    """What somebody is typing in the note field of a casus: seen by its author, counted nowhere.

    It is kept while typing, so that a closed tab loses nothing, and goes when the note is saved,
    or after two weeks, as a draft of a form (sql/notitieconcept.sql). weg_op: thrown away at that
    moment, for an hour not for good, beside what is typed there since. No history: that would keep
    what somebody thought better of.
    """

    casus = models.ForeignKey(Casus, on_delete=models.RESTRICT, related_name="+")
    auteur = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )
    tekst = models.TextField()
    # The form on a page that sent this text, and which of its texts it is.
    formulier = models.UUIDField(null=True, blank=True, editable=False)
    nummer = models.BigIntegerField(null=True, blank=True, editable=False)
    bewaard_op = models.DateTimeField(db_default=Now(), editable=False)
    weg_op = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        db_table = "casus_notitieconcept"
        verbose_name_plural = "notitieconcepten"
        constraints = (
            models.UniqueConstraint(
                fields=("casus", "auteur"),
                name="notitieconcept_een",
                condition=models.Q(weg_op=None),
                violation_error_message="Deze regel bestaat al.",
            ),
        )

    def __str__(self) -> str:
        return f"concept {self.id}"


@met_historie()
class Verstrekking(Afschermbaar, Persoonsgegeven):
    """Data of a casus that were given to somebody outside it: written once.

    To an organisation, or to a third party (WGS 2.31(9)): a contact who signed for secrecy.
    getoetst: how the conditions of the sources and the need were checked.
    """

    casus = models.ForeignKey(Casus, on_delete=models.RESTRICT, related_name="verstrekkingen")
    aan = models.ForeignKey(
        "organisaties.Organisatie",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
    )
    derde = models.TextField(null=True, blank=True)
    geheimhouding_op = models.DateField(null=True, blank=True)
    wat = models.TextField()
    grond = codeveld()
    getoetst = models.TextField()
    op = models.DateField()
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )

    class Meta:
        db_table = "casus_verstrekking"
        verbose_name_plural = "verstrekkingen"
        constraints = (
            alleen_codes("verstrekking_grond", "grond", "verstrekkingsgrond"),
            models.CheckConstraint(
                name="verstrekking_aan_een",
                condition=models.Q(aan__isnull=False, derde__isnull=True)
                | models.Q(aan__isnull=True, derde__regex=r"\S", geheimhouding_op__isnull=False),
                violation_error_message=(
                    "Kies een organisatie, of noem een derde die voor geheimhouding heeft getekend."
                ),
            ),
            models.CheckConstraint(
                name="verstrekking_geheimhouding_vooraf",
                condition=models.Q(geheimhouding_op__isnull=True)
                | models.Q(geheimhouding_op__lte=models.F("op")),
                violation_error_message="De geheimhouding is getekend voordat je iets verstrekt.",
            ),
            models.CheckConstraint(
                name="verstrekking_gevuld",
                condition=models.Q(wat__regex=r"\S", getoetst__regex=r"\S.{8,}\S"),
                violation_error_message="Zeg wat je verstrekt en wat je hebt nagekeken.",
            ),
        )

    def __str__(self) -> str:
        return f"verstrekking {self.id}"
