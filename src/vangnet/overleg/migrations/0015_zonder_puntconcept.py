# SPDX-License-Identifier: EUPL-1.2
"""The point of an overleg has one draft, that of its form: the table of its own goes (ADR 0023)."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "zonder_puntconcept.sql"


class Migration(migrations.Migration):
    dependencies = [
        ("overleg", "0014_puntconcept_beleid"),
        ("gebruikers", "0023_formulierconcept_over"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION overleg.haal_van_agenda(uuid, text[], text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        migrations.DeleteModel(name="Puntconcept"),
    ]
