# SPDX-License-Identifier: EUPL-1.2
"""An invitation without a side is not accepted when people were given sides since."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "uitnodiging_met_kanten.sql"


class Migration(migrations.Migration):
    dependencies = [("casus", "0027_herstel_met_kanten")]

    operations = [
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop)
    ]
