# SPDX-License-Identifier: EUPL-1.2
"""A manager is told of a reopened casus by the clock that began when it was reopened."""

from pathlib import Path

from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "management_heropend.sql").read_text(
    encoding="utf-8"
)


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0020_begeleiding_sloot")]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
