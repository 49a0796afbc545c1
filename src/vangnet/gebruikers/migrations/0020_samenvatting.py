# SPDX-License-Identifier: EUPL-1.2
"""On which days an account gets a mail about its own work, and what came of each; by functions."""

import uuid
from pathlib import Path

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

_SQL = (Path(__file__).parent.parent / "sql" / "samenvatting.sql").read_text(encoding="utf-8")
_ROLLEN = settings.ROLLEN
_RECHT = "SELECT (samenvatting_dagen), UPDATE (samenvatting_dagen) ON gebruikers_gebruiker"
_FUNCTIES = (
    "begin_samenvattingen(text)",
    "neem_samenvatting(uuid, text)",
    "rond_samenvatting_af(uuid, text, text)",
)


class Migration(migrations.Migration):
    dependencies = [
        ("gebruikers", "0019_formulierconcept"),
        ("journaal", "0002_alleen_aanvullen"),
        ("toegang", "0015_eenmaal"),
    ]

    operations = [
        migrations.AddField(
            model_name="gebruiker",
            name="samenvatting_dagen",
            field=models.CharField(blank=True, db_default="12345", default="12345", max_length=7),
        ),
        migrations.AddConstraint(
            model_name="gebruiker",
            constraint=models.CheckConstraint(
                condition=models.Q(samenvatting_dagen__regex="^1?2?3?4?5?6?7?$"),
                name="gebruiker_samenvatting_dagen",
                violation_error_message="Een dag van de week is een cijfer van 1 tot en met 7.",
            ),
        ),
        migrations.CreateModel(
            name="Samenvatting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("dag", models.DateField()),
                ("stand", models.CharField(max_length=20)),
                ("pogingen", models.PositiveSmallIntegerField()),
                ("laatst_op", models.DateTimeField()),
                (
                    "gebruiker",
                    models.ForeignKey(
                        db_column="gebruiker",
                        on_delete=django.db.models.deletion.RESTRICT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "samenvattingen",
                "db_table": "gebruikers_samenvatting",
                "constraints": [
                    models.UniqueConstraint(fields=("gebruiker", "dag"), name="samenvatting_een")
                ],
            },
        ),
        migrations.RunSQL(
            [
                f"GRANT {_RECHT} TO {_ROLLEN.app}",
                "REVOKE ALL ON gebruikers_samenvatting FROM PUBLIC, "
                f"{', '.join(_ROLLEN.alle()[1:])}",
                "ALTER TABLE gebruikers_samenvatting ENABLE ROW LEVEL SECURITY",
                f"GRANT SELECT ON gebruikers_samenvatting TO {_ROLLEN.backup}",
                _SQL,
                *(
                    f"GRANT EXECUTE ON FUNCTION gebruikers.{een} TO {_ROLLEN.app}"
                    for een in _FUNCTIES
                ),
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
