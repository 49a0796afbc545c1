# SPDX-License-Identifier: EUPL-1.2
"""Each decision that gives a casus says in a koppeling whom the aanmelding is about."""

from pathlib import Path

from django.db import migrations, models

_SQL = Path(__file__).parent.parent / "sql" / "persoon.sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0041_leefgebieden_beleid")]

    operations = [
        migrations.AlterField(
            model_name="koppeling", name="waarom", field=models.TextField(blank=True, null=True)
        ),
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop),
    ]
