# SPDX-License-Identifier: EUPL-1.2
"""A casus that closed today can open again today: then there was no closing."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "heropen_zelfde_dag.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("afsluiting", "0012_warm_beleid")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
