# SPDX-License-Identifier: EUPL-1.2
"""Which gemeenten occur, which casus is beperkt or has a kenmerk: without reading all casussen."""

from django.db import migrations, models

# What casus.kaal_kenmerk says, for the functions of the owner that call it: the planner writes it
# out. By its name whoever writes a casus would have to be allowed to call it, also an import.
_KAAL = (
    "CREATE INDEX casus_kaal_kenmerk ON casus_casus "
    "(upper(regexp_replace(kenmerk::text, '[^[:alnum:]]'::text, ''::text, 'g'::text)))"
)


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
        migrations.RunSQL(_KAAL, reverse_sql="DROP INDEX casus_kaal_kenmerk"),
    ]
