# SPDX-License-Identifier: EUPL-1.2
"""An organisation is not asked without a name beside its own person."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "op_naam.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("overleg", "0016_zonder_naam")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
