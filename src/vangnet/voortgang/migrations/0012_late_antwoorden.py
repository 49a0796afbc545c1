# SPDX-License-Identifier: EUPL-1.2
"""A manager is told which opschalingen wait too long for an answer."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "late_antwoorden.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0011_traject_beleid")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                f"GRANT EXECUTE ON FUNCTION voortgang.late_antwoorden() TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
