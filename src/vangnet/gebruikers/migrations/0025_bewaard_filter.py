# SPDX-License-Identifier: EUPL-1.2
"""A filter of the list of zaken that somebody keeps is read, written and removed by them alone."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import vangnet.kern.klok
from vangnet.kern.migraties import Beleid, rijbeveiliging

_EIGEN = "gebruiker = (SELECT gebruikers.wie_is_binnen())"


class Migration(migrations.Migration):
    dependencies = [("gebruikers", "0024_formulierconcept_naast_weg")]

    operations = [
        migrations.CreateModel(
            name="BewaardFilter",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("naam", models.CharField(max_length=40)),
                ("keuzes", models.JSONField()),
                ("bewaard_op", models.DateTimeField(default=vangnet.kern.klok.nu)),
                ("weg_op", models.DateTimeField(blank=True, null=True)),
                (
                    "gebruiker",
                    models.ForeignKey(
                        db_column="gebruiker",
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "bewaarde filters",
                "db_table": "gebruikers_bewaardfilter",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gebruiker", "naam"),
                        name="bewaardfilter_een",
                        condition=models.Q(weg_op=None),
                    )
                ],
            },
        ),
        rijbeveiliging(
            "gebruikers_bewaardfilter",
            Beleid(
                lezen=_EIGEN,
                toevoegen=_EIGEN,
                wijzigen=_EIGEN,
                wijzigbaar=["weg_op"],
                verwijderen=_EIGEN,
                invoer=False,
            ),
            historie=False,
        ),
    ]
