# SPDX-License-Identifier: EUPL-1.2
"""What is being typed in the note field bears the form it came from, and which of its texts it is.

A page that is left sends its last text beside one that is under way, of which it gets no answer.
"""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casus", "0035_gelezen_zijde")]

    operations = [
        migrations.AddField(
            "notitieconcept",
            "formulier",
            models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            "notitieconcept",
            "nummer",
            models.BigIntegerField(blank=True, editable=False, null=True),
        ),
        migrations.RunSQL(
            f"GRANT UPDATE (formulier, nummer) ON casus_notitieconcept TO {settings.ROLLEN.app}",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
