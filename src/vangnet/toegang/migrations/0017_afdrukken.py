# SPDX-License-Identifier: EUPL-1.2
"""The start check also holds on to what policies, triggers and functions say."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "afdrukken.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("toegang", "0016_inzage_grenzen")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION toegang.afdrukken() "
                f"TO {settings.ROLLEN.app}, {settings.ROLLEN.backup}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
