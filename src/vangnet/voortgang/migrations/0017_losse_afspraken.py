# SPDX-License-Identifier: EUPL-1.2
"""The appointments of a trajectbegeleider who stopped are arranged by the house."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "losse_afspraken.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0016_weghalen_beleid"), ("casus", "0024_beeindigd_door")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION voortgang.losse_afspraken(uuid), "
                f"voortgang.regel_afspraak(uuid, text, text) TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
