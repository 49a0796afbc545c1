# SPDX-License-Identifier: EUPL-1.2
"""A document with a draft or an aanmelding."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("aanmelding", "0032_nooit_begonnen"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Bijlage",
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
                ("hoort_bij", models.UUIDField()),
                ("weg_op", models.DateTimeField(editable=False, null=True)),
                (
                    "door",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "bijlagen",
                "db_table": "aanmelding_bijlage",
                "indexes": [models.Index(fields=["hoort_bij"], name="bijlage_hoort_bij")],
            },
        ),
    ]
