# SPDX-License-Identifier: EUPL-1.2
"""Criteria of the house itself for triage, and what was found of them."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("aanmelding", "0015_koppeling_beleid"),
    ]

    operations = [
        migrations.CreateModel(
            name="Huiscriterium",
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
                ("tekst", models.CharField(max_length=200)),
                ("vanaf", models.DateField()),
                ("tot", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "huiscriteria",
                "db_table": "aanmelding_huiscriterium",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True),
                            ("vanaf__isnull", True),
                            ("tot__gte", models.F("vanaf")),
                            _connector="OR",
                        ),
                        name="huiscriterium_tot",
                        violation_error_message="De laatste dag ligt voor de eerste dag.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tekst__regex", "\\S")),
                        name="huiscriterium_tekst",
                        violation_error_message="Een criterium heeft een tekst.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Huisoordeel",
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
                ("geldt", models.BooleanField()),
                ("motivering", models.TextField()),
                (
                    "aanmelding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="huisoordelen",
                        to="aanmelding.aanmelding",
                    ),
                ),
                (
                    "criterium",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="aanmelding.huiscriterium",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "huisoordelen",
                "db_table": "aanmelding_huisoordeel",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("aanmelding", "criterium"),
                        name="huisoordeel_een",
                        nulls_distinct=False,
                        violation_error_message="Deze regel bestaat al.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("motivering__regex", "\\S")),
                        name="huisoordeel_motivering",
                        violation_error_message="Een oordeel heeft een motivering.",
                    ),
                ],
            },
        ),
    ]
