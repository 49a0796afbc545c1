# SPDX-License-Identifier: EUPL-1.2
"""What an aangesprokene sees, with the asker checked once."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "eenmaal.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0004_beleid"), ("toegang", "0015_eenmaal")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
