# SPDX-License-Identifier: EUPL-1.2
"""The functions that policies ask, with the asker checked once in each."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "eenmaal.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("toegang", "0014_noodtoegang")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
