# SPDX-License-Identifier: EUPL-1.2
"""A beheerder writes the number of an organisation too."""

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import historie_op_slot


class Migration(migrations.Migration):
    dependencies = [("organisaties", "0011_telefoon")]

    operations = [
        historie_op_slot("organisaties_organisatie"),
        migrations.RunSQL(
            f"GRANT UPDATE (telefoon) ON organisaties_organisatie TO {settings.ROLLEN.app}",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
