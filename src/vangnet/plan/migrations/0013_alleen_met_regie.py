# SPDX-License-Identifier: EUPL-1.2
"""Goals are of who holds the regie, not of a trajectbegeleider; the signature in 0015."""

from django.conf import settings
from django.db import migrations

_APP = settings.ROLLEN.app
# Not by a look with a reason: that one reads and never writes.
_REGIE = (
    "(SELECT toegang.is_huis()) "
    "AND (NOT dicht OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen())))"
)


class Migration(migrations.Migration):
    dependencies = [("plan", "0012_doelen_beleid")]

    operations = [
        migrations.RunSQL(
            [
                f"ALTER POLICY toevoegen ON plan_doel TO {_APP} WITH CHECK ({_REGIE})",
                f"ALTER POLICY wijzigen ON plan_doel TO {_APP} USING ({_REGIE}) "
                f"WITH CHECK ({_REGIE})",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
