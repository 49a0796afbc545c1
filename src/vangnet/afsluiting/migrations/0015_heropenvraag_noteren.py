# SPDX-License-Identifier: EUPL-1.2
"""A question to reopen stands in the journaal with its casus, if there is one."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "heropenvraag.sql"


class Migration(migrations.Migration):
    dependencies = [("afsluiting", "0014_heropenvraag_beperkt")]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION "
                "afsluiting.noteer_heropenvraag(text, uuid, text[], text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
