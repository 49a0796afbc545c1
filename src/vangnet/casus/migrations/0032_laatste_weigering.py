# SPDX-License-Identifier: EUPL-1.2
"""Of who declined twice, the last invitation alone can be taken back."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "laatste_weigering.sql"


class Migration(migrations.Migration):
    dependencies = [("casus", "0031_ongedaan")]

    operations = [
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop)
    ]
