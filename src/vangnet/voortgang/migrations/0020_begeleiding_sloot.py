# SPDX-License-Identifier: EUPL-1.2
"""A trajectbegeleider can be told of which own rollen the casus was closed."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "begeleiding_sloot.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0019_eerste_dag"), ("casus", "0024_beeindigd_door")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION voortgang.begeleidingen_gesloten(date) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
