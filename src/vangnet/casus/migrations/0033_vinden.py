# SPDX-License-Identifier: EUPL-1.2
"""Which gemeenten occur, which casus is beperkt or has a kenmerk: without reading all casussen."""

from django.db import migrations, models

from vangnet.casus.models import Kaal


class Migration(migrations.Migration):
    dependencies = [("casus", "0032_laatste_weigering"), ("personen", "0003_afscherming")]

    operations = [
        migrations.AddIndex(
            model_name="casus",
            index=models.Index(
                condition=models.Q(("dicht", False)),
                fields=["gemeente", "kenmerk"],
                name="casus_open_gemeente",
            ),
        ),
        migrations.AddIndex(
            model_name="casus",
            index=models.Index(
                condition=models.Q(("beperkt", True)), fields=["kenmerk"], name="casus_beperkt"
            ),
        ),
        migrations.AddIndex(
            model_name="casus", index=models.Index(Kaal("kenmerk"), name="casus_kaal_kenmerk")
        ),
    ]
