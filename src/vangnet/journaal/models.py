# SPDX-License-Identifier: EUPL-1.2
import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Handeling(models.Model):
    """One act: a view, search, change, export, print, sharing or refusal (WGS 1.8(4)).

    Ids, names of fields and numbers only: never a value, name, BSN or free text.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    moment = models.DateTimeField()
    gebruiker = models.UUIDField(null=True)
    organisatie = models.UUIDField(null=True)
    vrager_soort = models.CharField(max_length=20)
    handeling = models.CharField(max_length=60)
    object_soort = models.CharField(max_length=60)
    object = models.UUIDField(null=True)
    casus = models.UUIDField(null=True)
    doel = models.CharField(max_length=60)
    toegestaan = models.BooleanField()
    regel = models.CharField(max_length=60)
    noodtoegang = models.UUIDField(null=True)
    herkomst = models.CharField(max_length=60)
    spoor = models.CharField(max_length=32)
    velden = ArrayField(models.CharField(max_length=60))
    aantallen = models.JSONField()
    # The account roles that counted, parted by spaces; empty when none did. NULL in old rows only:
    # the seal of those covers no role (regels.py).
    rol = models.CharField(max_length=250, null=True)

    class Meta:
        db_table = "journaal_handeling"
        indexes = (
            models.Index(fields=["gebruiker", "-moment"], name="handeling_gebruiker"),
            models.Index(fields=["casus", "-moment"], name="handeling_casus"),
            models.Index(fields=["moment", "id"], name="handeling_moment"),
        )

    def __str__(self) -> str:
        return f"{self.handeling} {self.id}"


class Onderwerp(models.Model):
    """A person or casus that an act concerns; a list of a hundred is one act with a hundred."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    handeling = models.ForeignKey(Handeling, on_delete=models.RESTRICT, related_name="onderwerpen")
    # Who looked, once more, for the policies; the act itself is what counts and what is sealed.
    gebruiker = models.UUIDField(null=True)
    # Of which casus the act is, likewise; none when there is none, or there are several.
    casus = models.UUIDField(null=True)
    soort = models.CharField(max_length=20)
    onderwerp = models.UUIDField()

    class Meta:
        db_table = "journaal_onderwerp"
        indexes = (models.Index(fields=["onderwerp"], name="onderwerp_onderwerp"),)

    def __str__(self) -> str:
        return f"{self.soort} {self.onderwerp}"


class Zegel(models.Model):
    """The seal of one act: number without gaps, hash of the row, and of the chain up to here.

    rijhash covers the act and its subjects, ketting this seal and the one before it; both are made
    in regels.py. No foreign key: the seal of a row that was deleted has to stay.
    """

    volgnummer = models.BigIntegerField(primary_key=True)
    handeling = models.UUIDField(unique=True)
    rijhash = models.BinaryField()
    ketting = models.BinaryField()
    moment = models.DateTimeField()

    class Meta:
        db_table = "journaal_zegel"

    def __str__(self) -> str:
        return f"zegel {self.volgnummer}"
