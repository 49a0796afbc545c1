# SPDX-License-Identifier: EUPL-1.2
"""Signatures are read by who sees the whole casus, as the plan; a function alone writes them."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging, volgt_casus

_SQL = (Path(__file__).parent.parent / "sql" / "handtekening_van_wie.sql").read_text(
    encoding="utf-8"
)
_LEEST = (
    "((SELECT toegang.is_huis()) AND NOT dicht) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
)


class Migration(migrations.Migration):
    dependencies = [("plan", "0016_handtekening_van_wie"), ("casus", "0040_kant_erbij")]

    operations = [
        rijbeveiliging("plan_handtekening", Beleid(lezen=_LEEST, invoer=False)),
        volgt_casus("plan_handtekening"),
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION plan.onderteken(uuid, uuid, uuid, date, text, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
