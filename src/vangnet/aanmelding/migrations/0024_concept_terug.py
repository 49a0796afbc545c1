# SPDX-License-Identifier: EUPL-1.2
"""A draft that was thrown away comes back, for an hour."""

from pathlib import Path

from django.conf import settings
from django.db import migrations, models

_SQL = Path(__file__).parent.parent / "sql" / "concept_terug.sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0023_vastebeslisser_beleid")]

    operations = [
        migrations.AddField("concept", "weg_op", models.DateTimeField(null=True)),
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION aanmelding.haal_concept_terug(uuid, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
