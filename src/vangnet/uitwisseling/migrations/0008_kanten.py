# SPDX-License-Identifier: EUPL-1.2
"""The sides of people in a casus come along in a package with the dossier."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "kanten.sql"
_INVOER = settings.ROLLEN.invoer


class Migration(migrations.Migration):
    dependencies = [("uitwisseling", "0007_dossier_loopt")]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                f"GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON invoer.kanten TO {_INVOER}",
                f"GRANT SELECT ON uitwisseling.kanten TO {_INVOER}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
