# SPDX-License-Identifier: EUPL-1.2
"""That the person of an aanmelding is somebody who was known, and why."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("aanmelding", "0013_versturen"),
        ("personen", "0003_afscherming"),
    ]

    operations = [
        migrations.CreateModel(
            name="Koppeling",
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
                ("waarom", models.TextField()),
                ("verbroken_op", models.DateTimeField(blank=True, null=True)),
                (
                    "aanmelding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="koppelingen",
                        to="aanmelding.aanmelding",
                    ),
                ),
                (
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="personen.persoon",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "koppelingen",
                "db_table": "aanmelding_koppeling",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("aanmelding",),
                        name="koppeling_een",
                        nulls_distinct=False,
                        violation_error_message="Deze regel bestaat al.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("waarom__regex", "\\S")),
                        name="koppeling_waarom",
                        violation_error_message="Zeg waarom het dezelfde persoon is.",
                    ),
                ],
            },
        ),
    ]
