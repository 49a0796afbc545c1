# SPDX-License-Identifier: EUPL-1.2
"""What somebody is typing in a form is read, written and removed by that account alone."""

import uuid
from pathlib import Path

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from vangnet.kern.migraties import Beleid, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "formulierconcept.sql").read_text(encoding="utf-8")
_EIGEN = "gebruiker = (SELECT gebruikers.wie_is_binnen())"


class Migration(migrations.Migration):
    dependencies = [
        ("gebruikers", "0018_sneltoetsen"),
        ("journaal", "0002_alleen_aanvullen"),
        ("toegang", "0015_eenmaal"),
    ]

    operations = [
        migrations.CreateModel(
            name="Formulierconcept",
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
                ("plek", models.CharField(max_length=64)),
                ("inhoud", models.TextField()),
                ("bewaard_op", models.DateTimeField(db_index=True)),
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
                "verbose_name_plural": "formulierconcepten",
                "db_table": "gebruikers_formulierconcept",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gebruiker", "plek"), name="formulierconcept_een"
                    )
                ],
            },
        ),
        rijbeveiliging(
            "gebruikers_formulierconcept",
            Beleid(
                lezen=_EIGEN,
                toevoegen=_EIGEN,
                wijzigen=_EIGEN,
                wijzigbaar=["inhoud", "bewaard_op", "weg_op"],
                verwijderen=_EIGEN,
                invoer=False,
            ),
            historie=False,
        ),
        migrations.RunSQL(
            [
                "CREATE TRIGGER versie BEFORE UPDATE ON gebruikers_formulierconcept FOR EACH ROW "
                "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()",
                _SQL,
                "GRANT EXECUTE ON FUNCTION gebruikers.ruim_formulierconcepten_op(text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
