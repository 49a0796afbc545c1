# SPDX-License-Identifier: EUPL-1.2
"""While its package is made, an order is not locked: it can be taken back, and the export stops."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "dossier_loopt.sql"
_APP = settings.ROLLEN.app


class Migration(migrations.Migration):
    dependencies = [("uitwisseling", "0006_oordelen_met_hun_aanmelding")]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                f"GRANT EXECUTE ON FUNCTION uitwisseling.rond_dossier_af() TO {_APP}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
