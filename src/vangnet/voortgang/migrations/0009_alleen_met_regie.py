# SPDX-License-Identifier: EUPL-1.2
"""An evaluation is written down by who holds the regie, not by a trajectbegeleider."""

from django.conf import settings
from django.db import migrations

# Not by a look with a reason: that one reads and never writes.
_SCHRIJFT = (
    "door_id = (SELECT toegang.vrager()) AND (SELECT toegang.is_huis()) "
    "AND (NOT dicht OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen())))"
)


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0008_opschalen")]

    operations = [
        migrations.RunSQL(
            f"ALTER POLICY toevoegen ON voortgang_evaluatie TO {settings.ROLLEN.app} "
            f"WITH CHECK ({_SCHRIJFT})",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
