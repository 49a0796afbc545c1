# SPDX-License-Identifier: EUPL-1.2
"""A user of the house sees the house, others nothing; the full rules come with the pages."""

from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging


class Migration(migrations.Migration):
    dependencies = [("signalen", "0001_initial"), ("toegang", "0002_vrager")]

    operations = [
        rijbeveiliging("signalen_signaal", Beleid()),
    ]
