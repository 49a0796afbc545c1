# SPDX-License-Identifier: EUPL-1.2
"""Where people stand opposite each other, a partner is invited on a side, or to see both."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "uitnodiging_aan_een_kant.sql"


class Migration(migrations.Migration):
    dependencies = [("casus", "0028_uitnodiging_met_kanten")]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION casus.gevraagd_zonder_kant(uuid), "
                "casus.nodig_uit(uuid, uuid, uuid, text, int, boolean, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
