# SPDX-License-Identifier: EUPL-1.2
"""The act that destroys aanmeldingen that triage turned down."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "vernietig.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("aanmelding", "0002_beleid"),
        ("toegang", "0002_vrager"),
        ("journaal", "0002_alleen_aanvullen"),
    ]

    operations = [
        migrations.RunSQL(_SQL, reverse_sql="DROP SCHEMA aanmelding CASCADE"),
        migrations.RunSQL(
            [
                f"GRANT USAGE ON SCHEMA aanmelding TO {settings.ROLLEN.app}",
                "GRANT EXECUTE ON FUNCTION aanmelding.vernietig_afgewezen(uuid[], text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
