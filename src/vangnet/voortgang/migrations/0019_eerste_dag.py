# SPDX-License-Identifier: EUPL-1.2
"""What went on the day on which it began is told, and nothing came of what is still to come."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0018_eerst_de_meesten"), ("casus", "0037_beleid_geschat")]

    operations = [
        migrations.RunSQL(
            [
                (_SQL / "van_een_dag.sql").read_text(encoding="utf-8"),
                (_SQL / "niet_vooraf.sql").read_text(encoding="utf-8"),
                f"GRANT EXECUTE ON FUNCTION voortgang.van_een_dag(uuid) TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
