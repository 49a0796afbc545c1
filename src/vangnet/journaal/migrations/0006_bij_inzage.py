# SPDX-License-Identifier: EUPL-1.2
"""An act bears the look by which a casus was seen, of either kind."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "bij_inzage.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("journaal", "0005_onderwerp_gebruiker"), ("toegang", "0013_mijn_inzagen")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
