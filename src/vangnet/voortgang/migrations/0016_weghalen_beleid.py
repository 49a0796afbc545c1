# SPDX-License-Identifier: EUPL-1.2
"""Who wrote a contact takes it away, as who changes it otherwise (0011_traject_beleid)."""

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import historie_op_slot


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0015_contact_weggehaald")]

    operations = [
        historie_op_slot("voortgang_contactmoment"),
        migrations.RunSQL(
            f"GRANT UPDATE (weggehaald_op) ON voortgang_contactmoment TO {settings.ROLLEN.app}",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
