# SPDX-License-Identifier: EUPL-1.2
"""A manager is told nothing of a casus whose plan is followed while no afspraak is open."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "management_volgfase.sql").read_text(
    encoding="utf-8"
)


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0021_klok_na_heropenen")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
