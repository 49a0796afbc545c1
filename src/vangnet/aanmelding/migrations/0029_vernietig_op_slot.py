# SPDX-License-Identifier: EUPL-1.2
"""Destroying and taking back do not pass each other by."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "vernietig_op_slot.sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0028_antwoord_terug")]

    operations = [
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop)
    ]
