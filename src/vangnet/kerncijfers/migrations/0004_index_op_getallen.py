# SPDX-License-Identifier: EUPL-1.2
"""Tallies and amounts are few among the events: an index of their own finds them."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("kerncijfers", "0003_feiten")]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX feit_gebeurtenis_aantal ON feit_gebeurtenis (datum) "
            "WHERE aantal IS NOT NULL",
            reverse_sql="DROP INDEX feit_gebeurtenis_aantal",
        ),
    ]
