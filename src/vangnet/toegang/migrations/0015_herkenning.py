# SPDX-License-Identifier: EUPL-1.2
"""Whom the application is still finding out to be there is nobody yet."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "herkenning.sql"


class Migration(migrations.Migration):
    dependencies = [("toegang", "0014_noodtoegang")]

    operations = [
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop)
    ]
