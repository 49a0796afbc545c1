# SPDX-License-Identifier: EUPL-1.2
"""A mail of the day is tried all morning, and knows the day of the one before."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "samenvatting_tot_twaalf.sql").read_text(
    encoding="utf-8"
)


class Migration(migrations.Migration):
    dependencies = [("gebruikers", "0021_vorige_keer")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION gebruikers.begin_samenvattingen(text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
