# SPDX-License-Identifier: EUPL-1.2
"""Opschaling as acts with their own right check, and notes without names."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "opschalen.sql").read_text(encoding="utf-8")
# What a page calls; the others are called by these.
_DADEN = (
    "voortgang.aan_te_spreken(uuid)",
    "voortgang.schaal_op(uuid, uuid, jsonb, uuid[], text)",
    "voortgang.beantwoord(uuid, text, text)",
    "voortgang.rond_af(uuid, text, text, text)",
    "voortgang.was_gevraagd(uuid)",
    "voortgang.notities()",
)


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0007_klok_beleid"), ("casus", "0012_wissel_inzet")]

    operations = [
        migrations.RunSQL(
            [_SQL, f"GRANT EXECUTE ON FUNCTION {', '.join(_DADEN)} TO {settings.ROLLEN.app}"],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
