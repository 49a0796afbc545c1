# SPDX-License-Identifier: EUPL-1.2
"""Who takes a rol over is asked for the overleggen to come, in the place of who had it."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "overnemen.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("overleg", "0020_overlegmail")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION overleg.draag_rol_over(uuid, uuid, date, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
