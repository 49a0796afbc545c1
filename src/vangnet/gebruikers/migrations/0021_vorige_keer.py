# SPDX-License-Identifier: EUPL-1.2
"""A session knows when its account was here before, for what is new on Mijn werk."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("gebruikers", "0020_samenvatting")]

    operations = [
        migrations.AddField(
            model_name="sessie",
            name="vorige_op",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
