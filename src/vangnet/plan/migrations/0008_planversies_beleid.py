# SPDX-License-Identifier: EUPL-1.2
"""Versions of a plan: read by who sees the whole casus, written by a function only."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging, volgt_casus

_SQL = (Path(__file__).parent.parent / "sql" / "vaststellen.sql").read_text(encoding="utf-8")
_APP = settings.ROLLEN.app
_LEEST = (
    "((SELECT toegang.is_huis()) AND NOT dicht) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
)
# Not by a look with a reason: that one reads and never writes.
_HUISWERK = (
    "((SELECT toegang.is_huis()) AND NOT dicht) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen()))"
)


class Migration(migrations.Migration):
    dependencies = [("plan", "0007_planversies"), ("casus", "0008_deelname_grenzen")]

    operations = [
        rijbeveiliging("plan_planversie", Beleid(lezen=_LEEST, invoer=False)),
        volgt_casus("plan_planversie"),
        migrations.RunSQL(
            [
                _SQL,
                f"GRANT EXECUTE ON FUNCTION plan.stel_vast(uuid, text) TO {_APP}",
                f"CREATE POLICY wijzigen ON plan_plan FOR UPDATE TO {_APP} "
                f"USING ({_HUISWERK}) WITH CHECK ({_HUISWERK})",
                f"GRANT UPDATE (ondertekend_op, volgen_tot) ON plan_plan TO {_APP}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
