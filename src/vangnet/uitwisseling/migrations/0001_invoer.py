# SPDX-License-Identifier: EUPL-1.2
"""The schema in which an import is checked; the import role fills and empties it, nothing more."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "invoer.sql").read_text(encoding="utf-8")
_INVOER = settings.ROLLEN.invoer


class Migration(migrations.Migration):
    dependencies = [("toegang", "0002_vrager")]

    operations = [
        migrations.RunSQL(_SQL, reverse_sql="DROP SCHEMA invoer CASCADE"),
        migrations.RunSQL(
            [
                f"GRANT USAGE ON SCHEMA invoer TO {_INVOER}",
                "GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA invoer "
                f"TO {_INVOER}",
                f"GRANT USAGE, UPDATE ON ALL SEQUENCES IN SCHEMA invoer TO {_INVOER}",
                "GRANT EXECUTE ON FUNCTION invoer.analyseer(text[]), "
                f"invoer.analyseer_register(text[]) TO {_INVOER}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
