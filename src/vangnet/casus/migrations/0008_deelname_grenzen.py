# SPDX-License-Identifier: EUPL-1.2
"""The borders of taking part: what one still knows of a rol, and what comes after it."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "deelname_grenzen.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("casus", "0007_tellende_rollen")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
