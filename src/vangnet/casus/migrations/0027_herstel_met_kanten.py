# SPDX-License-Identifier: EUPL-1.2
"""A rol without a side doesn't come back when people were given sides after it ended."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "herstel_met_kanten.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("casus", "0026_zijde_blijft")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
