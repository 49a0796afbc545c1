# SPDX-License-Identifier: EUPL-1.2
"""The house is asked for before who is invited."""

from django.db import migrations

from vangnet.kern.migraties import vraag_daarna


class Migration(migrations.Migration):
    dependencies = [("overleg", "0017_op_naam")]

    operations = [
        vraag_daarna("overleg_overleg", "genodigd"),
    ]
