# SPDX-License-Identifier: EUPL-1.2
"""One reading of a kenmerk, wherever somebody types one."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "kenmerk.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("casus", "0029_uitnodiging_aan_een_kant")]

    operations = [
        migrations.RunSQL(
            [_SQL, f"GRANT EXECUTE ON FUNCTION casus.kaal_kenmerk(text) TO {settings.ROLLEN.app}"],
            reverse_sql="DROP FUNCTION casus.met_kenmerk(text), casus.kaal_kenmerk(text)",
        )
    ]
