# SPDX-License-Identifier: EUPL-1.2
"""What is written while a casus shuts doesn't stay open and readable for the house."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "dicht_op_slot.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("casus", "0013_notitieconcept_werkt")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
