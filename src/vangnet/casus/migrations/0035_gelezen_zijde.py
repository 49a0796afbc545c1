# SPDX-License-Identifier: EUPL-1.2
"""Who changes a side says which one they read: the database compares it under the lock."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_MAP = Path(__file__).parent.parent / "sql"
_SQL = (_MAP / "gelezen_zijde.sql").read_text(encoding="utf-8")
_ERVOOR = (_MAP / "zijde_heel.sql").read_text(encoding="utf-8")
_NU = "FUNCTION casus.wissel_zijde(uuid, integer, integer, text, text)"
_TOEN = "FUNCTION casus.wissel_zijde(uuid, integer, text, text)"


class Migration(migrations.Migration):
    dependencies = [("casus", "0034_kort_kenmerk")]

    operations = [
        migrations.RunSQL(
            [_SQL, f"GRANT EXECUTE ON {_NU} TO {settings.ROLLEN.app}"],
            reverse_sql=[
                f"DROP {_NU}",
                _ERVOOR,
                f"REVOKE ALL ON {_TOEN} FROM PUBLIC",
                f"GRANT EXECUTE ON {_TOEN} TO {settings.ROLLEN.app}",
            ],
        )
    ]
