# SPDX-License-Identifier: EUPL-1.2
"""The signature is recorded once, by a function; a year that is over keeps its nadruk."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import historie_op_slot

_SQL = [
    (Path(__file__).parent.parent / "sql" / f"{naam}.sql").read_text(encoding="utf-8")
    for naam in ("handtekening", "gereed_na_casus")
]
_APP = settings.ROLLEN.app


class Migration(migrations.Migration):
    dependencies = [("plan", "0009_handtekening"), ("casus", "0012_wissel_inzet")]

    operations = [
        historie_op_slot("plan_plan"),
        migrations.RunSQL(
            [
                *_SQL,
                f"REVOKE UPDATE (ondertekend_op, volgen_tot) ON plan_plan FROM {_APP}",
                "DROP POLICY wijzigen ON plan_plan",
                f"GRANT EXECUTE ON FUNCTION plan.onderteken(uuid, date, text, text) TO {_APP}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
