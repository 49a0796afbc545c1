# SPDX-License-Identifier: EUPL-1.2
"""A verslag keeps the afspraken of the house too."""

from pathlib import Path

from django.db import migrations

from vangnet.kern.migraties import historie_op_slot

_SQL = (Path(__file__).parent.parent / "sql" / "van_het_huis.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("overleg", "0022_afspraak_van_het_huis"),
        ("plan", "0019_afspraak_van_het_huis_beleid"),
    ]

    operations = [
        historie_op_slot("overleg_verslagafspraak"),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
    ]
