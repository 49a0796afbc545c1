# SPDX-License-Identifier: EUPL-1.2
"""A manager judges every look of an FG, also one by break-glass."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "wie_beoordeelt.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("toegang", "0014_noodtoegang")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
