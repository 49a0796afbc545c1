# SPDX-License-Identifier: EUPL-1.2
"""The house says which further aandachtsgebieden a casus has."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import historie_op_slot

_SQL = Path(__file__).parent.parent / "sql" / "aandachtsgebieden.sql"
_GRANT = (
    "GRANT EXECUTE ON FUNCTION casus.zet_aandachtsgebieden(uuid, text[], integer, text) "
    f"TO {settings.ROLLEN.app}"
)


class Migration(migrations.Migration):
    dependencies = [("casus", "0044_aandachtsgebieden")]

    operations = [
        historie_op_slot("casus_casus"),
        migrations.RunSQL(
            [_SQL.read_text(encoding="utf-8"), _GRANT], reverse_sql=migrations.RunSQL.noop
        ),
    ]
