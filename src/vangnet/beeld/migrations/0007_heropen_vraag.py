# SPDX-License-Identifier: EUPL-1.2
"""Who took a question back by mistake undoes that."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "heropen_vraag.sql"


class Migration(migrations.Migration):
    dependencies = [("beeld", "0006_geweigerd_gezegd")]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION beeld.heropen_vraag(uuid, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
