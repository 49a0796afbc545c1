# SPDX-License-Identifier: EUPL-1.2
"""Short keys for casussen and persons among the facts, and all facts anew under them."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "korte_sleutels.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("kerncijfers", "0004_index_op_getallen")]

    operations = [
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(
            f"GRANT SELECT (sleutel) ON feit_casus TO {settings.ROLLEN.cijfers}",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
