# SPDX-License-Identifier: EUPL-1.2
"""Documents take the lock of the draft or aanmelding that they came with.

And joining a casus asks the room casus whether people stand opposite each other there.
"""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0035_eigen_concept")]

    operations = [
        migrations.RunSQL(
            (_SQL / naam).read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop
        )
        for naam in ("bijlage_op_slot.sql", "aansluiten_met_kanten.sql")
    ]
