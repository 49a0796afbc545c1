# SPDX-License-Identifier: EUPL-1.2
"""An own role is read before anybody is asked whether they manage the accounts."""

from django.db import migrations

from vangnet.kern.migraties import vraag_daarna


class Migration(migrations.Migration):
    dependencies = [("toegang", "0019_kenmerk")]

    operations = [
        vraag_daarna("toegang_accountrol", "voor_beheer"),
    ]
