# SPDX-License-Identifier: EUPL-1.2
"""A question to reopen is read without the zeros of its kenmerk too."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "kort_kenmerk.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("afsluiting", "0018_heropen_overdracht"), ("casus", "0034_kort_kenmerk")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION afsluiting.open_bij_heropenvragen() "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
