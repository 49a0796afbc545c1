# SPDX-License-Identifier: EUPL-1.2
"""An answer that was recorded by mistake is taken back."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "antwoord_terug.sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0027_uitstel")]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION aanmelding.neem_antwoord_terug(uuid, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
