# SPDX-License-Identifier: EUPL-1.2
"""Whoever works on a casus is told whose account role for their rol has ended."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "buiten_werk.sql").read_text(encoding="utf-8")
_GRANT = f"GRANT EXECUTE ON FUNCTION casus.rollen_buiten_werk() TO {settings.ROLLEN.app}"


class Migration(migrations.Migration):
    dependencies = [("casus", "0042_publiek_per_kant")]

    operations = [migrations.RunSQL([_SQL, _GRANT], reverse_sql=migrations.RunSQL.noop)]
