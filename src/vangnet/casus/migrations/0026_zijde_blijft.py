# SPDX-License-Identifier: EUPL-1.2
"""Who comes back into a casus stands on the side where they stood."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "zijde_blijft.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("casus", "0025_zijde_heel")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
