# SPDX-License-Identifier: EUPL-1.2
"""A trajectbegeleider is assigned within procesregie, not invited."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "traject_apart.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("casus", "0017_bijdragesoorten")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
