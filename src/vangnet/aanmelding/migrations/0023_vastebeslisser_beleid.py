# SPDX-License-Identifier: EUPL-1.2
"""The house keeps who decides at the weekly table: only people of a deelnemer of WGS 2.27(1)."""

from django.db import migrations

from vangnet.kern.migraties import HUIS_MAG, Beleid, rijbeveiliging

_VAN_EEN_DEELNEMER = (
    f"{HUIS_MAG} AND EXISTS (SELECT 1 FROM organisaties_organisatie o "
    "WHERE o.id = organisatie_id AND o.deelnemer = 'publiek')"
)


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0022_vastebeslisser")]

    operations = [
        rijbeveiliging(
            "aanmelding_vastebeslisser",
            Beleid(
                toevoegen=_VAN_EEN_DEELNEMER,
                wijzigen=HUIS_MAG,
                wijzigbaar=["tot"],
                invoer=False,
            ),
            historie=False,
        ),
        migrations.RunSQL(
            "CREATE TRIGGER versie BEFORE UPDATE ON aanmelding_vastebeslisser FOR EACH ROW "
            "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()",
            reverse_sql="DROP TRIGGER versie ON aanmelding_vastebeslisser",
        ),
    ]
