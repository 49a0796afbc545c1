# SPDX-License-Identifier: EUPL-1.2
"""Who reads a casus is asked for before who reads the documents of an aanmelding."""

from django.db import migrations

from vangnet.kern.migraties import vraag_daarna


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0038_beslisser_een_keer")]

    operations = [
        vraag_daarna("documenten_documentversie", "bijlage"),
        vraag_daarna("documenten_dossiersleutel", "bijlage"),
    ]
