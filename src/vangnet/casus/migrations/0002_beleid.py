# SPDX-License-Identifier: EUPL-1.2
"""A user of the house sees the house, others nothing; the full rules come with the pages."""

from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging


class Migration(migrations.Migration):
    dependencies = [("casus", "0001_initial"), ("toegang", "0002_vrager")]

    operations = [
        rijbeveiliging("casus_casus", Beleid()),
        rijbeveiliging("casus_inzet", Beleid(invoer_verwijdert=True)),
        rijbeveiliging("casus_betrokkenheid", Beleid(invoer_verwijdert=True)),
    ]
