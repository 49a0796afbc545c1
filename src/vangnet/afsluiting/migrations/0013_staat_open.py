# SPDX-License-Identifier: EUPL-1.2
"""A verslag of an overleg that was called off holds no closing."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "staat_open.sql"


class Migration(migrations.Migration):
    dependencies = [
        ("afsluiting", "0012_warm_beleid"),
        ("overleg", "0014_puntconcept_beleid"),
    ]

    operations = [
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop)
    ]
