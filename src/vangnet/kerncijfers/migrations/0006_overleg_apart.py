# SPDX-License-Identifier: EUPL-1.2
"""The functions as they stand now: overleggen told apart from tellingen, each id queued once."""

from pathlib import Path

from django.db import migrations

_MAP = Path(__file__).parent.parent / "sql"
_SQL = "\n".join(
    (_MAP / f"{naam}.sql").read_text(encoding="utf-8")
    for naam in ("ververs_gebeurtenissen", "wachtrij")
)
_OVERLEGGEN = """
    INSERT INTO kerncijfers.wachtrij (soort, id) SELECT 'overleg', id FROM overleg_overleg;
    SELECT kerncijfers.werk_wachtrij_af();
"""


class Migration(migrations.Migration):
    dependencies = [("kerncijfers", "0005_korte_sleutels")]

    operations = [
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(_OVERLEGGEN, reverse_sql=migrations.RunSQL.noop),
    ]
