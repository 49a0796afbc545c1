# SPDX-License-Identifier: EUPL-1.2
"""What the scanner reads and writes; casus/0016 opens the tables to who sees the casus."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "scan.sql").read_text(encoding="utf-8")
_APP = settings.ROLLEN.app
_FUNCTIES = (
    "documenten.te_scannen(int), documenten.te_scannen_deel(uuid, int), "
    "documenten.zet_scan(uuid, text, text), documenten.scanstand()"
)


class Migration(migrations.Migration):
    dependencies = [
        ("documenten", "0001_initial"),
        ("inrichting", "0001_initial"),
        ("journaal", "0001_initial"),
        ("toegang", "0002_vrager"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                f"GRANT USAGE ON SCHEMA documenten TO {_APP}, {settings.ROLLEN.backup}",
                f"GRANT EXECUTE ON FUNCTION {_FUNCTIES} TO {_APP}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
