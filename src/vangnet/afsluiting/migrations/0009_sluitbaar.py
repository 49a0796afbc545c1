# SPDX-License-Identifier: EUPL-1.2
"""A casus closes only when its goals have a result, and no opschaling or verslag is under way."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "sluitbaar.sql"


class Migration(migrations.Migration):
    dependencies = [
        ("afsluiting", "0008_overdracht_en_besluit_beleid"),
        ("overleg", "0014_puntconcept_beleid"),
        ("plan", "0012_doelen_beleid"),
        ("voortgang", "0008_opschalen"),
    ]

    operations = [migrations.RunSQL(_SQL.read_text(encoding="utf-8"))]
