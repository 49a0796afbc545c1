# SPDX-License-Identifier: EUPL-1.2
"""A draft that was thrown away is destroyed for that reason."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "concepten_opruimen.sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0030_concepten_begrensd")]

    operations = [
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop)
    ]
