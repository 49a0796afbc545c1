# SPDX-License-Identifier: EUPL-1.2
"""The trigger that ends sessions, in a form that a restore leaves as it is."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "stempel.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("gebruikers", "0016_rol_met_einde")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
