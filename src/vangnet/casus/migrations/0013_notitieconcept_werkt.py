# SPDX-License-Identifier: EUPL-1.2
"""Who only looks at a casus, with a reason, reads and never writes: no draft of a note either."""

from django.conf import settings
from django.db import migrations

_HUIS = (
    "((SELECT toegang.is_huis()) "
    "AND EXISTS (SELECT 1 FROM casus_casus c WHERE c.id = casus_id AND NOT c.dicht))"
)
_SCHRIJFT = (
    "auteur_id = (SELECT toegang.vrager()) AND "
    f"({_HUIS} OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen())) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_partnercasussen())))"
)
_TABEL = f"casus_notitieconcept TO {settings.ROLLEN.app}"


class Migration(migrations.Migration):
    dependencies = [("casus", "0012_wissel_inzet")]

    operations = [
        migrations.RunSQL(
            [
                f"ALTER POLICY toevoegen ON {_TABEL} WITH CHECK ({_SCHRIJFT})",
                f"ALTER POLICY wijzigen ON {_TABEL} USING ({_SCHRIJFT}) WITH CHECK ({_SCHRIJFT})",
                f"ALTER POLICY verwijderen ON {_TABEL} USING ({_SCHRIJFT})",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
