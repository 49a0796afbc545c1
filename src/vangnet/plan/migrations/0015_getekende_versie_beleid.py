# SPDX-License-Identifier: EUPL-1.2
"""A signature stands under a version, and a version tells what was ready."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import historie_op_slot

_SQL = (Path(__file__).parent.parent / "sql" / "getekende_versie.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("plan", "0014_getekende_versie"), ("casus", "0014_dicht_op_slot")]

    operations = [
        historie_op_slot("plan_plan"),
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION plan.onderteken(uuid, uuid, date, text, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
