# SPDX-License-Identifier: EUPL-1.2
"""Who declined an invitation by mistake undoes that."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "weigering_terug.sql"


class Migration(migrations.Migration):
    dependencies = [("casus", "0029_uitnodiging_aan_een_kant")]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION casus.net_geweigerd(), "
                f"casus.neem_weigering_terug(uuid, text) TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
