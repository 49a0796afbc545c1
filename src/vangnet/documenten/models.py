# SPDX-License-Identifier: EUPL-1.2
"""Files of a dossier, by the ids of what they hang on: the rooms above have the rows.

Who sees them is decided by the row that a file hangs on (policies in casus/migrations).
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from vangnet.documenten.regels import Bestandssoort, Briefsoort, Scan
from vangnet.inrichting.velden import een_rij_per
from vangnet.kern.models import Basis, Persoonsgegeven, met_historie


class Dossiersleutel(Basis):
    """The key of one dossier, sealed under a key of the house; without it no file opens.

    dossier: id of the casus. gesloten: key number, nonce and AES-256-GCM text.
    """

    dossier = models.UUIDField(unique=True)
    gesloten = models.BinaryField()

    class Meta:
        db_table = "documenten_dossiersleutel"
        verbose_name_plural = "dossiersleutels"

    def __str__(self) -> str:
        return f"sleutel {self.id}"


@met_historie()
class Documentversie(Persoonsgegeven):
    """One version of a document; the highest nummer counts, the others stay to be read.

    document: id of the bijdrage that it is; dossier: id of its casus; soort: by what is in it;
    sha256: of the file before it was sealed; scan: kept by the scanner, nobody else writes it.
    """

    document = models.UUIDField()
    dossier = models.UUIDField()
    nummer = models.PositiveIntegerField()
    naam = models.CharField(max_length=200)
    soort = models.CharField(max_length=60)
    omvang = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    delen = models.PositiveIntegerField()
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )
    scan = models.CharField(max_length=60, db_default=Scan.WACHT, editable=False)
    gescand_op = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        db_table = "documenten_documentversie"
        verbose_name_plural = "documentversies"
        indexes = (
            models.Index(
                fields=["aangemaakt_op"],
                name="documentversie_te_scannen",
                condition=models.Q(scan__in=[str(Scan.WACHT), str(Scan.KON_NIET)]),
            ),
        )
        constraints = (
            een_rij_per("documentversie_een", "document", "nummer"),
            models.CheckConstraint(
                name="documentversie_soort",
                condition=models.Q(soort__in=[str(soort) for soort in Bestandssoort]),
                violation_error_message="Dit soort bestand nemen we niet aan.",
            ),
            models.CheckConstraint(
                name="documentversie_scan",
                condition=models.Q(scan__in=[str(scan) for scan in Scan]),
                violation_error_message="Deze stand van de virusscan bestaat niet.",
            ),
        )

    def __str__(self) -> str:
        return f"documentversie {self.id}"


class Documentdeel(Basis):
    """A sealed part of a version, in order of nummer from 0: nonce and AES-256-GCM text."""

    van = models.ForeignKey(Documentversie, on_delete=models.CASCADE, related_name="stukken")
    nummer = models.PositiveIntegerField()
    gesloten = models.BinaryField()

    class Meta:
        db_table = "documenten_documentdeel"
        verbose_name_plural = "documentdelen"
        constraints = (een_rij_per("documentdeel_een", "van", "nummer"),)

    def __str__(self) -> str:
        return f"documentdeel {self.id}"


class Sjabloonversie(Basis):
    """A Word template of the house for one kind of letter; the highest nummer is used.

    Written once: an old one is put back as a new version. velden: the fields that it names. Before
    the first one the template of Vangnet counts, as number 0 (standaardsjablonen.py).
    """

    soort = models.CharField(max_length=60)
    nummer = models.PositiveIntegerField()
    naam = models.CharField(max_length=200)
    inhoud = models.BinaryField()
    velden = ArrayField(models.CharField(max_length=60))
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )

    class Meta:
        db_table = "documenten_sjabloonversie"
        verbose_name_plural = "sjabloonversies"
        constraints = (
            een_rij_per("sjabloonversie_een", "soort", "nummer"),
            models.CheckConstraint(
                name="sjabloonversie_soort",
                condition=models.Q(soort__in=[str(soort) for soort in Briefsoort]),
                violation_error_message="Dit soort brief bestaat niet.",
            ),
        )

    def __str__(self) -> str:
        return f"sjabloonversie {self.id}"
