# SPDX-License-Identifier: EUPL-1.2
"""What the start check compares: the rights as they are, and as the last update left them."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "rechten.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("toegang", "0002_vrager")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                "GRANT SELECT ON toegang.rechten_nu, toegang.rechtenstand "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql="DROP TABLE toegang.rechtenstand; DROP VIEW toegang.rechten_nu",
        ),
    ]
