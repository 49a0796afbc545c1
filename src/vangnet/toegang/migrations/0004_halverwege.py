# SPDX-License-Identifier: EUPL-1.2
"""Whoever has given only a password is nobody yet."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "halverwege.sql"


class Migration(migrations.Migration):
    dependencies = [("toegang", "0013_mijn_inzagen")]

    operations = [
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop)
    ]
