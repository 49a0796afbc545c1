# SPDX-License-Identifier: EUPL-1.2
"""Only the acts of triage write whom an aanmelding is about; of before, where the rows say it.

From a koppeling that still holds; from the new hoofdbetrokkene of one that was broken; and from the
persoon that the very decision made. A system casus too: its hoofdbetrokkene came from the
aanmelding as well. All the rest stays empty, for then it would be a guess.
"""

from pathlib import Path

from django.db import migrations

from vangnet.kern.migraties import historie_op_slot

_SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0042_persoon")]

    operations = [
        historie_op_slot("aanmelding_aanmelding"),
        migrations.RunSQL(
            [
                (_SQL / naam).read_text(encoding="utf-8")
                for naam in ("persoon.sql", "persoon_vullen.sql")
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
