# SPDX-License-Identifier: EUPL-1.2
"""The house records a decision, which agrees with the casus that an aanmelding joins."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "besluit_bij_zaak.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0011_navraag_beleid")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION aanmelding.mogelijke_regisseurs() "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
