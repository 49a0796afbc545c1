# SPDX-License-Identifier: EUPL-1.2
"""What was thrown away of a note field lies an hour beside what is typed there since.

And who kept a text of it, types on in that text as in any other draft, whatever became of the
casus. Begun it is as before, by who works there.
"""

from pathlib import Path

from django.conf import settings
from django.db import migrations, models

_MAP = Path(__file__).parent.parent / "sql"
_SQL = (_MAP / "notitieconcept_naast_weg.sql").read_text(encoding="utf-8")
_VAN_WIE_BINNEN_IS = "auteur_id = (SELECT gebruikers.wie_is_binnen())"


class Migration(migrations.Migration):
    dependencies = [("casus", "0040_kant_erbij")]

    operations = [
        migrations.RemoveConstraint("notitieconcept", "notitieconcept_een"),
        migrations.AddConstraint(
            "notitieconcept",
            models.UniqueConstraint(
                fields=("casus", "auteur"),
                name="notitieconcept_een",
                condition=models.Q(weg_op=None),
                violation_error_message="Deze regel bestaat al.",
            ),
        ),
        migrations.RunSQL(
            [
                _SQL,
                f"ALTER POLICY wijzigen ON casus_notitieconcept TO {settings.ROLLEN.app} "
                f"USING ({_VAN_WIE_BINNEN_IS}) WITH CHECK ({_VAN_WIE_BINNEN_IS})",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
