# SPDX-License-Identifier: EUPL-1.2
"""A manager is told of workload and queue, in numbers, and of what waits for an answer."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "leiding.sql").read_text(encoding="utf-8")
_FUNCTIES = "voortgang.werklast(), voortgang.triagerij(), voortgang.wachtende_opschalingen()"


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0022_klok_in_volgfase")]

    operations = [
        migrations.RunSQL(
            [_SQL, f"GRANT EXECUTE ON FUNCTION {_FUNCTIES} TO {settings.ROLLEN.app}"],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
