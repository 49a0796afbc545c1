# SPDX-License-Identifier: EUPL-1.2
"""With the side of somebody in a casus every row of them there goes along, ended ones too."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "zijde_heel.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("casus", "0024_beeindigd_door")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
