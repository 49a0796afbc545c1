# SPDX-License-Identifier: EUPL-1.2
"""An answer of the nazorg, and a question to reopen that was handled, can be taken back."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "nazorg_terug.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("afsluiting", "0020_overdracht_valt_aan")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION afsluiting.heropen_nazorg(uuid, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
