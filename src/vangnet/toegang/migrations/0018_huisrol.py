# SPDX-License-Identifier: EUPL-1.2
"""That there was break-glass is told by a rol that counts for the house."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "huisrol.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("toegang", "0017_afdrukken")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
