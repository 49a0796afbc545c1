# SPDX-License-Identifier: EUPL-1.2
"""What closes a casus or opens a persoon may stand before it: an import writes no row twice."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "dicht_bij_begin.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("casus", "0004_toegang")]

    operations = [
        migrations.RunSQL(_SQL, reverse_sql="DROP FUNCTION casus.geef_dicht_aan_eerdere() CASCADE"),
    ]
