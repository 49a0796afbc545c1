# SPDX-License-Identifier: EUPL-1.2
"""A verslag and who was there are of who holds the regie, not of a trajectbegeleider."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "huiswerk.sql").read_text(encoding="utf-8")
_APP = settings.ROLLEN.app
# Not by a look with a reason: that one reads and never writes.
_REGIE = (
    "(SELECT toegang.is_huis()) "
    "AND (NOT dicht OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen())))"
)
_NIET_VASTGESTELD = f"{_REGIE} AND vastgesteld_op IS NULL"
_LOOPT_NOG = (
    f"{_REGIE} AND NOT EXISTS (SELECT 1 FROM overleg_verslag v WHERE v.agendapunt_id = "
    "overleg_genodigde.agendapunt_id AND v.vastgesteld_op IS NOT NULL)"
)


class Migration(migrations.Migration):
    dependencies = [("overleg", "0006_agenda_beleid")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                *(
                    f"ALTER POLICY wijzigen ON {tabel} TO {_APP} USING ({mag}) WITH CHECK ({mag})"
                    for tabel, mag in (
                        ("overleg_verslag", _NIET_VASTGESTELD),
                        ("overleg_genodigde", _LOOPT_NOG),
                    )
                ),
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
