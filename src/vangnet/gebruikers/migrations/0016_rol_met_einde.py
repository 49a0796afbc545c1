# SPDX-License-Identifier: EUPL-1.2
"""Nobody becomes auditor without a last day."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "rol_met_einde.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("gebruikers", "0015_wachtwoorden_dicht")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
