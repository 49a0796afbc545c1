# SPDX-License-Identifier: EUPL-1.2
"""Registers are closed to the house as such: only who is named on one sees it (toegang.md 2)."""

from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging


class Migration(migrations.Migration):
    dependencies = [("registers", "0001_initial"), ("toegang", "0002_vrager")]

    operations = [
        rijbeveiliging("registers_melding", Beleid(lezen="false")),
        rijbeveiliging("registers_vervolgactie", Beleid(lezen="false")),
        rijbeveiliging("registers_prioritering", Beleid(lezen="false")),
    ]
