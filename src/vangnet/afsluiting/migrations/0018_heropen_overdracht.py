# SPDX-License-Identifier: EUPL-1.2
"""Who took the question to hand a casus over back by mistake undoes that."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "heropen_overdracht.sql"


class Migration(migrations.Migration):
    # casus.net_gedaan is looked up when it is called: naming its migration here would change the
    # order in which a new house is built.
    dependencies = [("afsluiting", "0017_kenmerk")]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION afsluiting.heropen_overdracht(uuid, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
