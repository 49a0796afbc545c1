# SPDX-License-Identifier: EUPL-1.2
import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from vangnet.kern.klok import vandaag


class GebruikerManager(BaseUserManager["Gebruiker"]):
    """Looks accounts up by e-mail address, without regard to case."""

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

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]
    objects = GebruikerManager()

    class Meta:
        db_table = "gebruikers_gebruiker"

    def __str__(self) -> str:
        return f"gebruiker {self.id}"

    @property
    def is_active(self) -> bool:  # type: ignore[override]  # the framework has a fixed value here
        """Whether the account goes on today: asked at log-in and at every request after it."""
        return self.actief_tot is None or self.actief_tot >= vandaag()


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
