# SPDX-License-Identifier: EUPL-1.2
"""An aanmelding is sent with the leefgebieden on which there are problems."""

from pathlib import Path

from django.db import migrations

from vangnet.kern.migraties import historie_op_slot

_SQL = Path(__file__).parent.parent / "sql" / "leefgebieden.sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0040_leefgebieden")]

    operations = [
        historie_op_slot("aanmelding_aanmelding"),
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop),
    ]
