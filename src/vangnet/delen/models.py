# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from vangnet.delen.regels import Publiek
from vangnet.inrichting.velden import alleen_codes, codeveld


class Gedeeld(models.Model):
    """Base of everything that somebody contributes to a casus (toegang.md section 4).

    bron: the organisation that the data come from, empty for the house itself; categorie: one of
    the twelve of WGS 2.30; doel: WGS 2.25; onder_geheim: the source is bound to secrecy, so that
    grond and grond_motivering say why it may be shared (WGS 2.29(2)); voorwaarden: what the source
    asks of who uses it (WGS 2.29(3)).
    """

    bron = models.ForeignKey(
        "organisaties.Organisatie",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
    )
    auteur = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.RESTRICT, related_name="+", editable=False
    )
    categorie = codeveld()
    doel = codeveld()
    onder_geheim = models.BooleanField(db_default=False)
    grond = codeveld(leeg=True)
    grond_motivering = models.TextField(null=True, blank=True)
    voorwaarden = models.TextField(null=True, blank=True)
    publiek = models.CharField(max_length=60)

    class Meta:
        abstract = True


def deelregels(tabel: str) -> tuple[models.CheckConstraint, ...]:
    """The constraints of Gedeeld, with `tabel` in front of their names."""
    return (
        alleen_codes(f"{tabel}_categorie", "categorie", "categorie"),
        alleen_codes(f"{tabel}_doel", "doel", "deeldoel"),
        alleen_codes(f"{tabel}_grond", "grond", "geheimgrond"),
        models.CheckConstraint(
            name=f"{tabel}_publiek",
            condition=models.Q(publiek__in=[str(publiek) for publiek in Publiek]),
            violation_error_message="Kies wie dit mag zien.",
        ),
        models.CheckConstraint(
            name=f"{tabel}_grond_bij_geheim",
            condition=models.Q(
                onder_geheim=False, grond__isnull=True, grond_motivering__isnull=True
            )
            | models.Q(
                onder_geheim=True, grond__isnull=False, grond_motivering__regex=r"\S.{8,}\S"
            ),
            violation_error_message="Zeg op welke grond dit gedeeld mag worden, en waarom.",
        ),
        models.CheckConstraint(
            name=f"{tabel}_werknotitie_zonder_geheim",
            condition=~models.Q(publiek=str(Publiek.WERKNOTITIE), onder_geheim=True),
            violation_error_message="Een eigen werknotitie deel je niet.",
        ),
    )
