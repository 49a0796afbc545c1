# SPDX-License-Identifier: EUPL-1.2
"""Only who is named as the house's own arranges who takes part in a casus that is beperkt."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "huis_regelt.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("casus", "0008_deelname_grenzen"), ("toegang", "0018_huisrol")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
