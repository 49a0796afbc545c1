# SPDX-License-Identifier: EUPL-1.2
"""One pattern that the supervisor can't see alone: an account that looked at its own surname."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "patronen.sql").read_text(encoding="utf-8")
_FUNCTIE = "toezicht.zelfde_achternaam(timestamptz)"


class Migration(migrations.Migration):
    dependencies = [("toezicht", "0001_wie_heeft_gekeken"), ("gebruikers", "0002_rechten")]

    operations = [
        migrations.RunSQL(
            [_SQL, f"GRANT EXECUTE ON FUNCTION {_FUNCTIE} TO {settings.ROLLEN.app}"],
            reverse_sql=f"DROP FUNCTION {_FUNCTIE}",
        ),
    ]
