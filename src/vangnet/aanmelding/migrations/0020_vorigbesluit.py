# SPDX-License-Identifier: EUPL-1.2
"""A decision that was corrected, as it was."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("aanmelding", "0019_antwoord_beleid"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Vorigbesluit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("versie", models.PositiveIntegerField(db_default=1, editable=False)),
                ("invoer", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "aangemaakt_op",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("besluit", models.CharField(max_length=60)),
                ("besloten_op", models.DateField()),
                ("reden", models.CharField(blank=True, max_length=60, null=True)),
                ("verwezen_naar", models.TextField(blank=True, null=True)),
                ("hoe", models.JSONField()),
                ("waarom", models.TextField()),
                ("gecorrigeerd_op", models.DateTimeField()),
                (
                    "aanmelding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="vorige_besluiten",
                        to="aanmelding.aanmelding",
                    ),
                ),
                (
                    "gecorrigeerd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "vorige besluiten",
                "db_table": "aanmelding_vorigbesluit",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("waarom__regex", "\\S")),
                        name="vorigbesluit_waarom",
                        violation_error_message="Zeg wat er niet klopte.",
                    )
                ],
            },
        ),
    ]
