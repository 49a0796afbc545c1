# SPDX-License-Identifier: EUPL-1.2
"""An aanmelding is not sent under the id of somebody else's draft."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "eigen_concept.sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0034_bijlage_beleid")]

    operations = [
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop)
    ]
