# SPDX-License-Identifier: EUPL-1.2
"""A role says who gave, confirmed and ended it, and counts only when it is complete."""

from pathlib import Path

from django.db import migrations, models
from django.db.models import F, Q
from django.db.models.functions import Now

_SQL = (Path(__file__).parent.parent / "sql" / "rollen.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("toegang", "0003_rechtenstand")]

    operations = [
        migrations.AddField("accountrol", "gegeven_door", models.UUIDField(blank=True, null=True)),
        migrations.AddField("accountrol", "gegeven_op", models.DateTimeField(db_default=Now())),
        migrations.AddField(
            "accountrol", "bevestigd_door", models.UUIDField(blank=True, null=True)
        ),
        migrations.AddField(
            "accountrol", "bevestigd_op", models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddField(
            "accountrol", "beeindigd_door", models.UUIDField(blank=True, null=True)
        ),
        migrations.AddField(
            "accountrol", "beeindigd_op", models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddConstraint(
            "accountrol",
            models.CheckConstraint(
                name="accountrol_taak",
                condition=Q(taak__isnull=True) | Q(taak__in=["a", "b", "c"]),
                violation_error_message="Deze taak staat niet in de wet.",
            ),
        ),
        migrations.AddConstraint(
            "accountrol",
            models.CheckConstraint(
                name="accountrol_niet_aan_zichzelf",
                condition=Q(gegeven_door__isnull=True) | ~Q(gegeven_door=F("gebruiker")),
                violation_error_message="Je kunt jezelf geen rol geven.",
            ),
        ),
        migrations.AddConstraint(
            "accountrol",
            models.CheckConstraint(
                name="accountrol_door_een_ander_bevestigd",
                condition=Q(bevestigd_door__isnull=True)
                | (
                    Q(bevestigd_op__isnull=False)
                    & ~Q(bevestigd_door=F("gebruiker"))
                    & (Q(gegeven_door__isnull=True) | ~Q(bevestigd_door=F("gegeven_door")))
                ),
                violation_error_message="Iemand anders bevestigt deze rol.",
            ),
        ),
        # Whatever is there was written by the installation, which needs no second person.
        migrations.RunSQL(
            "UPDATE toegang_accountrol SET bevestigd_op = now()",
            reverse_sql=migrations.RunSQL.noop,
        ),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
    ]
