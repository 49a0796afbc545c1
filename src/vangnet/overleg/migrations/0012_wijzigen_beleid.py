# SPDX-License-Identifier: EUPL-1.2
"""Moving and calling off an overleg, and leaving out who was asked: functions of the house."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "wijzigen.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("overleg", "0011_zonder_afsprakenkolom")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION "
                "overleg.wijzig(uuid, integer, date, time, text, text, text), "
                "overleg.gelast_af(uuid, boolean, text), overleg.laat_weg(uuid, boolean, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
