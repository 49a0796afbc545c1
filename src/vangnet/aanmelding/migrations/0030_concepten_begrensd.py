# SPDX-License-Identifier: EUPL-1.2
"""An account has 50 open drafts, and 100 with what it threw away."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "concepten_begrensd.sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0029_vernietig_op_slot")]

    operations = [
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop)
    ]
