# SPDX-License-Identifier: EUPL-1.2
"""The term of destroying counts from the first decision."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import historie_op_slot

_SQL = Path(__file__).parent.parent / "sql" / "termijn.sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0025_termijn")]

    operations = [
        historie_op_slot("aanmelding_aanmelding"),
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION "
                "aanmelding.verdwijnt_op(date, timestamptz, timestamptz, integer, date) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
