# SPDX-License-Identifier: EUPL-1.2
"""What the house told the aanmelder of a decision."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("aanmelding", "0017_huiscriteria_beleid"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Antwoord",
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
                ("eerste_verwerking", models.DateField(blank=True, null=True)),
                (
                    "eerste_verwerking_afgeleid",
                    models.BooleanField(db_default=False, editable=False),
                ),
                ("wijze", models.CharField(max_length=60)),
                ("toelichting", models.TextField(blank=True, null=True)),
                ("gegeven_op", models.DateTimeField()),
                ("gelezen_op", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "antwoorden",
                "db_table": "aanmelding_antwoord",
            },
        ),
        migrations.AddIndex(
            model_name="aanmelding",
            index=models.Index(
                condition=models.Q(("casus__isnull", True), ("triage_besluit__isnull", False)),
                fields=["triage_op"],
                name="aanmelding_zonder_zaak",
            ),
        ),
        migrations.AddField(
            model_name="antwoord",
            name="aanmelding",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="antwoord",
                to="aanmelding.aanmelding",
            ),
        ),
        migrations.AddField(
            model_name="antwoord",
            name="gegeven_door",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="antwoord",
            name="gelezen_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="antwoord",
            constraint=models.CheckConstraint(
                condition=models.Q(("wijze__in", ["in_vangnet", "brief", "gesproken"])),
                name="antwoord_wijze",
                violation_error_message="Deze keuze staat niet in de lijst.",
            ),
        ),
    ]
