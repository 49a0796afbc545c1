# SPDX-License-Identifier: EUPL-1.2
"""What somebody had typed when the session ended, for an hour."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_SQL = (Path(__file__).parent.parent / "sql" / "bewaardetekst.sql").read_text(encoding="utf-8")
_ROLLEN = settings.ROLLEN
_FUNCTIES = (
    "bewaar_tekst(uuid, text, text, text)",
    "bewaarde_plekken()",
    "neem_tekst(text, text)",
)
_SLOT = [
    f"REVOKE ALL ON gebruikers_bewaardetekst FROM PUBLIC, {', '.join(_ROLLEN.alle()[1:])}",
    "ALTER TABLE gebruikers_bewaardetekst ENABLE ROW LEVEL SECURITY",
    f"GRANT SELECT ON gebruikers_bewaardetekst TO {_ROLLEN.backup}",
]


class Migration(migrations.Migration):
    dependencies = [("gebruikers", "0003_inloggen")]

    operations = [
        migrations.CreateModel(
            name="BewaardeTekst",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("plek", models.CharField(max_length=64)),
                ("inhoud", models.TextField()),
                ("verloopt_op", models.DateTimeField(db_index=True)),
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
                "db_table": "gebruikers_bewaardetekst",
                "constraints": [
                    models.UniqueConstraint(fields=("gebruiker", "plek"), name="bewaardetekst_een")
                ],
            },
        ),
        migrations.RunSQL([*_SLOT], reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(
            [f"GRANT EXECUTE ON FUNCTION gebruikers.{een} TO {_ROLLEN.app}" for een in _FUNCTIES],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
