# SPDX-License-Identifier: EUPL-1.2
"""Templates: the beheerder makes them, the house fills them (toegang.md section 2)."""

from django.db import migrations

from vangnet.kern.migraties import HUIS_MAG, Beleid, rijbeveiliging

_BEHEERDER = "(SELECT toegang.heeft_een(ARRAY['beheerder']))"


class Migration(migrations.Migration):
    dependencies = [
        ("documenten", "0003_sjabloonversie"),
        ("toegang", "0002_vrager"),
    ]

    operations = [
        rijbeveiliging(
            "documenten_sjabloonversie",
            Beleid(
                lezen=f"{_BEHEERDER} OR {HUIS_MAG}",
                toevoegen=f"{_BEHEERDER} AND door_id = (SELECT toegang.vrager())",
                invoer=False,
            ),
            historie=False,
        ),
        migrations.RunSQL(
            "CREATE TRIGGER versie BEFORE UPDATE ON documenten_sjabloonversie FOR EACH ROW "
            "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()",
            "DROP TRIGGER versie ON documenten_sjabloonversie",
        ),
    ]
