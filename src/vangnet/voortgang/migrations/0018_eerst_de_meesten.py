# SPDX-License-Identifier: EUPL-1.2
"""Who was asked to break a deadlock is asked for after everybody else."""

from django.db import migrations

from vangnet.kern.migraties import vraag_daarna


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0017_losse_afspraken")]

    operations = [
        vraag_daarna("casus_casus", "aangesprokene"),
        vraag_daarna("personen_persoon", "aangesprokene"),
        vraag_daarna("plan_afspraak", "aangesprokene"),
        vraag_daarna("voortgang_opschaling", "aangesprokene"),
        vraag_daarna("voortgang_vastgelopenafspraak", "aangesprokene"),
    ]
