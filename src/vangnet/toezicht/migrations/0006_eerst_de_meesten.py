# SPDX-License-Identifier: EUPL-1.2
"""Who did it themselves or supervises is asked for before who reads the dossier."""

from django.db import migrations

from vangnet.kern.migraties import vraag_daarna


class Migration(migrations.Migration):
    dependencies = [("toezicht", "0005_kenmerk")]

    operations = [
        vraag_daarna("journaal_handeling", "dossier"),
        vraag_daarna("journaal_onderwerp", "dossier"),
    ]
