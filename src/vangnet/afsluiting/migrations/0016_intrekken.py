# SPDX-License-Identifier: EUPL-1.2
"""A handover that was accepted can be taken back, as long as no proposal to close names it."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "intrekken.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("afsluiting", "0015_heropenvraag_noteren")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
