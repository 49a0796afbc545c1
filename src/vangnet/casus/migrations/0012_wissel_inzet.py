# SPDX-License-Identifier: EUPL-1.2
"""Going from procesregie to ondersteuning and back is an act with its own right check."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "inzet.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("casus", "0011_notitieconcept_beleid")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION casus.wissel_inzet(uuid, text, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql="DROP FUNCTION casus.wissel_inzet(uuid, text, text)",
        )
    ]
