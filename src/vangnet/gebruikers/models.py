# SPDX-License-Identifier: EUPL-1.2
import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import TextChoices
from django.utils.crypto import salted_hmac

from vangnet.kern.klok import nu, vandaag
from vangnet.kern.models import Persoonsgegeven


class GebruikerManager(BaseUserManager["Gebruiker"]):
    """Looks accounts up by e-mail address, without regard to case.

    Never asks for the password: the application can't read that column (gebruikers/aanmelden.py).
    """

    def get_queryset(self) -> models.QuerySet["Gebruiker"]:
        return super().get_queryset().defer("password")

    def get_by_natural_key(self, username: str | None) -> "Gebruiker":
        return self.get(email__iexact=username)


class Gebruiker(AbstractBaseUser):
    """An account: somebody who works with Vangnet, never somebody whom a casus is about.

    No superuser, no staff flag, no groups: what an account may is in AccountRol (toegang.md 7).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    naam = models.CharField(max_length=200)
    functie = models.CharField(max_length=200, blank=True, default="")
    organisatie = models.ForeignKey(
        "organisaties.Organisatie", on_delete=models.RESTRICT, null=True, blank=True
    )
    actief_tot = models.DateField(null=True, blank=True)
    systeemnaam = models.CharField(max_length=100, null=True, blank=True, unique=True)
    is_demo = models.BooleanField(default=False)
    via_oidc = models.BooleanField(default=False, db_default=False)
    sessiestempel = models.PositiveIntegerField(default=0, db_default=0)
    # Keys of the keyboard as commands; who speaks to the computer turns them off (WCAG 2.1.4).
    sneltoetsen = models.BooleanField(default=True, db_default=True)
    # On which days of the week a mail says how much work waits: 1 is Monday, empty is never.
    samenvatting_dagen = models.CharField(
        max_length=7, blank=True, default="12345", db_default="12345"
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]
    objects = GebruikerManager()

    class Meta:
        db_table = "gebruikers_gebruiker"
        # Also for an account that is reached over a row that points at it.
        base_manager_name = "objects"
        constraints = (
            models.CheckConstraint(
                name="gebruiker_samenvatting_dagen",
                condition=models.Q(samenvatting_dagen__regex=r"^1?2?3?4?5?6?7?$"),
                violation_error_message="Een dag van de week is een cijfer van 1 tot en met 7.",
            ),
        )

    def __str__(self) -> str:
        return f"gebruiker {self.id}"

    @property
    def is_active(self) -> bool:  # type: ignore[override]  # the framework has a fixed value here
        """Whether the account goes on today: asked at log-in and at every request after it."""
        return self.actief_tot is None or self.actief_tot >= vandaag()

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session is bound to: the stamp, which also a new password raises."""
        waarde = f"{self.pk}.{self.sessiestempel}"
        return salted_hmac(
            "vangnet.gebruikers.sessie", waarde, secret=secret, algorithm="sha256"
        ).hexdigest()


class Activering(models.Model):
    """A code to set a password with, once; only its hash is kept, and only the owner reads that."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.RESTRICT)
    code_hash = models.CharField(max_length=64, unique=True)
    gemaakt_door = models.UUIDField()
    gemaakt_op = models.DateTimeField()
    verloopt_op = models.DateTimeField()
    gebruikt_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "gebruikers_activering"

    def __str__(self) -> str:
        return f"activering {self.id}"


class FactorSoort(TextChoices):
    """What somebody proves with, besides a password, who they are."""

    TOTP = "totp", "code uit een app"
    PASSKEY = "passkey", "passkey"
    HERSTELCODE = "herstelcode", "herstelcode"


class TweedeFactor(models.Model):
    """A second factor of an account: an app that makes codes, a passkey, or one recovery code.

    geheim: encrypted, or of a recovery code its hash; teller: the last time step of a code that was
    used, or the counter of a passkey. So no code works twice, whichever process gets it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.RESTRICT, db_column="gebruiker")
    soort = models.CharField(max_length=20, choices=FactorSoort.choices)
    naam = models.CharField(max_length=60, blank=True, default="")
    geheim = models.TextField()
    teller = models.BigIntegerField(default=0)
    gemaakt_op = models.DateTimeField(default=nu)
    laatst_gebruikt_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "gebruikers_tweedefactor"

    def __str__(self) -> str:
        return f"tweede factor {self.id}"


class Sessie(models.Model):
    """A log-in of an account in one browser; each request asks whether it still runs."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.RESTRICT, db_column="gebruiker")
    apparaat = models.CharField(max_length=60, blank=True, default="")
    factor = models.CharField(max_length=20)
    stempel = models.PositiveIntegerField(default=0)
    begonnen_op = models.DateTimeField(default=nu)
    gezien_op = models.DateTimeField(default=nu)
    bevestigd_op = models.DateTimeField(default=nu)
    beeindigd_op = models.DateTimeField(null=True, blank=True)
    # When this account was last here on a day before this one.
    vorige_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "gebruikers_sessie"

    def __str__(self) -> str:
        return f"sessie {self.id}"


class Poging(models.Model):
    """How often something was tried, under a hash of who and where; counts for a short time."""

    sleutel = models.CharField(max_length=64, primary_key=True)
    aantal = models.PositiveIntegerField()
    verloopt_op = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "gebruikers_poging"

    def __str__(self) -> str:
        return "poging"


class OidcKoppeling(models.Model):
    """Which account somebody of the municipal provider is; bound at the first log-in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.OneToOneField(Gebruiker, on_delete=models.RESTRICT, db_column="gebruiker")
    uitgever = models.CharField(max_length=300)
    onderwerp = models.CharField(max_length=255)
    gekoppeld_op = models.DateTimeField(default=nu)

    class Meta:
        db_table = "gebruikers_oidckoppeling"
        constraints = (
            models.UniqueConstraint(fields=("uitgever", "onderwerp"), name="oidckoppeling_een"),
        )

    def __str__(self) -> str:
        return f"oidckoppeling {self.id}"


class BewaardeTekst(models.Model):
    """What an account had typed when its session ended: encrypted, for an hour, given back once.

    plek: a hash of the address of the form; inhoud: its fields, encrypted for this account.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.RESTRICT, db_column="gebruiker")
    plek = models.CharField(max_length=64)
    inhoud = models.TextField()
    verloopt_op = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "gebruikers_bewaardetekst"
        constraints = (
            models.UniqueConstraint(fields=("gebruiker", "plek"), name="bewaardetekst_een"),
        )

    def __str__(self) -> str:
        return f"bewaarde tekst {self.id}"


class Samenvatting(models.Model):
    """The mail of one day to an account; not what stood in it. Only functions write it.

    stand: a Samenvattingstand; pogingen: how often it was tried to send it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.RESTRICT, db_column="gebruiker")
    dag = models.DateField()
    stand = models.CharField(max_length=20)
    pogingen = models.PositiveSmallIntegerField()
    laatst_op = models.DateTimeField()

    class Meta:
        db_table = "gebruikers_samenvatting"
        verbose_name_plural = "samenvattingen"
        constraints = (
            models.UniqueConstraint(fields=("gebruiker", "dag"), name="samenvatting_een"),
        )

    def __str__(self) -> str:
        return f"samenvatting {self.id}"


class Formulierconcept(Persoonsgegeven):
    """What an account is typing in a form, encrypted for it; nobody else reads it.

    plek: a hash of the address of the form. It goes when the form is saved, and after two weeks
    (sql/formulierconcept.sql). weg_op: thrown away at that moment, for an hour not for good, beside
    what is typed in that form since. casus, aanmelding: what the form is about, for the journaal;
    with the aanmelding it goes too. No history: that would keep what somebody thought better of.
    """

    gebruiker = models.ForeignKey(
        Gebruiker, on_delete=models.RESTRICT, db_column="gebruiker", related_name="+"
    )
    plek = models.CharField(max_length=64)
    inhoud = models.TextField()
    bewaard_op = models.DateTimeField(db_index=True)
    weg_op = models.DateTimeField(null=True, blank=True)
    casus = models.UUIDField(null=True, editable=False)
    aanmelding = models.UUIDField(null=True, editable=False, db_index=True)

    class Meta:
        db_table = "gebruikers_formulierconcept"
        verbose_name_plural = "formulierconcepten"
        constraints = (
            models.UniqueConstraint(
                fields=("gebruiker", "plek"),
                name="formulierconcept_een",
                condition=models.Q(weg_op=None),
            ),
        )

    def __str__(self) -> str:
        return f"concept {self.id}"


class BewaardFilter(models.Model):
    """What an account chose to see of the list of zaken, under a name of its own.

    keuzes: field and value, as the address of the list has them; no kenmerk, and never a name.
    weg_op: taken away at that moment, and for a short while to be put back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(
        Gebruiker, on_delete=models.RESTRICT, db_column="gebruiker", related_name="+"
    )
    naam = models.CharField(max_length=40)
    keuzes = models.JSONField()
    bewaard_op = models.DateTimeField(default=nu)
    weg_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "gebruikers_bewaardfilter"
        verbose_name_plural = "bewaarde filters"
        constraints = (
            models.UniqueConstraint(
                fields=("gebruiker", "naam"),
                name="bewaardfilter_een",
                condition=models.Q(weg_op=None),
            ),
        )

    def __str__(self) -> str:
        return f"bewaard filter {self.id}"
