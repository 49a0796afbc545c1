# SPDX-License-Identifier: EUPL-1.2
"""An ended rol doesn't come back beside one that was asked for a side since."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "kant_erbij.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("casus", "0039_rollen_per_kant")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
