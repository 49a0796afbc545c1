# SPDX-License-Identifier: EUPL-1.2
"""Whom aanmeldingen of before are about, where the rows themselves say it; else no koppeling.

The persoon that the very decision made; and of one that was taken off again, the hoofdbetrokkene
who was made then. A system casus too: its hoofdbetrokkene came from the aanmelding as well.
"""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "persoon_vullen.sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0042_koppeling_van_elk")]

    operations = [
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop)
    ]
