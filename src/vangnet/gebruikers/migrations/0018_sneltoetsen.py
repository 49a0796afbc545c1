# SPDX-License-Identifier: EUPL-1.2
"""Somebody turns the shortcuts of the keyboard off for the own account (WCAG 2.1.4)."""

from django.conf import settings
from django.db import migrations, models

_RECHT = "SELECT (sneltoetsen), UPDATE (sneltoetsen) ON gebruikers_gebruiker"


class Migration(migrations.Migration):
    dependencies = [("gebruikers", "0017_stempel")]

    operations = [
        migrations.AddField(
            model_name="gebruiker",
            name="sneltoetsen",
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.RunSQL(
            f"GRANT {_RECHT} TO {settings.ROLLEN.app}",
            f"REVOKE {_RECHT} FROM {settings.ROLLEN.app}",
        ),
    ]
