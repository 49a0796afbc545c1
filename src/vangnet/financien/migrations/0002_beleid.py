# SPDX-License-Identifier: EUPL-1.2
"""Money holds no person: who may see figures may see it."""

from django.db import migrations

from vangnet.kern.migraties import CIJFERS_MAG, Beleid, rijbeveiliging


class Migration(migrations.Migration):
    dependencies = [("financien", "0001_initial"), ("toegang", "0002_vrager")]

    operations = [
        rijbeveiliging("financien_financielepost", Beleid(lezen=CIJFERS_MAG)),
    ]
