# SPDX-License-Identifier: EUPL-1.2
"""Published figures and agreements hold no person: who may see figures sees them."""

from django.db import migrations

from vangnet.kern.migraties import CIJFERS_MAG, Beleid, rijbeveiliging


class Migration(migrations.Migration):
    dependencies = [("kerncijfers", "0001_initial"), ("toegang", "0002_vrager")]

    operations = [
        rijbeveiliging("kerncijfers_gepubliceerdcijfer", Beleid(lezen=CIJFERS_MAG)),
        rijbeveiliging("kerncijfers_prestatieafspraak", Beleid(lezen=CIJFERS_MAG)),
    ]
