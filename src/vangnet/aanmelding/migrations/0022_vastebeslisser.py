# SPDX-License-Identifier: EUPL-1.2
"""Who decides at the weekly table, from-to."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("aanmelding", "0021_correctie"),
        ("organisaties", "0012_telefoon_beleid"),
    ]

    operations = [
        migrations.CreateModel(
            name="VasteBeslisser",
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
                ("naam", models.TextField()),
                ("vanaf", models.DateField()),
                ("tot", models.DateField(blank=True, null=True)),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="organisaties.organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "vaste beslissers",
                "db_table": "aanmelding_vastebeslisser",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True),
                            ("vanaf__isnull", True),
                            ("tot__gte", models.F("vanaf")),
                            _connector="OR",
                        ),
                        name="vastebeslisser_tot",
                        violation_error_message="De laatste dag ligt voor de eerste dag.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("naam__regex", "\\S")),
                        name="vastebeslisser_naam",
                        violation_error_message="Een beslisser heeft een naam.",
                    ),
                ],
            },
        ),
    ]
