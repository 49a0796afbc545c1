# SPDX-License-Identifier: EUPL-1.2
"""What somebody is typing in the note field is read, written and removed by its author."""

from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging

# Whoever sees the casus: its own policy decides inside.
_EIGEN = (
    "auteur_id = (SELECT toegang.vrager()) "
    "AND EXISTS (SELECT 1 FROM casus_casus c WHERE c.id = casus_id)"
)


class Migration(migrations.Migration):
    dependencies = [("casus", "0010_notitieconcept")]

    operations = [
        rijbeveiliging(
            "casus_notitieconcept",
            Beleid(
                lezen=_EIGEN,
                toevoegen=_EIGEN,
                wijzigen=_EIGEN,
                wijzigbaar=["tekst"],
                verwijderen=_EIGEN,
                invoer=False,
            ),
            historie=False,
        ),
        migrations.RunSQL(
            "CREATE TRIGGER versie BEFORE UPDATE ON casus_notitieconcept FOR EACH ROW "
            "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()",
            "DROP TRIGGER versie ON casus_notitieconcept",
        ),
    ]
