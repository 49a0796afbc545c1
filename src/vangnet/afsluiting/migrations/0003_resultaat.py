# SPDX-License-Identifier: EUPL-1.2
"""A closing in procesregie has a resultaat, another has none: held by the database."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "resultaat.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("afsluiting", "0002_beleid"), ("casus", "0002_beleid")]

    operations = [
        migrations.RunSQL(_SQL, reverse_sql="DROP FUNCTION afsluiting_toets() CASCADE"),
    ]
