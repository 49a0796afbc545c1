# SPDX-License-Identifier: EUPL-1.2
"""With a new code an account begins anew: its factors go with its password."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "opnieuw_beginnen.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("gebruikers", "0003_inloggen")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
