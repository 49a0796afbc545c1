# SPDX-License-Identifier: EUPL-1.2
"""What was thrown away of a note field lies an hour beside what is typed there since."""

from pathlib import Path

from django.db import migrations, models

_MAP = Path(__file__).parent.parent / "sql"
_SQL = (_MAP / "notitieconcept_naast_weg.sql").read_text(encoding="utf-8")


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
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
    ]
