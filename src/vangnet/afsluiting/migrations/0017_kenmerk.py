# SPDX-License-Identifier: EUPL-1.2
"""A kenmerk is read here as everywhere."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "kenmerk.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("afsluiting", "0016_intrekken"), ("casus", "0030_kenmerk")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
