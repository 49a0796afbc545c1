# SPDX-License-Identifier: EUPL-1.2
"""What is past its term at the upgrade stays two weeks more."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "uitstel.sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0026_termijn_beleid"), ("casus", "0006_delen")]

    operations = [
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop)
    ]
